using System.Runtime.InteropServices;
using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Where a phrase of the table must stand.</summary>
internal enum PhrasePlace : byte
{
    /// <summary>The whole line.</summary>
    Line,
    /// <summary>The whole line, once or several times, also without blanks between.</summary>
    Repeat,
    /// <summary>The line starts with it and is no prose.</summary>
    Start,
    /// <summary>The line starts with it, prose or not, in a line of 60 words or fewer.</summary>
    Lead,
    /// <summary>Before ":" or "|" at the start of a line that is no prose.</summary>
    Label,
    /// <summary>Anywhere in a line of 60 words or fewer.</summary>
    Any,
    /// <summary>Drops nothing: a word in capitals that is no place of a dateline.</summary>
    NotPlace,
}

/// <summary>The words that pages print round an article (<c>chrome_phrases.tsv</c>), matched on terms.</summary>
internal static class ChromePhrases
{
    private const int LongestLine = 60;
    private const uint AnyNumber = 0;
    private static readonly Phrase[] Phrases = Load();
    private static readonly TermMap<int[]> ByFirst = Index(static p => p.Place != PhrasePlace.Any);
    private static readonly WordMap<int[]> AnywhereByFirst = new(Index(static p => p.Place == PhrasePlace.Any));
    private static readonly Phrase[] Repeated = [.. Phrases.Where(static p => p.Place == PhrasePlace.Repeat)];

    /// <summary>The rule of the first phrase that covers the line, or null.</summary>
    public static DropRule? Match(string text, in Line line, ReadOnlySpan<Token> tokens)
    {
        if (line.Words > LongestLine)
        {
            return null;
        }

        int first = FirstWord(tokens);
        if (first >= tokens.Length)
        {
            return null;
        }

        return MatchAt(text, line, tokens, first, KeyOf(tokens[first]))
            ?? (tokens[first].Kind == TokenKind.Number ? MatchAt(text, line, tokens, first, AnyNumber) : null)
            ?? MatchRepeat(text, line)
            ?? MatchAnywhere(tokens, first);
    }

    /// <summary>Whether a phrase of one word with this term is a label ("WATCH:").</summary>
    public static bool IsLabel(uint term) => ByFirst.TryGetValue(term, out int[]? candidates) && candidates.Any(static i => Phrases[i].Place is PhrasePlace.Label or PhrasePlace.NotPlace && Phrases[i].Terms.Length == 1);

    private static DropRule? MatchAt(string text, in Line line, ReadOnlySpan<Token> tokens, int first, uint key)
    {
        if (!ByFirst.TryGetValue(key, out int[]? candidates))
        {
            return null;
        }

        foreach (int index in candidates)
        {
            Phrase phrase = Phrases[index];
            int end = EndOfMatch(tokens, first, phrase.Terms);
            if (end < 0)
            {
                continue;
            }

            bool rest = FirstWord(tokens[end..]) < tokens.Length - end;
            bool matches = phrase.Place switch
            {
                PhrasePlace.Line or PhrasePlace.Repeat => !rest,
                PhrasePlace.Start => !line.IsProse,
                PhrasePlace.Lead => true,
                PhrasePlace.Label => !rest || (!line.IsProse && IsLabelMark(text, tokens, end)),
                _ => false,
            };
            if (matches)
            {
                return phrase.Rule;
            }
        }

        return null;
    }

    private static bool IsLabelMark(string text, ReadOnlySpan<Token> tokens, int end) => end < tokens.Length && text[tokens[end].Start] is ':' or '|' or '>' or '\u00BB';

    /// <summary>Index after the phrase, skipping marks between its words; -1 when it does not stand there.</summary>
    private static int EndOfMatch(ReadOnlySpan<Token> tokens, int from, uint[] terms)
    {
        int t = from;
        foreach (uint term in terms)
        {
            while (t < tokens.Length && tokens[t].Kind > TokenKind.Number && tokens[t].Term != term)
            {
                t++;
            }

            if (t >= tokens.Length || !(term == AnyNumber ? tokens[t].Kind == TokenKind.Number : tokens[t].Term == term))
            {
                return -1;
            }

            t++;
        }

        return t;
    }

    /// <summary>The same placeholder run together several times: "View image on TwitterView image on Twitter".</summary>
    private static DropRule? MatchRepeat(string text, in Line line)
    {
        ReadOnlySpan<char> whole = text.AsSpan(line.Start, line.End - line.Start);
        char initial = char.ToUpperInvariant(whole[0]);
        foreach (ref readonly Phrase phrase in Repeated.AsSpan())
        {
            if (whole.Length < phrase.Words.Length || char.ToUpperInvariant(phrase.Words[0]) != initial)
            {
                continue;
            }

            ReadOnlySpan<char> rest = whole;
            while (rest.StartsWith(phrase.Words, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[phrase.Words.Length..].TrimStart();
            }

            if (rest.IsEmpty)
            {
                return phrase.Rule;
            }
        }

        return null;
    }

    private static DropRule? MatchAnywhere(ReadOnlySpan<Token> tokens, int first)
    {
        for (int t = first; t < tokens.Length; t++)
        {
            if (AnywhereByFirst.Of(tokens[t]) is not { } candidates)
            {
                continue;
            }

            foreach (int index in candidates)
            {
                if (EndOfMatch(tokens, t, Phrases[index].Terms) >= 0)
                {
                    return Phrases[index].Rule;
                }
            }
        }

        return null;
    }

    private static int FirstWord(ReadOnlySpan<Token> tokens)
    {
        int t = 0;
        while (t < tokens.Length && tokens[t].Kind > TokenKind.Number && tokens[t].Term is not (Percent or CopyrightSign))
        {
            t++;
        }

        return t;
    }

    // FNV-1a of "%" and "©", the two marks that a phrase may start with.
    private const uint Percent = unchecked((2166136261u ^ '%') * 16777619u);
    private const uint CopyrightSign = unchecked((2166136261u ^ '\u00A9') * 16777619u);

    private static uint KeyOf(in Token token) => token.Term;

    private static Phrase[] Load()
    {
        List<Phrase> phrases = [];
        using PooledList<Token> tokens = new(64);
        foreach (string[] row in EmbeddedData.Rows("chrome_phrases.tsv"))
        {
            tokens.Clear();
            Tokenizer.Tokenize(row[0], new TextSpan(0, row[0].Length), tokens);
            uint[] terms = new uint[tokens.Count];
            for (int t = 0; t < terms.Length; t++)
            {
                terms[t] = row[0][tokens[t].Start] == '#' ? AnyNumber : tokens[t].Term;
            }

            phrases.Add(new Phrase(row[0], terms, Enum.Parse<PhrasePlace>(row[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), new DropRule(row[1], "phrase: " + row[0])));
        }

        return [.. phrases];
    }

    // Longest first, then in the order of the table.
    private static TermMap<int[]> Index(Func<Phrase, bool> belongs)
    {
        TermMap<int[]> index = new();
        for (int i = 0; i < Phrases.Length; i++)
        {
            if (!belongs(Phrases[i]))
            {
                continue;
            }

            int[] others = index.GetValueOrDefault(Phrases[i].Terms[0]) ?? [];
            int at = Array.FindIndex(others, o => Phrases[o].Terms.Length < Phrases[i].Terms.Length);
            at = at < 0 ? others.Length : at;
            index[Phrases[i].Terms[0]] = [.. others[..at], i, .. others[at..]];
        }

        return index;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Phrase(string Words, uint[] Terms, PhrasePlace Place, DropRule Rule);
}

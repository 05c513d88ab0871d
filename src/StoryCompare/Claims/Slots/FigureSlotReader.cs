using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads what a figure says in its sentence. Shallow: the clause is cut at punctuation, words of speech and conjunctions.</summary>
internal static class FigureSlotReader
{
    // Tokens on either side that may belong to the figure's clause.
    private const int ReachBefore = 12;
    private const int ReachAfter = 9;

    // Tokens between a number of people and the words that tell their role.
    private const int RoleWithin = 5;

    // Fewer protesters or fans than this are some of them, not the crowd; so are "home fans".
    private const int LeastCrowd = 50;

    // Tokens behind a bare number that may tell the role of people.
    private const int BareRoleWithin = 4;

    // Tokens between a bare number and the noun that says what it is: "the magnitude of the quake was 5.8".
    private const int MeasureWithin = 7;

    // Tokens before a figure in which "one of the …" may stand.
    private const int FarthestOne = 60;

    private static readonly FrozenSet<uint> Openers = TermHash.SetOf("but", "although", "though", "because", "while", "whereas", "who", "which", "unless", "when", "where", "despite", "whose");
    private static readonly FrozenSet<uint> Unreal = TermHash.SetOf("can", "could", "would", "might", "may", "if", "usually", "normally", "typically", "average");
    private static readonly FrozenSet<uint> Passive = TermHash.SetOf("was", "were", "been", "is", "are", "be", "being", "left", "reported", "got");
    private static readonly FrozenSet<uint> Hospital = TermHash.SetOf("hospital", "hospitals", "hospitalised", "hospitalized", "clinic");
    private static readonly FrozenSet<uint> OneOfSeveral = TermHash.SetOf("another", "each", "every", "respectively");
    private static readonly uint One = TermHash.Of("one");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint Votes = TermHash.Of("votes");
    private static readonly uint Ballots = TermHash.Of("ballots");
    private static readonly FrozenSet<int> Speech = [.. new[] { "say", "report", "announce", "claim", "deny", "confirm", "warn" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];
    private static readonly (int Class, string Role)[] ActRoles = [.. new[] { ("kill", "killed"), ("die", "killed"), ("injure", "wounded"), ("arrest", "detained"), ("displace", "displaced"), ("fall_ill", "infected"), ("dismiss", "fired") }
        .Select(static x => (ActLexicon.Default.ClassNamed(x.Item1), x.Item2)).Where(static x => x.Item1 >= 0)];

    /// <summary>The slot of a figure of the article.</summary>
    public static FigureSlot Read(ArticleSlots article, ExtractedFigure figure)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[figure.Sentence]);
        (int first, int end) = TokensOf(tokens, figure.Span);
        int from = Left(text, tokens, first);
        int to = Right(article, figure, tokens, end);
        (Figure read, string thing, string narrow) = Normalise(figure.Figure, tokens, from, first, end, to);
        List<Token> words = [];
        List<float> weights = [];
        bool unreal = false;
        bool asked = false;
        for (int i = from; i < to; i++)
        {
            ref readonly Token t = ref tokens[i];
            unreal |= (i < first || i >= end) && Unreal.Contains(t.Term) && !t.IsCapitalised;
            asked |= i < first && t.IsContent && CountedThings.Asked.Contains(t.Stem);
            bool own = i >= first && i < end;
            if (t.IsWord && t.IsContent && (!t.IsCapitalised || i == 0) && !(own && (figure.Figure.Counts.Length == 0 || i == end - 1)))
            {
                words.Add(t);
                weights.Add(CountedThings.Generic.Contains(t.Stem) ? 0 : ClauseWords.Weight(t) * (own ? 0.5f : 1));
                if (ClauseWords.Phrase(article, figure.Sentence, tokens, i) is { } phrase)
                {
                    words.Add(phrase);
                    weights.Add(1);
                }
            }
        }

        return new FigureSlot
        {
            Figure = read,
            Thing = thing,
            Narrow = narrow,
            Words = [.. words],
            Weights = [.. weights],
            Lasting = Lasting(tokens, from, first, end, to),
            Near = new TextSpan(tokens[from].Start, tokens[to - 1].End),
            Before = new TextSpan(tokens[from].Start, tokens[first].Start),
            After = new TextSpan(tokens[end - 1].End, Math.Max(tokens[end - 1].End, tokens[to - 1].End)),
            IsUnreal = unreal,
            IsAsked = asked,
            IsOfOne = SpeaksOfOne(tokens, first),
        };
    }

    /// <summary>First token of a span and one past its last.</summary>
    public static (int First, int End) TokensOf(ReadOnlySpan<Token> tokens, TextSpan span)
    {
        int first = Halving.FirstFrom(tokens, 0, Math.Max(0, tokens.Length - 1), span.Start + 1, static (t, k) => t[k].End);
        int end = first;
        while (end < tokens.Length && tokens[end].Start < span.End)
        {
            end++;
        }

        return (first, Math.Max(end, first + 1));
    }

    // "nine hours of talks", "the talks lasted nine hours": the talks.
    private static Token[] Lasting(ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        if (end + 1 < to && tokens[end].Term == Of && tokens[to - 1].IsWord)
        {
            return [tokens[end + 1]];
        }

        int verb = first - 1;
        while (verb >= Math.Max(from, first - 3) && !CountedThings.Lasting.Contains(tokens[verb].Stem))
        {
            verb--;
        }

        List<Token> words = [];
        for (int i = verb - 1; verb >= Math.Max(from, first - 3) && i >= from; i--)
        {
            if (tokens[i].IsWord && tokens[i].IsContent && !tokens[i].IsCapitalised)
            {
                words.Add(tokens[i]);
            }
        }

        return [.. words];
    }

    // "One of the cables is …, and links 33 countries"; "another", "a second".
    private static bool SpeaksOfOne(ReadOnlySpan<Token> tokens, int first)
    {
        for (int i = Math.Max(0, first - FarthestOne); i < first; i++)
        {
            if (OneOfSeveral.Contains(tokens[i].Term) || (i + 1 < first && tokens[i].Term == One && tokens[i + 1].Term == Of))
            {
                return true;
            }
        }

        return false;
    }

    private static int Left(TokenizedText text, ReadOnlySpan<Token> tokens, int first)
    {
        int from = first;
        while (from > 0 && first - from < ReachBefore)
        {
            ref readonly Token t = ref tokens[from - 1];
            if (t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '\u201C' or '\u201D' or '"' : Openers.Contains(t.Term) || IsSpeech(t))
            {
                break;
            }

            from--;
        }

        return from;
    }

    private static int Right(ArticleSlots article, ExtractedFigure figure, ReadOnlySpan<Token> tokens, int end)
    {
        TokenizedText text = article.Article.Text;
        Range others = article.Figures(figure.Sentence);
        int behind = Halving.FirstFrom(article.Article.Figures, others.Start.Value, others.End.Value, figure.Span.End, static (f, k) => f[k].Span.Start);
        int next = behind < others.End.Value ? article.Article.Figures[behind].Span.Start : int.MaxValue;

        int to = end;
        while (to < tokens.Length && to - end < ReachAfter && tokens[to].Start < next)
        {
            ref readonly Token t = ref tokens[to];
            if (t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ',' or ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '"' or '\u201D' : Openers.Contains(t.Term) || IsSpeech(t))
            {
                break;
            }

            to++;
        }

        return to;
    }

    private static bool IsSpeech(in Token token)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(token.Term))
        {
            if (Speech.Contains(e.Class) && (e.Part & ActPart.Verb) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static (Figure Figure, string Thing, string Narrow) Normalise(Figure f, ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        if (f.Unit.Length == 0 && f.Role.Length == 0)
        {
            return Bare(f, tokens, from, first, end, to);
        }

        if (f.Counts.Length == 0 && f.Role.Length == 0 && tokens[end - 1].Kind == TokenKind.Number && tokens[first].Kind != TokenKind.Symbol && Bare(f with { Unit = "" }, tokens, from, first, end, to) is { Thing.Length: > 0 } said && said.Thing != "people")
        {
            // A unit taken over from the figure before, where the words say what the number is: "1,500 km south …, a population of 100,000".
            return said;
        }

        if (f.Unit == "caliber" || f.Unit == "calibre" || f.Counts.StartsWith("caliber ", StringComparison.OrdinalIgnoreCase) || f.Counts.StartsWith("calibre ", StringComparison.OrdinalIgnoreCase))
        {
            return (f with { Unit = "calibre" }, "calibre", "");
        }

        if (CountedThings.Lives.Contains(f.Unit))
        {
            string role = RoleOf(tokens, from, first, end, to) is "rescued" ? "rescued" : "killed";
            return (f with { Unit = "people", Role = role }, "people", "");
        }

        if (CountedThings.Jobs.Contains(f.Unit))
        {
            return RoleOf(tokens, from, first, end, to) == "fired" ? (f with { Unit = "people", Role = "fired" }, "people", "") : (f with { Unit = "job" }, "job", "");
        }

        bool people = CountedThings.IsPeople(f.Unit);
        bool person = !people && CountedThings.IsPerson(f.Unit);
        if (!people && !person)
        {
            string thing = CountedThings.ThingOf(f.Unit);
            return (FigureUnits.OfSymbol(f.Unit) is null ? f with { Unit = thing } : f, thing, "");
        }

        string told = f.Role.Length > 0 ? f.Role : RoleOf(tokens, from, first, end, to) ?? "";
        if (told.Length == 0 && CountedThings.Patients.Contains(f.Unit) && Holds(tokens[from..to], Hospital))
        {
            told = "wounded";
        }

        if (told == "attended" || (told.Length == 0 && f.Value >= LeastCrowd && CountedThings.CrowdNouns.Contains(f.Unit) && !f.Counts.Contains(' ', StringComparison.Ordinal)))
        {
            return (f with { Unit = "crowd", Role = "" }, "crowd", "");
        }

        bool isPatient = CountedThings.Patients.Contains(f.Unit) && told.Length > 0;
        return (f with { Unit = "people", Role = told }, "people", people || isPatient ? "" : CountedThings.LabelOf(f.Unit));
    }

    // "The death toll rose to 31", "a magnitude of 5.8", "attendance: 61,204".
    private static (Figure Figure, string Thing, string Narrow) Bare(Figure f, ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        for (int i = first - 1; i >= Math.Max(from, first - MeasureWithin); i--)
        {
            if (CountedThings.Measures.Match(tokens, i, out int length) is { } measure && i + length <= first && !AnotherNumber(tokens, i + length, first))
            {
                return Measured(f, Longest(tokens, ref i, from, first, measure));
            }
        }

        if (end < to && CountedThings.Measures.Match(tokens, end, out _) is { } behind && !behind.Contains('/', StringComparison.Ordinal))
        {
            return Measured(f, behind);
        }

        // "164 votes to 141": the other side of one vote, told by the winning number.
        if (first >= 3 && tokens[first - 1].Term == To && (tokens[first - 2].Term == Votes || tokens[first - 2].Term == Ballots) && tokens[first - 3].Kind == TokenKind.Number)
        {
            return (f with { Unit = "opposing vote" }, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"votes against {tokens[first - 3].Term}"), "");
        }

        // A bare number of people, where the words behind it tell their role: "31 were hurt".
        return RoleOf(tokens, first, first, end, Math.Min(to, end + BareRoleWithin)) is { } role && role is not ("fired" or "killed") ? (f with { Unit = "people", Role = role }, "people", "") : (f, "", "");
    }

    // "the number of the injured": the longer phrase starts further left.
    private static string Longest(ReadOnlySpan<Token> tokens, ref int i, int from, int first, string measure)
    {
        for (int j = i - 1; j >= Math.Max(from, i - 4); j--)
        {
            if (CountedThings.Measures.Match(tokens, j, out int length) is { } longer && j + length > i && j + length <= first)
            {
                measure = longer;
            }
        }

        return measure;
    }

    private static (Figure Figure, string Thing, string Narrow) Measured(Figure f, string measure)
    {
        string[] parts = measure.Split('/');
        return (f with { Unit = parts[0], Role = parts.Length > 1 ? parts[1] : "" }, parts[0], "");
    }

    private static bool AnotherNumber(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tokens[i].Kind == TokenKind.Number)
            {
                return true;
            }
        }

        return false;
    }

    // The role told nearest to the figure, by phrase or by act; null when none is told close by.
    private static string? RoleOf(ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        string? best = null;
        int nearest = RoleWithin + 1;
        for (int i = Math.Max(from - 1, Math.Max(0, first - RoleWithin - 4)); i < Math.Min(to, end + RoleWithin + 1); i++)
        {
            if (i >= first && i < end)
            {
                continue;
            }

            (string? role, int length) = RoleAt(tokens[..to], i, first);
            int distance = i >= end ? i - end : first - (i + length);
            if (role is not null && distance >= 0 && distance < nearest)
            {
                best = role;
                nearest = distance;
            }
        }

        return best;
    }

    private static (string? Role, int Length) RoleAt(ReadOnlySpan<Token> tokens, int i, int first)
    {
        if (CountedThings.Roles.Match(tokens, i, out int length) is { } phrase)
        {
            return (phrase, length);
        }

        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(tokens[i].Term))
        {
            foreach ((int c, string role) in ActRoles)
            {
                // "Four men killed a guard": those who act are in no such role; only what follows a verb, or is said to be or have been, is.
                if (e.Class == c && e.Words == 1 && (e.Part & ActPart.Verb) != 0 && (i < first || role is "infected" || Passive.Contains(tokens[i - 1].Term) || (i > 1 && Passive.Contains(tokens[i - 2].Term))))
                {
                    return (role, 1);
                }
            }
        }

        return (null, 0);
    }

    private static bool Holds(ReadOnlySpan<Token> tokens, FrozenSet<uint> words)
    {
        foreach (Token t in tokens)
        {
            if (words.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }
}

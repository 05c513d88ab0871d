using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>A slot of <c>named_fills.tsv</c>.</summary>
/// <param name="Name">The slot.</param>
/// <param name="About">What it is called.</param>
/// <param name="OfPerson">Whether it is a person's, not the event's.</param>
internal sealed record NamedSlot(string Name, string About, bool OfPerson);

/// <summary>Reads which slots the names of a sentence fill (<c>named_fills.tsv</c>): a phrase, then capitalised words. Linear in the sentence.</summary>
internal sealed class NamedFillReader(ArticleSlots article, PersonReader persons)
{
    // Tokens of a name, and between a person and the "of" of where he is from: ", 43,".
    private const int MostWords = 7;
    private const int ToOf = 4;

    private static readonly string[][] Rows = [.. EmbeddedData.Rows("named_fills.tsv").Where(static r => r.Length >= 5)];
    private static readonly TermSet[] MustHold = [.. Rows.Select(static r => r[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(static w => TermHash.Of(w)).ToTermSet())];
    private static readonly PhraseTable<string> Phrases = PhraseTable.Of(Rows.SelectMany(static (r, i) => r[2].Split('|').Select(p => (p, i.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
    private static readonly FrozenSet<string> Generic = EmbeddedData.Rows("named_fills.tsv", "generic").SelectMany(static r => r[2].Split('|')).ToFrozenSet(StringComparer.Ordinal);
    private static readonly TermSet Articles = TermHash.SetOf("the", "a", "an", "nearby", "local", "his", "her", "their", "suburban", "downtown");
    private static readonly TermSet Inner = TermHash.SetOf("of", "the", "and", "for", "de", "la");
    private static readonly TermSet Negations = TermHash.SetOf("not", "never", "no", "if", "would", "former", "formerly");
    private static readonly TermSet Times = TermHash.SetOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");
    private static readonly TermSet Regions = TermHash.SetOf("county", "parish", "state", "states", "side", "township", "district", "island", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "valley", "heights", "street", "avenue", "road", "drive", "lane", "boulevard", "court", "place");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint From = TermHash.Of("from");

    /// <summary>The slots, in the order of their index.</summary>
    public static IReadOnlyList<NamedSlot> Slots { get; } = [.. Rows.Select(static r => new NamedSlot(r[0], r[1], r[4] == "person"))];

    /// <summary>Adds what the sentence fills, in order of place.</summary>
    public void Read(SentenceRef at, List<NamedFill> found)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[at.Sentence]);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Phrases.Match(tokens, i, out int length) is { } row)
            {
                Add(at, text, tokens, int.Parse(row, System.Globalization.CultureInfo.InvariantCulture), i, i + length, found);
            }
            else if (tokens[i].Term == Of || tokens[i].Term == From)
            {
                AddHome(at, text, tokens, i, found);
            }
        }
    }

    private void Add(SentenceRef at, TokenizedText text, ReadOnlySpan<Token> tokens, int slot, int cue, int from, List<NamedFill> found)
    {
        for (int k = cue - 1; k >= Math.Max(0, cue - 3); k--)
        {
            if (Negations.Contains(tokens[k].Term))
            {
                return;
            }
        }

        PersonMention? who = Slots[slot].OfPerson ? persons.NearestBefore(at.Sentence, cue) : null;
        if ((who is not null || !Slots[slot].OfPerson) && Name(text, tokens, from, out int first, out int end) is { } words && (MustHold[slot].Count == 0 || Holds(tokens[first..end], MustHold[slot])))
        {
            found.Add(new NamedFill(at, slot, words, new TextSpan(tokens[first].Start, tokens[end - 1].End), who, Holds(tokens[first..end], Regions)));
        }
    }

    // "Ada Bell, 43, of Oster", "a woman from Oster": where somebody lives.
    private void AddHome(SentenceRef at, TokenizedText text, ReadOnlySpan<Token> tokens, int of, List<NamedFill> found)
    {
        if (persons.NearestBefore(at.Sentence, of) is not { IsPronoun: false } who || of - who.End > ToOf)
        {
            return;
        }

        bool aside = who.Group >= 0 || who.Age >= 0;
        for (int i = who.End; i < of; i++)
        {
            aside &= tokens[i].Kind == TokenKind.Number || (tokens[i].Kind == TokenKind.Punctuation && text.Source[tokens[i].Start] is ',' or '-');
        }

        bool comma = of > who.End && tokens[of - 1].Kind == TokenKind.Punctuation;
        if (aside && (comma || tokens[of].Term == From || who.Group >= 0) && Name(text, tokens, of + 1, out int first, out int end) is { } words)
        {
            found.Add(new NamedFill(at, 0, words, new TextSpan(tokens[first].Start, tokens[end - 1].End), who, Holds(tokens[first..end], Regions)));
        }
    }

    // The capitalised words from here on; null where none stand here, or none that tells something.
    private static string[]? Name(TokenizedText text, ReadOnlySpan<Token> tokens, int from, out int first, out int end)
    {
        first = from;
        while (first < tokens.Length && Articles.Contains(tokens[first].Term) && !(tokens[first].IsCapitalised && first + 1 < tokens.Length && !tokens[first + 1].IsCapitalised))
        {
            first++;
        }

        end = first;
        List<string> words = [];
        while (end < tokens.Length && end - first < MostWords)
        {
            ref readonly Token t = ref tokens[end];
            bool inner = end > first && end + 1 < tokens.Length && Inner.Contains(t.Term) && tokens[end + 1].IsCapitalised;
            bool hyphen = end > first && t.Kind == TokenKind.Punctuation && text.Source[t.Start] == '-' && (t.Flags & TokenFlags.AfterSpace) == 0;
            if (!inner && !hyphen && !(t.IsWord && t.IsCapitalised && !Times.Contains(t.Term)))
            {
                break;
            }

            if (t.IsWord && new string(text.Chars(t)).TrimEnd('.').ToLowerInvariant() is { } word && !Generic.Contains(word))
            {
                words.Add(word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("\u2019s", StringComparison.Ordinal) ? word[..^2] : word);
            }

            end++;
        }

        return words.Count == 0 || (tokens[end - 1].Flags & TokenFlags.Possessive) != 0 || end >= tokens.Length ? null : [.. words];
    }

    private static bool Holds(ReadOnlySpan<Token> tokens, TermSet words)
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

using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Whose age a figure gives, where a name stands beside it: "Lee Moran, 61", "61-year-old Lee Moran".</summary>
internal static class FigureOwner
{
    // Words of a name on either side of an age.
    private const int LongestName = 4;

    private static readonly TermSet Aliases = TermHash.SetOf("aka", "alias", "nicknamed");

    // Adjectives of countries (countries.tsv).
    private static readonly FrozenSet<string> Nations = EmbeddedData.Rows("countries.tsv").SelectMany(static r => r[2].Split('|', StringSplitOptions.RemoveEmptyEntries)).Where(static w => !w.Contains(' ', StringComparison.Ordinal)).Select(static w => w.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stems of the name beside the age; none where a common noun stands there.</summary>
    public static HashSet<uint> Of(StoryContext story, StoryFigure age)
    {
        TokenizedText text = story.Analyzed(age.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[age.At.Sentence]);
        HashSet<uint> name = [];
        (int first, int end) = FigureSlotReader.TokensOf(tokens, age.Extracted.Span);
        int behind = end;
        bool nation = false;
        while (behind < Math.Min(tokens.Length, end + LongestName) && (IsName(tokens[behind]) || IsHyphen(text, tokens, behind)))
        {
            nation |= IsNation(text, tokens[behind]);
            if (tokens[behind].IsWord && !IsNation(text, tokens[behind]))
            {
                name.Add(tokens[behind].Stem);
            }

            behind++;
        }

        // "The 41-year-old Norwegian": nobody's name.
        if (nation && name.Count == 0 && behind == end + 1)
        {
            return name;
        }

        // "61-year-old Marden man": where he comes from.
        if (behind < tokens.Length && text.String(tokens[behind].Span).ToLowerInvariant() is var noun && (CountedThings.IsPerson(noun) || CountedThings.IsPeople(noun)))
        {
            name.Clear();
        }

        // "Moran, 61" and "Moran (61)"; words before the comma that open no clause of their own.
        int last = first - 2;
        if (name.Count == 0 && last >= 0 && text.Source[tokens[first - 1].Start] is ',' or '(')
        {
            int from = last;
            while (from >= Math.Max(0, last - LongestName + 1) && (IsName(tokens[from]) || IsHyphen(text, tokens, from)))
            {
                if (tokens[from].IsWord)
                {
                    name.Add(tokens[from].Stem);
                }

                from--;
            }

            // "Dan Roe, aka Red, 37": the name before it is his too.
            if (from > 1 && Aliases.Contains(tokens[from].Term) && text.Source[tokens[from - 1].Start] == ',')
            {
                for (int i = from - 2; i >= Math.Max(0, from - 1 - LongestName) && IsName(tokens[i]); i--)
                {
                    name.Add(tokens[i].Stem);
                }
            }
        }

        return name;
    }

    // "Holt-Berg".
    private static bool IsHyphen(TokenizedText text, ReadOnlySpan<Token> tokens, int i) =>
        i > 0 && i + 1 < tokens.Length && text.Source[tokens[i].Start] is '-' or '\u2010' && tokens[i - 1].End == tokens[i].Start && tokens[i].End == tokens[i + 1].Start && IsName(tokens[i - 1]) && IsName(tokens[i + 1]);

    private static bool IsNation(TokenizedText text, in Token token) => token.IsWord && Nations.Contains(text.String(token.Span).ToLowerInvariant());

    private static bool IsName(in Token token) => token is { IsWord: true, IsCapitalised: true, IsStopWord: false };
}

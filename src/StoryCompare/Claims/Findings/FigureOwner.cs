using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Whose age a figure gives, where a name stands beside it: "Lee Moran, 61", "61-year-old Lee Moran".</summary>
internal static class FigureOwner
{
    // Words of a name on either side of an age.
    private const int LongestName = 4;

    /// <summary>The stems of the name beside the age; none where a common noun stands there.</summary>
    public static HashSet<uint> Of(StoryContext story, StoryFigure age)
    {
        TokenizedText text = story.Analyzed(age.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[age.At.Sentence]);
        HashSet<uint> name = [];
        (int first, int end) = FigureSlotReader.TokensOf(tokens, age.Extracted.Span);
        int behind = end;
        while (behind < Math.Min(tokens.Length, end + LongestName) && IsName(tokens[behind]))
        {
            name.Add(tokens[behind].Stem);
            behind++;
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
            for (int i = last; i >= Math.Max(0, last - LongestName + 1) && IsName(tokens[i]); i--)
            {
                name.Add(tokens[i].Stem);
            }
        }

        return name;
    }

    private static bool IsName(in Token token) => token is { IsWord: true, IsCapitalised: true, IsStopWord: false };
}

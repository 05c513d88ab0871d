using StoryCompare.Claims.Lexicon;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different offices or ranks of one person: "CEO Lena Fosk" in one article, "chief operating officer Lena Fosk" in another.</summary>
/// <remarks>Only offices of one ladder are held against each other, only where each article tells one of them, and never former, acting or deputy ones. Linear in the story's names.</remarks>
internal static class OfficeConflicts
{
    // Tokens of an apposition before the office: "Lena Fosk, the company's chief executive".
    private const int AppositionReach = 5;

    // Tokens of the longest office before a name.
    private const int LongestOffice = 4;

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ConflictLedger ledger) => PersonTelling.Find(story, ledger, Read, "two rungs of one ladder");

    private static (string Scale, string Value, TextSpan Span)? Read(TokenizedText text, ReadOnlySpan<Token> tokens, int first, int end) =>
        (Before(tokens, text, first) ?? Inside(tokens, first, end) ?? Behind(tokens, text, end)) is { } office
            ? (office.Name[..office.Name.IndexOf('/', StringComparison.Ordinal)], office.Name, office.Span)
            : null;

    // "CEO Lena Fosk", "Foreign Minister Elena Sorin"; a name may hold its title.
    private static (string Name, TextSpan Span)? Before(ReadOnlySpan<Token> tokens, TokenizedText text, int first)
    {
        int last = first > 0 && text.Source[tokens[first - 1].Start] == '.' ? first - 1 : first;
        for (int i = Math.Max(0, last - LongestOffice); i < last; i++)
        {
            if (OfficeWords.Ladders.Match(tokens, i, out int length) is { } office && i + length == last)
            {
                return IsOther(tokens, i) ? null : (office, new TextSpan(tokens[i].Start, tokens[last - 1].End));
            }
        }

        return null;
    }

    private static (string Name, TextSpan Span)? Inside(ReadOnlySpan<Token> tokens, int first, int end) =>
        OfficeWords.Ladders.Match(tokens, first, out int length) is { } office && first + length < end && !IsOther(tokens, first) && !(first + length < end && OfficeWords.Ladders.Match(tokens, first + length, out _) is not null)
            ? (office, new TextSpan(tokens[first].Start, tokens[first + length - 1].End))
            : null;

    // "Lena Fosk, the company's chief executive".
    private static (string Name, TextSpan Span)? Behind(ReadOnlySpan<Token> tokens, TokenizedText text, int end)
    {
        if (end >= tokens.Length || text.Source[tokens[end].Start] != ',')
        {
            return null;
        }

        for (int i = end + 1; i < Math.Min(tokens.Length, end + AppositionReach) && tokens[i].IsWord; i++)
        {
            if (OfficeWords.Other.Contains(tokens[i].Term))
            {
                return null;
            }

            if (OfficeWords.Ladders.Match(tokens, i, out int length) is { } office)
            {
                return (office, new TextSpan(tokens[i].Start, tokens[i + length - 1].End));
            }
        }

        return null;
    }

    // "Former", "deputy", or one of two offices: "president and chief executive".
    private static bool IsOther(ReadOnlySpan<Token> tokens, int first) => first > 0 && OfficeWords.Other.Contains(tokens[first - 1].Term);
}

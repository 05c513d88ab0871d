using System.Globalization;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one office of one person at different ranks: "the associate director, Lena Fosk", "Fosk was deputy associate director".</summary>
/// <remarks>Always low: outlets shorten a title. Only where no article tells both ranks.</remarks>
internal static class RankConflicts
{
    // Tokens before a name, behind its comma, and behind a verb of being after it, in which the office stands.
    private const int Before = 5;
    private const int Behind = 7;

    private static readonly TermSet Being = TermHash.SetOf("was", "is", "as", "became", "been", "then", "the", "an", "a", "worked", "served", "serving", "named", "appointed");
    private static readonly TermSet Of = TermHash.SetOf("of", "at", "for", "to", "by", "told", "asked");

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ConflictLedger ledger) => PersonTelling.Find(story, ledger, Read, "one office at two ranks; low, since titles are shortened");

    private static (string Scale, string Value, TextSpan Span)? Read(TokenizedText text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        int office = first - 1;
        bool leads = office >= 0 && OfficeWords.Ranked.Contains(tokens[office].Stem);
        for (int i = end; !leads && i < Math.Min(tokens.Length, end + Behind) && !Of.Contains(tokens[i].Term); i++)
        {
            bool joins = Being.Contains(tokens[i].Term) || OfficeWords.Ranks.Contains(tokens[i].Stem) || (i == end && text.Source[tokens[i].Start] == ',');
            leads = OfficeWords.Ranked.Contains(tokens[i].Stem);
            office = i;
            if (!leads && !joins)
            {
                break;
            }
        }

        return leads ? RankOf(text, tokens, office) : null;
    }

    private static (string Scale, string Value, TextSpan Span) RankOf(TokenizedText text, ReadOnlySpan<Token> tokens, int office)
    {
        int from = office;
        string rank = "";
        while (from > 0 && office - from < Before && (OfficeWords.Ranks.Contains(tokens[from - 1].Stem) || text.Source[tokens[from - 1].Start] == '-'))
        {
            from--;
            rank = tokens[from].IsWord ? text.String(tokens[from].Span).ToLowerInvariant() + " " + rank : rank;
        }

        return (tokens[office].Stem.ToString(CultureInfo.InvariantCulture), rank, new TextSpan(tokens[from].Start, tokens[office].End));
    }
}

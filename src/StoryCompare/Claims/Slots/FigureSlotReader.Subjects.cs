using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <content>What a bare number counts that is told of its subject: "claims fell to 293,000", "applications for the grant totalled 4,100".</content>
internal static partial class FigureSlotReader
{
    // Tokens of a subject and its verb before the number.
    private const int LongestCounted = 10;

    private static readonly TermSet Amounting = TermHash.SetOf("totalled", "totaled", "totals", "totalling", "totaling", "numbered", "number", "reached", "topped", "exceeded", "averaged", "hit", "passed");
    private static readonly TermSet Counts = TermHash.SetOf("number", "total", "count", "tally", "figure");
    private static readonly TermSet Priced = TermHash.SetOf("shares", "stocks", "prices", "futures", "odds", "earnings", "temperatures", "times", "others", "things", "talks", "series", "news");

    private static readonly TermSet SpeechNouns = TermHash.SetOf("claims", "reports", "warnings", "announcements", "denials", "statements");

    // The plural that heads the subject; empty where the verb before the number does not tell an amount.
    private static string SubjectOf(TokenizedText text, ReadOnlySpan<Token> tokens, int first)
    {
        if (first < 2)
        {
            return "";
        }

        bool changed = first > 2 && (tokens[first - 1].Term == To || tokens[first - 1].Term == At) && CountedThings.Change.Contains(tokens[first - 2].Stem) && tokens[first - 2].IsWord;
        int verb = changed ? first - 2 : Amounting.Contains(tokens[first - 1].Term) ? first - 1 : -1;
        if (verb < 1)
        {
            return "";
        }

        int start = verb;
        while (start > Math.Max(0, verb - LongestCounted) && tokens[start - 1].IsWord && !Conjunctions.Contains(tokens[start - 1].Term) && !Attached.Contains(tokens[start - 1].Term))
        {
            start--;
        }

        // The head stands before the first preposition: "applications for the grant"; behind it where only a number is named: "the number of applications".
        int end = NounEnd(tokens, start, verb);
        if (end < verb && end > start && Counts.Contains(tokens[end - 1].Term) && tokens[end].Term == Of)
        {
            end = NounEnd(tokens, end + 1, verb);
        }

        ref readonly Token head = ref tokens[Math.Max(0, end - 1)];
        bool plain = end > start && head.IsWord && head.IsContent && (!head.IsCapitalised || end == 1) && !Priced.Contains(head.Term);
        string noun = plain ? text.String(head.Span).ToLowerInvariant() : "";
        return noun.Length > 3 && noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i' or '\'') ? noun : "";
    }

    // "Claims for the grant", "new reports fell": what is counted, where no content of speech follows.
    private static bool IsCountOfSpeech(TokenizedText text, ReadOnlySpan<Token> tokens, int i) =>
        SpeechNouns.Contains(tokens[i].Term) && i + 1 < tokens.Length && (Prepositions.Contains(tokens[i + 1].Term) || Insertions.IsFinite(text, tokens, i + 1) || CountedThings.Change.Contains(tokens[i + 1].Stem));

    private static int NounEnd(ReadOnlySpan<Token> tokens, int from, int to)
    {
        int end = from;
        while (end < to && !Prepositions.Contains(tokens[end].Term))
        {
            end++;
        }

        return end;
    }
}

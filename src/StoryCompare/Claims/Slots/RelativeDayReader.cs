using System.Collections.Frozen;
using System.Globalization;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads days told from what was told before, and the acts they date (<c>relative_days.tsv</c>). Linear in the sentence.</summary>
internal static class RelativeDayReader
{
    // Tokens from the time to the verb before it, and to the first verb behind it; a time that opens its sentence reaches further.
    private const int ToVerbBefore = 14;
    private const int ToVerbBehind = 6;
    private const int FromFront = 18;

    // Tokens between verbs that are told together: "shot and killed".
    private const int Together = 2;

    private static readonly PhraseTable<string> Phrases = PhraseTable.Of(EmbeddedData.Rows("relative_days.tsv").SelectMany(static r => r[1].Split('|').Select(w => (w, r[0]))));
    private static readonly TermSet Light = WordTable.StemsOf("date_words.tsv", "light");
    private static readonly FrozenSet<int> Speech = [.. new[] { "say", "report", "announce", "claim", "deny", "confirm", "warn", "see" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];

    /// <summary>The days of a sentence, in order.</summary>
    public static IEnumerable<RelativeDaySlot> Read(ArticleSlots article, int sentence)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[sentence]);
        List<RelativeDaySlot> found = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Phrases.Match(tokens, i, out int length) is not { } offset)
            {
                continue;
            }

            (int, int, int)[] acts = Acts(article.Acts(sentence), tokens, i, i + length);
            if (acts.Length > 0)
            {
                found.Add(new RelativeDaySlot(int.Parse(offset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), new TextSpan(tokens[i].Start, tokens[i + length - 1].End), acts));
            }

            i += length - 1;
        }

        return found;
    }

    // The verb before the time, or, where none stands there, the first ones behind it, with those told together with it.
    private static (int First, int Count, int Class)[] Acts(ActMention[] acts, ReadOnlySpan<Token> tokens, int first, int end)
    {
        ActMention[] told = [.. Told(acts, tokens)];
        ActMention? before = told.LastOrDefault(m => m.FirstToken < first && first - m.FirstToken <= ToVerbBefore) is { TokenCount: > 0 } b ? b : null;
        if (before is { } verb)
        {
            return [.. told.Where(m => m.FirstToken <= verb.FirstToken && verb.FirstToken - m.FirstToken <= Together).Select(static m => (m.FirstToken, m.TokenCount, (int)m.Class))];
        }

        // "Later that day, as he fled, he shot and killed an agent": every verb behind it.
        int reach = first <= 1 ? FromFront : ToVerbBehind;
        return [.. told.Where(m => m.FirstToken >= end && m.FirstToken <= end + reach).Select(static m => (m.FirstToken, m.TokenCount, (int)m.Class))];
    }

    private static List<ActMention> Told(ActMention[] acts, ReadOnlySpan<Token> tokens)
    {
        List<ActMention> told = [];
        foreach (ActMention m in acts)
        {
            if ((m.Part & ActPart.Verb) != 0 && !Speech.Contains(m.Class) && (m.TokenCount > 1 || !Light.Contains(tokens[m.FirstToken].Stem)))
            {
                told.Add(m);
            }
        }

        return told;
    }
}

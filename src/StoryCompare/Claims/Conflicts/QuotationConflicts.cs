using StoryCompare.Claims.Findings;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one quotation printed in different words by different outlets. Low severity: translation and cutting explain most.</summary>
internal static class QuotationConflicts
{
    private const int LongQuotation = 8;

    /// <summary>Adds one conflict a quotation whose versions differ by a content word that is neither cut off nor an editor's insertion.</summary>
    public static void Find(StoryContext story, IReadOnlyList<List<StoryQuote>> groups, ConflictLedger ledger)
    {
        foreach (List<StoryQuote> g in groups)
        {
            StoryQuote first = g[0];
            StoryQuote? other = g.Find(q => story.Outlet[q.Article] != story.Outlet[first.Article] && Differ(story, first, q));
            if (other is null)
            {
                continue;
            }

            string a = story.Analyzed(first.Article).Text.String(first.Mention.Span);
            string b = story.Analyzed(other.Article).Text.String(other.Mention.Span);
            ledger.Add(new ConflictDraft
            {
                Kind = ConflictKind.Quotation,
                Severity = Severity.Low,
                About = first.Mention.SpeakerName ?? "quotation",
                Explanation = $"one quotation in different words: {a} / {b}",
                Sides = [new SideDraft(a, [first.At]), new SideDraft(b, [other.At])],
                Details = [$"quotation: {first.Stems.Count} and {other.Stems.Count} content words, {first.Stems.Count(other.Stems.Contains)} shared"],
            });
        }
    }

    // Within the stretch that both print: a cut at either end is no other wording.
    private static bool Differ(StoryContext story, StoryQuote a, StoryQuote b)
    {
        List<uint> x = Words(story, a);
        List<uint> y = Words(story, b);
        int start = 0;
        while (start < Math.Min(x.Count, y.Count) && x[start] == y[start])
        {
            start++;
        }

        int end = 0;
        while (end < Math.Min(x.Count, y.Count) - start && x[^(end + 1)] == y[^(end + 1)])
        {
            end++;
        }

        if (start + end >= Math.Min(x.Count, y.Count))
        {
            // A word or two missing from a long quotation is an edit, not a cut.
            return Math.Min(x.Count, y.Count) >= LongQuotation && x.Count != y.Count && Math.Abs(x.Count - y.Count) <= 2;
        }

        return !Contains(x, y) && !Contains(y, x);
    }

    private static bool Contains(List<uint> longer, List<uint> shorter)
    {
        for (int i = 0; i + shorter.Count <= longer.Count; i++)
        {
            int k = 0;
            while (k < shorter.Count && longer[i + k] == shorter[k])
            {
                k++;
            }

            if (k == shorter.Count)
            {
                return true;
            }
        }

        return false;
    }

    private static List<uint> Words(StoryContext story, StoryQuote quote)
    {
        TokenizedText text = story.Analyzed(quote.Article).Text;
        List<uint> words = [];
        for (int s = quote.Mention.FirstSentence; s <= quote.Mention.LastSentence; s++)
        {
            foreach (Token t in text.TokensOf(text.Sentences[s]))
            {
                if (t.Kind <= TokenKind.Number && quote.Mention.Span.Contains(t.Span))
                {
                    words.Add(t.Term);
                }
            }
        }

        return words;
    }
}

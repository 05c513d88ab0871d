using StoryCompare.Alignment;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>A quotation of a story's article, its content words and its place.</summary>
internal sealed record StoryQuote(int Article, QuoteMention Mention, HashSet<uint> Stems)
{
    public SentenceRef At => new(Article, Mention.FirstSentence);
}

/// <summary>Joins the printings of one quotation, though translated or reworded.</summary>
internal static class QuotationGroups
{
    /// <summary>Least overlap of the content words of two versions, in the shorter one's words.</summary>
    private const double Overlap = 0.6;

    /// <summary>Least overlap where the sentences are aligned or the speakers are one.</summary>
    private const double OverlapWhenTied = 0.45;

    // Quotations that a word brings up: with more the word is the story's own, and the first ones hold a version of each.
    private const int MostPerStem = 256;

    // The same of two shared words, where the sentences are aligned and the speakers are one: a translation.
    private const double Overlap2 = 0.4;

    /// <summary>Groups of versions in order of the first one; every quotation is in one.</summary>
    /// <remarks>Candidates share a stem, found through an index.</remarks>
    public static List<List<StoryQuote>> Group(StoryContext story)
    {
        List<StoryQuote> quotes = [];
        List<int> groupOf = [];
        List<List<StoryQuote>> groups = [];
        Dictionary<uint, List<int>> byStem = [];
        for (int a = 0; a < story.Articles.Length; a++)
        {
            foreach (QuoteMention q in story.Analyzed(a).Quotes.Quotes)
            {
                StoryQuote quote = new(a, q, Stems(story.Analyzed(a).Text, q));
                int home = Home(story, quote, quotes, groupOf, byStem);
                if (home < 0)
                {
                    home = groups.Count;
                    groups.Add([]);
                }

                groups[home].Add(quote);
                foreach (uint stem in quote.Stems)
                {
                    if (!byStem.TryGetValue(stem, out List<int>? list))
                    {
                        byStem[stem] = list = [];
                    }

                    if (list.Count < MostPerStem)
                    {
                        list.Add(quotes.Count);
                    }
                }

                quotes.Add(quote);
                groupOf.Add(home);
            }
        }

        return groups;
    }

    private static int Home(StoryContext story, StoryQuote quote, List<StoryQuote> quotes, List<int> groupOf, Dictionary<uint, List<int>> byStem)
    {
        Dictionary<int, int> shared = [];
        bool complete = true;
        foreach (uint stem in quote.Stems)
        {
            List<int> list = byStem.GetValueOrDefault(stem) ?? [];
            complete &= list.Count < MostPerStem;
            foreach (int other in list)
            {
                shared[other] = shared.GetValueOrDefault(other) + 1;
            }
        }

        int home = -1;
        double best = 0;
        foreach ((int other, int listed) in shared.OrderBy(static s => s.Key))
        {
            StoryQuote candidate = quotes[other];
            int count = complete ? listed : quote.Stems.Count(candidate.Stems.Contains);
            double overlap = (double)count / Math.Min(quote.Stems.Count, candidate.Stems.Count);
            double balance = (double)count / Math.Max(quote.Stems.Count, candidate.Stems.Count);
            if (candidate.Article != quote.Article && Same(story, quote, candidate, count, overlap) && overlap + balance > best)
            {
                best = overlap + balance;
                home = groupOf[other];
            }
        }

        return home;
    }

    private static bool Same(StoryContext story, StoryQuote a, StoryQuote b, int shared, double overlap)
    {
        bool tied = story.Aligned(a.At, b.At);
        if (Math.Min(a.Stems.Count, b.Stems.Count) <= 2)
        {
            // A word or two: one quotation only where the sentences say the same.
            return overlap == 1 && tied;
        }

        if (shared == 2 && tied && SameSpeaker(a.Mention, b.Mention))
        {
            return overlap >= Overlap2;
        }

        return shared >= 3 && overlap >= (tied || SameSpeaker(a.Mention, b.Mention) ? OverlapWhenTied : Overlap);
    }

    /// <summary>Whether two mentions name one speaker, by the last word of the name.</summary>
    public static bool SameSpeaker(QuoteMention a, QuoteMention b) =>
        a.SpeakerName is { Length: > 0 } x && b.SpeakerName is { Length: > 0 } y && TermHash.Of(LastWord(x)) == TermHash.Of(LastWord(y));

    private static ReadOnlySpan<char> LastWord(string name) => name.AsSpan(name.LastIndexOf(' ') + 1);

    private static HashSet<uint> Stems(TokenizedText text, QuoteMention quote)
    {
        HashSet<uint> stems = [];
        for (int s = quote.FirstSentence; s <= quote.LastSentence; s++)
        {
            foreach (Token t in text.TokensInside(text.Sentences[s], quote.Span))
            {
                if (t.IsContent)
                {
                    stems.Add(t.Stem);
                }
            }
        }

        return stems;
    }
}

using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Finds what one article alone states: informative sentences that nothing in the story matches.</summary>
internal static class SingleSourceFindings
{
    /// <summary>Least words of a statement worth listing.</summary>
    private const int ShortestTokens = 7;

    /// <summary>By article, then position. None for a story of one article.</summary>
    public static IReadOnlyList<SingleSourceClaim> Write(StoryContext story, IReadOnlyList<FigureGroup> figures, IReadOnlyList<List<StoryQuote>> quotes)
    {
        List<SingleSourceClaim> found = [];
        if (story.Articles.Length < 2)
        {
            return found;
        }

        HashSet<SentenceRef> matched = Matched(figures, quotes);
        for (int a = 0; a < story.Articles.Length; a++)
        {
            ArticleSlots article = story.Articles[a];
            for (int s = 0; s < article.SentenceCount; s++)
            {
                SentenceRef at = new(a, s);
                Sentence sentence = article.Article.Text.Sentences[s];
                if (sentence.Kind == SentenceKind.Body && sentence.TokenCount >= ShortestTokens && story.GroupOfSentence[a][s] < 0 && !matched.Contains(at) && IsInformative(article, s))
                {
                    Provenance where = story.Cite(at);
                    found.Add(new SingleSourceClaim(story.IdOf('u', found.Count), where.Article, where.Text, [where]));
                }
            }
        }

        return found;
    }

    private static HashSet<SentenceRef> Matched(IReadOnlyList<FigureGroup> figures, IReadOnlyList<List<StoryQuote>> quotes)
    {
        HashSet<SentenceRef> matched = [];
        foreach (FigureGroup g in figures)
        {
            if (g.Members.Select(static m => m.At.Article).Distinct().Count() > 1)
            {
                matched.UnionWith(g.Members.Select(static m => m.At));
            }
        }

        foreach (List<StoryQuote> g in quotes)
        {
            if (g.Count > 1)
            {
                foreach (StoryQuote q in g)
                {
                    for (int s = q.Mention.FirstSentence; s <= q.Mention.LastSentence; s++)
                    {
                        matched.Add(new SentenceRef(q.Article, s));
                    }
                }
            }
        }

        return matched;
    }

    // A name, a figure or a quotation.
    private static bool IsInformative(ArticleSlots article, int sentence)
    {
        Range figures = article.Figures(sentence);
        return figures.End.Value > figures.Start.Value || article.Names(sentence).Any() || article.Article.Quotes.InSentence(sentence).Any();
    }
}

namespace StoryCompare.Clustering.Live;

/// <summary>Says why an article is where it is, and which pair decided that stories became one or two.</summary>
internal sealed class LiveReasons(TextTable texts, LiveScorer scorer)
{
    private const int MostMisses = 3;
    private const int MostCompared = 8;
    private static readonly int LeastMiss = PairScorer.OfProbability(0.1);

    /// <summary>The pair that ties the article to its story most, then its near misses.</summary>
    public List<PairReason> Of(HeldArticle article)
    {
        HeldText text = article.Text;
        if (text.Copies > 1)
        {
            return [Reason(article, text.OtherThan(article), joined: true, PairScorer.One)];
        }

        List<PairReason> reasons = [];
        if (text.Story!.Texts.Count > 1 && Likeliest([text], text.Story) is { } best)
        {
            reasons.Add(Reason(article, best.B.First, joined: true, best.Score));
        }

        List<(HeldText Text, int Score)> misses = [];
        for (int i = 0; i < text.Neighbours.Count; i++)
        {
            if (text.Neighbours.Score(i) >= LeastMiss && texts.Find(text.Neighbours.Number(i)) is { } other && other.Story != text.Story)
            {
                misses.Add((other, text.Neighbours.Score(i)));
            }
        }

        reasons.AddRange(misses.OrderByDescending(static m => m.Score).ThenBy(static m => m.Text.Number).Take(MostMisses)
            .Select(m => Reason(article, m.Text.First, joined: false, m.Score)));
        return reasons;
    }

    /// <summary>The likeliest pair of the texts that moved and the rest of where they are now or, when they began a story, of where they were.</summary>
    public List<PairReason> Of(StoryMove move)
    {
        bool joined = move.Kind != StoryUpdateKind.Split;
        return Likeliest(move.Texts, joined ? move.Into : move.From) is { } best ? [Reason(best.A.First, best.B.First, joined, best.Score)] : [];
    }

    private (HeldText A, HeldText B, int Score)? Likeliest(IReadOnlyList<HeldText> these, HeldStory story)
    {
        (HeldText A, HeldText B, int Score)? best = null;
        foreach (HeldText a in these.TakeLast(MostCompared))
        {
            for (int i = 0; i < a.Neighbours.Count; i++)
            {
                if (texts.Find(a.Neighbours.Number(i)) is { } b && b.Story == story && !these.Contains(b) && a.Neighbours.Score(i) > (best?.Score ?? -1))
                {
                    best = (a, b, a.Neighbours.Score(i));
                }
            }
        }

        if (best is null && story.Texts.FirstOrDefault(t => !these.Contains(t)) is { } any)
        {
            best = (these[0], any, scorer.Score(these[0], any));
        }

        return best;
    }

    private static PairReason Reason(HeldArticle x, HeldArticle y, bool joined, int score)
    {
        (HeldArticle a, HeldArticle b) = string.CompareOrdinal(x.Id, y.Id) <= 0 ? (x, y) : (y, x);
        return ReasonWriter.Of(a.Id, b.Id, a.Text.Vectors, b.Text.Vectors, joined, score, a.Text == b.Text);
    }
}

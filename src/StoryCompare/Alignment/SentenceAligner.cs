using StoryCompare.Analysis;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Alignment;

/// <summary>A sentence of a story.</summary>
internal readonly record struct SentenceRef(int Article, int Sentence)
{
    /// <summary>Where it stands among the sentences of the story: by article, then by place.</summary>
    public long Place => ((long)Article << 32) | (uint)Sentence;
}

/// <summary>Two sentences of different articles that say the same thing.</summary>
/// <param name="A">The one of the earlier article.</param>
/// <param name="B">The other.</param>
/// <param name="Score">Probability, in [0, 1].</param>
/// <param name="Kind">How they are related.</param>
/// <param name="Parts">What the score is made of.</param>
internal readonly record struct AlignedPair(SentenceRef A, SentenceRef B, double Score, AlignmentKind Kind, PairParts Parts = default);

/// <summary>The main parts of a pair's score, each in [0, 1].</summary>
/// <param name="Words">Weighted share of words in common, near synonyms and folded names included.</param>
/// <param name="Order">Share of the words in the same order.</param>
/// <param name="Names">Share of names in common.</param>
/// <param name="Numbers">Share of numbers in common; 0 where there are none.</param>
/// <param name="Neighbours">Similarity of the sentences round them.</param>
internal readonly record struct PairParts(float Words, float Order, float Names, float Numbers, float Neighbours);

/// <summary>Sentences that say the same thing.</summary>
/// <param name="Members">By article, then sentence; of two articles or more.</param>
/// <param name="Pairs">The pairs that hold the group: all aligned ones, or those with the medoid where members are many.</param>
internal sealed record AlignmentGroup(IReadOnlyList<SentenceRef> Members, IReadOnlyList<AlignedPair> Pairs);

/// <summary>Aligns the sentences of a story's articles.</summary>
internal static class SentenceAligner
{
    // Beyond this many members a group lists the pairs with its medoid alone: their number stays linear.
    private const int MaxDescribed = 12;

    /// <summary>Groups in order of their first member. A sentence that tells several things may stand in several groups.</summary>
    /// <param name="articles">The story's articles.</param>
    /// <param name="nameGroups">From name folding: group number by article and entity.</param>
    /// <param name="options">Options.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static IReadOnlyList<AlignmentGroup> Align(IReadOnlyList<AnalyzedArticle> articles, int[][] nameGroups, StoryCompareOptions options, CancellationToken cancellationToken)
    {
        if (articles.Count < 2)
        {
            return [];
        }

        List<int[]> numbers = [];
        List<SentenceSource[]> sources = [];
        for (int a = 0; a < articles.Count; a++)
        {
            numbers.Add(AlignedSentences(articles[a].Text));
            uint[]?[] names = NameKeys.OfSentences(articles[a], a < nameGroups.Length ? nameGroups[a] : []);
            bool[]?[] speech = SpeechParts.OfSentences(articles[a].Text, articles[a].Quotes);
            sources.Add([.. numbers[a].Select(s => Source(articles[a].Text, s, names, speech))]);
        }

        ParallelOptions parallel = Together.Threads(options.MaxDegreeOfParallelism, cancellationToken);
        ArticleContext[] contexts = ArticleContext.OfStory(sources, parallel);
        StoryIndex index = new(contexts);
        List<CandidatePair> candidates = index.Candidates(parallel);
        List<ScoredPair> scored = CommonPartners.Apply(index, ArticleEvidence.Apply(index, StoryAlignment.Score(contexts, index, candidates, parallel)));
        if (options.Embeddings is not null)
        {
            EmbeddingSignal.Apply(options.Embeddings, scored, s => Text(articles, index, numbers, s), cancellationToken);
        }

        List<ScoredPair> kept = PairDecoder.Decode(index, scored, PairDecoder.MemberScore);
        Dictionary<long, float> scores = kept.ToDictionary(static p => StoryScorer.Key(p.A, p.B), static p => p.Score);
        WordingPairs wordings = new(index, kept);
        List<AlignmentGroup> groups = [];
        foreach (List<int> members in AlignmentGrouper.Group(index, kept, wordings))
        {
            cancellationToken.ThrowIfCancellationRequested();
            groups.Add(new AlignmentGroup([.. members.Select(m => Ref(index, numbers, m))], Pairs(contexts, index, numbers, members, scores, wordings)));
        }

        return groups;
    }

    // Embedded posts never support a statement; a cross-heading states nothing.
    private static int[] AlignedSentences(TokenizedText text) =>
        [.. Enumerable.Range(0, text.Sentences.Length).Where(s => text.Sentences[s].Kind is SentenceKind.Body or SentenceKind.Title)];

    private static SentenceSource Source(TokenizedText text, int sentence, uint[]?[] names, bool[]?[] speech) =>
        new(text, text.Sentences[sentence].FirstToken, text.Sentences[sentence].TokenCount, names[sentence], text.Sentences[sentence].Kind == SentenceKind.Title, speech[sentence]);

    private static string Text(IReadOnlyList<AnalyzedArticle> articles, StoryIndex index, List<int[]> numbers, int sentence)
    {
        SentenceRef r = Ref(index, numbers, sentence);
        return articles[r.Article].Text.String(articles[r.Article].Text.Sentences[r.Sentence].Span);
    }

    private static SentenceRef Ref(StoryIndex index, List<int[]> numbers, int sentence) =>
        new(index.ArticleOf(sentence), numbers[index.ArticleOf(sentence)][index.NumberOf(sentence)]);

    private static List<AlignedPair> Pairs(ArticleContext[] contexts, StoryIndex index, List<int[]> numbers, List<int> members, Dictionary<long, float> scores, WordingPairs wordings)
    {
        Span<float> f = stackalloc float[PairFeatures.Count];
        List<AlignedPair> pairs = [];
        int medoid = members.Count > MaxDescribed ? Medoid(members, scores) : -1;
        for (int i = 0; i < members.Count; i++)
        {
            for (int j = i + 1; j < members.Count; j++)
            {
                if (medoid >= 0 && members[i] != medoid && members[j] != medoid)
                {
                    continue;
                }

                float score = scores.TryGetValue(StoryScorer.Key(members[i], members[j]), out float own) ? own : wordings.Score(members[i], members[j]);
                if (score > 0)
                {
                    SentenceProfile a = index.Profile(members[i]);
                    SentenceProfile b = index.Profile(members[j]);
                    PairFeatures.MeasureForKind(a, b, f);
                    float neighbours = ContextFeatures.Neighbours(contexts[index.ArticleOf(members[i])], index.NumberOf(members[i]), contexts[index.ArticleOf(members[j])], index.NumberOf(members[j]));
                    PairParts parts = new(f[(int)PairFeature.RelaxedDice], f[(int)PairFeature.Order], f[(int)PairFeature.Names], f[(int)PairFeature.Numbers], neighbours);
                    pairs.Add(new AlignedPair(Ref(index, numbers, members[i]), Ref(index, numbers, members[j]), score, PairKind.Of(a, b, f), parts));
                }
            }
        }

        return pairs;
    }

    // The member closest to all others; the first of equals.
    private static int Medoid(List<int> members, Dictionary<long, float> scores) =>
        members.MaxBy(m => members.Sum(o => scores.GetValueOrDefault(StoryScorer.Key(Math.Min(m, o), Math.Max(m, o)))));
}

using System.Runtime.InteropServices;

namespace StoryCompare.Alignment;

/// <summary>An article as the aligner sees it: the profiles of its sentences and its words as one unit vector.</summary>
internal sealed class ArticleContext
{
    private WordVector? _words;

    /// <summary>An article of these sentences.</summary>
    /// <param name="sentences">Profiles of the sentences that are aligned, in text order.</param>
    public ArticleContext(SentenceProfile[] sentences)
    {
        Sentences = sentences;
    }

    /// <summary>Profiles in text order.</summary>
    public SentenceProfile[] Sentences { get; }

    // Made when first asked for: a report needs none.
    private WordVector Words => _words ??= WordVector.Of(Sentences);

    /// <summary>TF-IDF cosine of two articles, in [0, 1].</summary>
    public float Cosine(ArticleContext other) => Words.Cosine(other.Words);

    /// <summary>The articles of one story, their words weighted for it.</summary>
    /// <param name="articles">By article, the sentences to align, in text order.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    public static ArticleContext[] OfStory(IReadOnlyList<SentenceSource[]> articles, ParallelOptions parallel)
    {
        SentenceProfile[][] profiles = new SentenceProfile[articles.Count][];
        Parallel.For(0, profiles.Length, parallel, static () => new SentenceProfiler(), (a, _, profiler) =>
        {
            profiles[a] = Array.ConvertAll(articles[a], profiler.Profile);
            return profiler;
        }, static _ => { });
        Dictionary<uint, int> holders = [];
        int sentences = 0;
        foreach (SentenceProfile profile in profiles.SelectMany(static p => p))
        {
            sentences++;
            foreach (ProfileWord w in profile.Words)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(holders, w.Stem, out _)++;
            }
        }

        foreach (SentenceProfile profile in profiles.SelectMany(static p => p))
        {
            profile.WeighForStory(holders, sentences);
        }

        return [.. profiles.Select(static p => new ArticleContext(p))];
    }
}

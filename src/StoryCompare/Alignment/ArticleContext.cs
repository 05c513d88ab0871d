using System.Runtime.InteropServices;

namespace StoryCompare.Alignment;

/// <summary>An article as the aligner sees it: the profiles of its sentences and its words as one unit vector.</summary>
internal sealed class ArticleContext
{
    private readonly uint[] _stems;
    private readonly float[] _weights;

    /// <summary>An article of these sentences.</summary>
    /// <param name="sentences">Profiles of the sentences that are aligned, in text order.</param>
    public ArticleContext(SentenceProfile[] sentences)
    {
        Sentences = sentences;
        SortedDictionary<uint, (int Count, float Weight)> words = [];
        foreach (SentenceProfile s in sentences)
        {
            foreach (ProfileWord w in s.Words)
            {
                words[w.Stem] = (words.GetValueOrDefault(w.Stem).Count + 1, w.Weight);
            }
        }

        _stems = [.. words.Keys];
        _weights = [.. words.Values.Select(static v => (1 + MathF.Log(v.Count)) * v.Weight)];
        double norm = 0;
        foreach (float w in _weights)
        {
            norm += w * w;
        }

        float scale = norm > 0 ? (float)(1 / Math.Sqrt(norm)) : 0;
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] *= scale;
        }
    }

    /// <summary>Profiles in text order.</summary>
    public SentenceProfile[] Sentences { get; }

    /// <summary>TF-IDF cosine of two articles, in [0, 1].</summary>
    public float Cosine(ArticleContext other)
    {
        float sum = 0;
        int i = 0;
        int j = 0;
        while (i < _stems.Length && j < other._stems.Length)
        {
            uint x = _stems[i];
            uint y = other._stems[j];
            if (x == y)
            {
                sum += _weights[i] * other._weights[j];
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return Math.Min(1, sum);
    }

    /// <summary>The articles of one story, their words weighted for it.</summary>
    public static ArticleContext[] OfStory(IReadOnlyList<SentenceSource[]> articles)
    {
        SentenceProfiler profiler = new();
        SentenceProfile[][] profiles = [.. articles.Select(a => a.Select(profiler.Profile).ToArray())];
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

using System.Diagnostics;
using System.Globalization;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Measures;

namespace StoryCompare.Benchmarks.Peers;

/// <summary>Which articles tell of one event: ours against TF-IDF over all pairs, joined from a threshold on (single link).</summary>
internal static class ArticlePeers
{
    private const string Task = "which articles tell of one event";

    public static IEnumerable<PeerResult> Generated(int articles)
    {
        GeneratedArticle[] generated = [.. CorpusGenerator.Corpus(articles)];
        return Run(string.Create(CultureInfo.InvariantCulture, $"generated corpus, {articles:#,##0} articles"), [.. generated.Select(static g => g.Article)], [.. generated.Select(static g => g.Event)]);
    }

    /// <summary>A labelled set in the evaluation's schema.</summary>
    public static IEnumerable<PeerResult> Labelled(string path)
    {
        (IReadOnlyList<Article> articles, IReadOnlyList<int> events) = LabelledFile.Read(path);
        return Run(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, {articles.Count:#,##0} articles"), articles, events);
    }

    private static IEnumerable<PeerResult> Run(string input, IReadOnlyList<Article> articles, IReadOnlyList<int> events)
    {
        StoryComparer.Default.Cluster(articles.Take(Math.Min(200, articles.Count)));
        Stopwatch clock = Stopwatch.StartNew();
        IReadOnlyList<ArticleStory> stories = StoryComparer.Default.Cluster(articles);
        double seconds = clock.Elapsed.TotalSeconds;
        ClusterAccuracy ours = ClusterAccuracy.Of(events, Numbered(stories));
        yield return new PeerResult(Task, input, PeerResult.Ours, seconds, false, ours.Precision, ours.Recall, string.Create(CultureInfo.InvariantCulture, $"defaults; adjusted Rand {ours.AdjustedRand:0.000}"));

        clock.Restart();
        TfIdf vectors = new([.. articles.Select(static a => $"{a.Title}\n{a.Text}")]);
        List<(float Cosine, int A, int B)> near = [];
        vectors.AllPairs((a, b, cosine) =>
        {
            if (cosine >= 0.1)
            {
                near.Add((cosine, a, b));
            }
        });
        near.Sort(static (x, y) => y.Cosine.CompareTo(x.Cosine));
        double peer = clock.Elapsed.TotalSeconds;
        ClusterAccuracy best = default;
        float bestCut = 0;
        int[] parent = [.. Enumerable.Range(0, articles.Count)];
        int next = 0;
        for (float cut = 0.9f; cut >= 0.1f; cut -= 0.02f)
        {
            for (; next < near.Count && near[next].Cosine >= cut; next++)
            {
                parent[Root(parent, near[next].A)] = Root(parent, near[next].B);
            }

            ClusterAccuracy here = ClusterAccuracy.Of(events, [.. Enumerable.Range(0, articles.Count).Select(i => Root(parent, i))]);
            (best, bestCut) = here.F1 > best.F1 ? (here, cut) : (best, bestCut);
        }

        yield return new PeerResult(Task, input, "TF-IDF cosine, single link", peer, false, best.Precision, best.Recall, string.Create(CultureInfo.InvariantCulture, $"best threshold of this very set: {bestCut:0.00}; adjusted Rand {best.AdjustedRand:0.000}"));
    }

    /// <summary>Story ids as numbers.</summary>
    public static int[] Numbered(IReadOnlyList<ArticleStory> stories)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        return [.. stories.Select(s => numbers.TryGetValue(s.Story, out int n) ? n : numbers[s.Story] = numbers.Count)];
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using StoryCompare.Benchmarks.Measures;

namespace StoryCompare.Benchmarks.Peers;

/// <summary>One clustering of one file in a process of its own: a line of JSON, ours and the scripts' alike.</summary>
internal sealed record ClusteringRun(
    [property: JsonPropertyName("method")] string Method,
    [property: JsonPropertyName("eps")] double? Eps,
    [property: JsonPropertyName("articles")] int Articles,
    [property: JsonPropertyName("clusters")] int Clusters,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("processorSeconds")] double ProcessorSeconds,
    [property: JsonPropertyName("peakMegabytes")] long PeakMegabytes,
    [property: JsonPropertyName("precision")] double Precision,
    [property: JsonPropertyName("recall")] double Recall,
    [property: JsonPropertyName("f1")] double F1,
    [property: JsonPropertyName("adjustedRand")] double AdjustedRand)
{
    /// <summary>Ours, twice: the first call in a process, compilation at run time included, and the second. As in the scripts, reading the file and scoring are not timed.</summary>
    public static IEnumerable<string> Ours(string path)
    {
        (IReadOnlyList<Article> articles, IReadOnlyList<int> events) = LabelledFile.Read(path);
        foreach (string method in (string[])[PeerResult.Ours, PeerResult.Ours + ", warm"])
        {
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            Stopwatch clock = Stopwatch.StartNew();
            IReadOnlyList<ArticleStory> stories = StoryComparer.Default.Cluster(articles);
            double seconds = clock.Elapsed.TotalSeconds;
            double used = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
            ClusterAccuracy a = ClusterAccuracy.Of(events, ArticlePeers.Numbered(stories));
            using Process own = Process.GetCurrentProcess();
            yield return JsonSerializer.Serialize(new ClusteringRun(method, null, articles.Count, a.Clusters, Math.Round(seconds, 3), Math.Round(used, 3), own.PeakWorkingSet64 / 1024 / 1024, Math.Round(a.Precision, 4), Math.Round(a.Recall, 4), Math.Round(a.F1, 4), Math.Round(a.AdjustedRand, 4)));
        }
    }

    public static ClusteringRun? Parse(string line) => line.StartsWith('{') ? JsonSerializer.Deserialize<ClusteringRun>(line) : null;
}

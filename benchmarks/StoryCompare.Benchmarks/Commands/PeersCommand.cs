using StoryCompare.Benchmarks.Peers;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>Ours and theirs in one run, time and accuracy side by side.</summary>
internal static class PeersCommand
{
    public static IReadOnlyList<PeerResult> Run(Arguments line)
    {
        int articles = line.Number("articles", Sizes.Of(200, 6));
        List<PeerResult> results = [];
        foreach (PeerResult result in SentencePeers.Run(articles, sentencesEach: Sizes.Of(42, 10), same: Sizes.Of(2000, 50), other: Sizes.Of(40_000, 300))
            .Concat(ArticlePeers.Generated(Sizes.Of(4000, 60)))
            .Concat(line.All("data").SelectMany(ArticlePeers.Labelled)))
        {
            Console.WriteLine($"{result.Input}: {result.Method}: {Markdown.Seconds(result.Seconds)}, P {Markdown.Share(result.Precision)} R {Markdown.Share(result.Recall)} F1 {Markdown.Share(result.F1)} ({result.Note})");
            results.Add(result);
        }

        if (line.Get("out") is { } folder)
        {
            File.WriteAllText(Path.Combine(Machine.Folder(folder), "peers.md"), Machine.Header("Peers: the same work, time beside accuracy", "peers") + Write(results));
        }

        return results;
    }

    public static string Write(IReadOnlyList<PeerResult> results)
    {
        const string Explanation = "`~`: time of the sample, multiplied to all pairs. Peers are given the threshold that is best on the very input they are scored on; StoryCompare runs with its defaults.\n";
        return string.Concat(results.GroupBy(static r => (r.Task, r.Input)).Select(static g =>
            $"## {char.ToUpperInvariant(g.Key.Task[0])}{g.Key.Task[1..]}: {g.Key.Input}\n\n" +
            Markdown.Table(["method", "time", "times ours", "precision", "recall", "F1", "note"], g.Select(r => (IReadOnlyList<string>)[r.Method, (r.Extrapolated ? "~" : "") + Markdown.Seconds(r.Seconds), Markdown.Ratio(r.Seconds / g.First().Seconds), Markdown.Share(r.Precision), Markdown.Share(r.Recall), Markdown.Share(r.F1), r.Note])) + "\n")) + Explanation;
    }
}

using System.Globalization;
using StoryCompare.Benchmarks.Peers;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>Clusters labelled files with StoryCompare and, by <c>benchmarks/scripts</c>, with scikit-learn, one after the other, each in a process of its own.</summary>
internal static class ClusteringCommand
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    // Dense distances of more articles do not fit.
    private const int MostDense = 20_000;

    /// <summary>One run, for the process that asked for it.</summary>
    public static void One(Arguments line) => Console.WriteLine(string.Join(Environment.NewLine, ClusteringRun.Ours(line.Need("data"))));

    public static IReadOnlyList<(string File, IReadOnlyList<ClusteringRun> Runs)> Run(Arguments line)
    {
        List<string> files = [.. line.All("data")];
        string? generated = null;
        if (line.Number("generated", Sizes.Of(10_000, 100)) is > 0 and int articles)
        {
            files.Add(generated = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"generated-{articles}-{Environment.ProcessId}.jsonl")));
            GenerateCommand.Write(generated, articles, 1);
        }

        List<(string, IReadOnlyList<ClusteringRun>)> results = [];
        foreach (string file in files)
        {
            string name = file == generated ? "generated articles" : Path.GetFileName(file);
            List<ClusteringRun> runs = [.. Read(Child.Self(Most, "cluster-one", "--data", file))];
            string script = Path.Combine(Machine.Root, "benchmarks", "scripts", "sklearn_clustering.py");
            foreach (string method in (string[])["dbscan", "average"])
            {
                if (method == "dbscan" || (runs.Count > 0 && runs[0].Articles <= MostDense))
                {
                    runs.AddRange(Read(Child.Run(Environment.GetEnvironmentVariable("STORYCOMPARE_PYTHON") ?? "/usr/bin/python3", Most, [script, file, method])));
                }
            }

            Console.WriteLine(Write([(name, runs)]));
            results.Add((name, runs));
        }

        if (generated is not null)
        {
            File.Delete(generated);
        }

        if (line.Get("out") is { } folder)
        {
            File.WriteAllText(Path.Combine(Machine.Folder(folder), "clustering.md"), Machine.Header("Clustering beside scikit-learn, one file, one run", "clustering") + Write(results));
        }

        return results;
    }

    private static IEnumerable<ClusteringRun> Read(string? output) => (output ?? "").Split('\n').Select(ClusteringRun.Parse).OfType<ClusteringRun>();

    private static string Write(IReadOnlyList<(string File, IReadOnlyList<ClusteringRun> Runs)> results)
    {
        const string Explanation = "Every process starts fresh; reading the file and scoring are not timed. scikit-learn has no threshold that serves every set: each one tried is shown, in bold the best for that set, which a user cannot know.\n\n";
        return Explanation + string.Concat(results.Select(static r => $"## {r.File}, {(r.Runs.Count > 0 ? r.Runs[0].Articles : 0).ToString("#,##0", CultureInfo.InvariantCulture)} articles\n\n" + Table(r.Runs) + (r.Runs.Any(static o => o.Eps is not null) ? "\n" : "\nscikit-learn was not run: `apt-get install python3-sklearn`, or name an interpreter that has it in `STORYCOMPARE_PYTHON`.\n\n")));
    }

    private static string Table(IReadOnlyList<ClusteringRun> runs) => Markdown.Table(
        ["method", "cut", "seconds", "times ours", "processor time", "peak memory", "clusters", "B-cubed P", "R", "F1", "adjusted Rand"],
        runs.Select(r =>
        {
            bool best = r.Eps is not null && r == runs.Where(o => o.Method == r.Method).MaxBy(static o => o.F1);
            string f1 = Markdown.Share(r.F1);
            return (IReadOnlyList<string>)[
                r.Method, r.Eps?.ToString("0.##", CultureInfo.InvariantCulture) ?? "none", r.Seconds.ToString("0.00", CultureInfo.InvariantCulture), Markdown.Ratio(r.Seconds / runs[0].Seconds), r.ProcessorSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s",
                r.PeakMegabytes.ToString("#,##0", CultureInfo.InvariantCulture) + " MB", r.Clusters.ToString("#,##0", CultureInfo.InvariantCulture), Markdown.Share(r.Precision), Markdown.Share(r.Recall), best ? $"**{f1}**" : f1, Markdown.Share(r.AdjustedRand)];
        }));
}

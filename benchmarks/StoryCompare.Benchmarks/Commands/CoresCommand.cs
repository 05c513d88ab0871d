using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>What the second core adds to a batch: one thread against two over the same articles, turn by turn, which must give the same bytes.</summary>
internal static class CoresCommand
{
    // Rounds of each; the best one counts, since a neighbour only ever makes a round longer.
    private const int Rounds = 5;

    public static void Run(Arguments line)
    {
        string text = Machine.Header("Second core", "cores")
            + "The same batch by one thread and by two, in turn, the best of five rounds each; the answers are the same to the byte. They are compared, and the report written for it by one thread, outside the time. Processor time says what the second thread costs in work.\n\n"
            + Markdown.Table(["batch", "one thread", "two threads", "ratio", "processor time, two to one"], [Row("clustering", Clustering()), Row("comparison", Comparison())]);
        Console.WriteLine(text);
        if (line.Get("out") is { } folder)
        {
            File.WriteAllText(Path.Combine(Machine.Folder(folder), "cores.md"), text);
        }
    }

    /// <summary>Clusters a generated corpus.</summary>
    public static Measured Clustering()
    {
        Article[] articles = [.. CorpusGenerator.Corpus(Sizes.Of(5000, 50)).Select(static g => g.Article)];
        return Measure(articles.Length, threads => Comparer(threads).Cluster(articles), static stories => string.Join('\n', stories.Select(static s => s.Article + "\t" + s.Story)));
    }

    /// <summary>Clusters and compares a generated corpus, its report as JSON.</summary>
    private static Measured Comparison()
    {
        Article[] articles = [.. CorpusGenerator.Corpus(Sizes.Of(1000, 30)).Select(static g => g.Article)];
        return Measure(articles.Length, threads => Comparer(threads).Compare(articles), static report => ReportWriter.ToJson(report));
    }

    private static StoryComparer Comparer(int threads) => new(new StoryCompareOptions { MaxDegreeOfParallelism = threads });

    private static Measured Measure<T>(int articles, Func<int, T> work, Func<T, string> bytes)
    {
        double[] seconds = [double.MaxValue, double.MaxValue];
        double[] processor = [double.MaxValue, double.MaxValue];
        byte[]?[] answers = new byte[2][];
        for (int round = 0; round < Rounds; round++)
        {
            for (int threads = 1; threads <= 2; threads++)
            {
                // Each starts with the memory of the one before given back.
                GC.Collect();
                TimeSpan used = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                T answer = work(threads);
                seconds[threads - 1] = Math.Min(seconds[threads - 1], Stopwatch.GetElapsedTime(start).TotalSeconds);
                processor[threads - 1] = Math.Min(processor[threads - 1], (Environment.CpuUsage.TotalTime - used).TotalSeconds);
                answers[threads - 1] = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(bytes(answer)));
            }

            if (!answers[0]!.AsSpan().SequenceEqual(answers[1]))
            {
                throw new InvalidOperationException("One thread and two give different answers.");
            }
        }

        return new Measured(articles, seconds[0], seconds[1], processor[1] / processor[0]);
    }

    private static IReadOnlyList<string> Row(string what, Measured m) =>
        [string.Create(CultureInfo.InvariantCulture, $"{what}, {m.Articles:#,##0} generated articles"), Markdown.Seconds(m.One), Markdown.Seconds(m.Two), Markdown.Ratio(m.Ratio), m.Work.ToString("0.00", CultureInfo.InvariantCulture)];

    /// <summary>One batch by one thread and by two, in seconds; <paramref name="Work"/> is the processor time of two in that of one.</summary>
    internal sealed record Measured(int Articles, double One, double Two, double Work)
    {
        /// <summary>Times the throughput of one thread.</summary>
        public double Ratio => One / Two;
    }
}

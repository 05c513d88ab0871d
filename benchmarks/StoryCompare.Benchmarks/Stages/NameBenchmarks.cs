using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Names;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Is it one name: our decision and FuzzySharp's ratio over the same pairs. On labelled sets: the evaluation's task <c>names</c>.</summary>
public class NameBenchmarks : IWorkload, IScored
{
    private const int Pairs = 190;

    // Neighbours are one name in the first row, two in the second; no other two are one.
    private static readonly string[] Names =
        ["Dayr al-Zawr", "Deir Ezzor", "Daesh", "ISIL", "Syrian Observatory for Human Rights", "SOHR", "Muammar Gaddafi", "Moammar Kadhafi", "Hashd al-Sha’abi", "Hashd al-Shaabi", "Vladimir Putin", "V. Putin",
         "General Motors Co.", "General Electric", "Tal Safouk", "Tal Afar", "Iraq", "Iran", "University of Kansas", "University of Kentucky"];

    private const int One = 12;

    private static readonly NameKey[] Keys = [.. Names.Select(static n => NameKeyBuilder.Build(n))];

    Work IWorkload.WorkOf(string benchmark) => new(1, "pairs");

    double IScored.F1Of(string benchmark) => benchmark == nameof(MatchPairs)
        ? F1(static (i, j) => NameMatcher.Match(Keys[i], Keys[j]).Same)
        : Enumerable.Range(1, 100).Max(static cut => F1((i, j) => FuzzySharp.Fuzz.Ratio(Names[i], Names[j]) >= cut));

    [Benchmark(OperationsPerInvoke = Pairs, Baseline = true, Description = "NameMatcher")]
    public int MatchPairs() => NewsSample.Check(Count(static (i, j) => NameMatcher.Match(Keys[i], Keys[j]).Same), 1, 30);

    [Benchmark(OperationsPerInvoke = Pairs, Description = "FuzzySharp Ratio")]
    public int FuzzySharpPairs() => NewsSample.Check(Count(static (i, j) => FuzzySharp.Fuzz.Ratio(Names[i], Names[j]) >= 60), 1, Pairs);

    private static int Count(Func<int, int, bool> same)
    {
        int count = 0;
        for (int i = 0; i < Names.Length; i++)
        {
            for (int j = i + 1; j < Names.Length; j++)
            {
                count += same(i, j) ? 1 : 0;
            }
        }

        return count;
    }

    private static double F1(Func<int, int, bool> same)
    {
        int right = Enumerable.Range(0, One / 2).Count(i => same(2 * i, (2 * i) + 1));
        return 2.0 * right / (Count(same) + (One / 2));
    }
}

using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Names;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Is it one name: our decision and FuzzySharp's ratio over the same pairs. How right both are: the evaluation's task <c>names</c>.</summary>
public class NameBenchmarks : IWorkload
{
    private static readonly string[] Names =
        ["Dayr al-Zawr", "Deir Ezzor", "Daesh", "ISIL", "Syrian Observatory for Human Rights", "SOHR", "Muammar Gaddafi", "Moammar Kadhafi", "General Motors Co.", "General Electric",
         "Tal Safouk", "Tal Afar", "Iraq", "Iran", "Popular Mobilization Units", "Hashd al-Sha’abi", "Vladimir Putin", "V. Putin", "University of Kansas", "University of Kentucky"];

    private NameKey[] _keys = [];

    Work IWorkload.WorkOf(string benchmark) => new(1, "pairs");

    [GlobalSetup]
    public void Setup()
    {
        _keys = [.. Names.Select(static n => NameKeyBuilder.Build(n))];
        if (!NameMatcher.Match(_keys[0], _keys[1]).Same || NameMatcher.Match(_keys[12], _keys[13]).Same)
        {
            throw new InvalidOperationException("The matcher gives other answers than its tests.");
        }
    }

    [Benchmark(OperationsPerInvoke = 190, Baseline = true, Description = "NameMatcher")]
    public int MatchPairs()
    {
        int same = 0;
        for (int i = 0; i < _keys.Length; i++)
        {
            for (int j = i + 1; j < _keys.Length; j++)
            {
                same += NameMatcher.Match(_keys[i], _keys[j]).Same ? 1 : 0;
            }
        }

        return NewsSample.Check(same, 1, 30);
    }

    [Benchmark(OperationsPerInvoke = 190, Description = "FuzzySharp Ratio")]
    public int FuzzySharpPairs()
    {
        int same = 0;
        for (int i = 0; i < Names.Length; i++)
        {
            for (int j = i + 1; j < Names.Length; j++)
            {
                same += FuzzySharp.Fuzz.Ratio(Names[i], Names[j]) >= 85 ? 1 : 0;
            }
        }

        return NewsSample.Check(same, 1, 30);
    }
}

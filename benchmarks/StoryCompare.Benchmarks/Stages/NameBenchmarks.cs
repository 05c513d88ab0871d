using BenchmarkDotNet.Attributes;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Names: extraction over the seeds, pair decisions, and FuzzySharp's ratio over the same pairs as a peer.</summary>
public class NameBenchmarks
{
    private static readonly string[] Names =
        ["Dayr al-Zawr", "Deir Ezzor", "Daesh", "ISIL", "Syrian Observatory for Human Rights", "SOHR", "Muammar Gaddafi", "Moammar Kadhafi", "General Motors Co.", "General Electric",
         "Tal Safouk", "Tal Afar", "Iraq", "Iran", "Popular Mobilization Units", "Hashd al-Sha’abi", "Vladimir Putin", "V. Putin", "University of Kansas", "University of Kentucky"];

    private CleanedArticle[] _articles = [];
    private NameKey[] _keys = [];

    [GlobalSetup]
    public void Setup()
    {
        string root = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(root, "seeds")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The seeds were not found.");
        }

        _articles = [.. Directory.GetFiles(Path.Combine(root, "seeds"), "*.txt").Order(StringComparer.Ordinal).Select(static f => TextAnalyzer.Analyze(new Article(File.ReadAllText(f))))];
        _keys = [.. Names.Select(static n => NameKeyBuilder.Build(n))];
        if (!NameMatcher.Match(_keys[0], _keys[1]).Same || NameMatcher.Match(_keys[12], _keys[13]).Same)
        {
            throw new InvalidOperationException("The matcher gives other answers than its tests.");
        }
    }

    [Benchmark]
    public int ExtractSeeds() => _articles.Sum(static a => NameExtractor.Extract(a).Mentions.Count);

    [Benchmark(OperationsPerInvoke = 190)]
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

        return same;
    }

    [Benchmark(OperationsPerInvoke = 190)]
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

        return same;
    }
}

using BenchmarkDotNet.Attributes;
using StoryCompare.Alignment;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Measures;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Peers;

/// <summary>Sentences that say the same in one small story, every pair judged, nothing extrapolated. The command <c>peers</c> does it for 200 articles.</summary>
public class SentencePeerBenchmarks : IWorkload, IScored
{
    private static readonly Lazy<StorySentences> Story = new(static () => new StorySentences(CorpusGenerator.Story(Sizes.Of(8, 3), Sizes.Of(25, 6), 40)));
    private static readonly Lazy<(int A, int B)[]> Pairs = new(static () => [.. Enumerable.Range(0, Story.Value.All.Count).SelectMany(static a => Enumerable.Range(0, a).Select(b => (b, a))).Where(static p => Story.Value.All[p.b].At.Article != Story.Value.All[p.a].At.Article)]);

    Work IWorkload.WorkOf(string benchmark) => new(Pairs.Value.Length, "pairs");

    double IScored.F1Of(string benchmark)
    {
        PairSample sample = new(Story.Value, Pairs.Value);
        switch (benchmark)
        {
            case nameof(StoryCompareAlign):
                List<int>[] of = Story.Value.GroupsOf(SentencePeers.Align(Story.Value));
                return sample.Of((a, b) => of[a].Exists(of[b].Contains)).F1;
            case nameof(TfIdfCosine):
                TfIdf vectors = Vectors();
                return sample.AtBestThreshold([.. sample.Pairs.Select(p => (double)vectors.Cosine(p.A, p.B))]).F1;
            default:
                Func<string, string, double> score = benchmark == nameof(TokenSetRatio) ? StringScores.TokenSetRatio : benchmark == nameof(WeightedRatio) ? StringScores.WeightedRatio : StringScores.KeptWords;
                return sample.AtBestThreshold([.. sample.Pairs.Select(p => score(Story.Value.All[p.A].Text, Story.Value.All[p.B].Text))]).F1;
        }
    }

    [GlobalSetup]
    public void Setup() => _ = Pairs.Value.Length;

    [Benchmark(Baseline = true, Description = "StoryCompare, align")]
    public int StoryCompareAlign() => NewsSample.Check(SentencePeers.Align(Story.Value).Sum(static g => g.Members.Count), 2, Story.Value.All.Count * 2);

    [Benchmark(Description = "TF-IDF cosine")]
    public int TfIdfCosine()
    {
        int same = 0;
        Vectors().AllPairs((_, _, cosine) => same += cosine > 0.45 ? 1 : 0);
        return NewsSample.Check(same, 1, Pairs.Value.Length);
    }

    [Benchmark(Description = "DiffPlex, words kept")]
    public int DiffPlexWords() => Count(StringScores.KeptWords, 0.6);

    [Benchmark(Description = "FuzzySharp TokenSetRatio")]
    public int TokenSetRatio() => Count(StringScores.TokenSetRatio, 72);

    [Benchmark(Description = "FuzzySharp WeightedRatio")]
    public int WeightedRatio() => Count(StringScores.WeightedRatio, 64);

    private static TfIdf Vectors() => new([.. Story.Value.All.Select(static s => s.Text)]);

    private static int Count(Func<string, string, double> score, double threshold) =>
        NewsSample.Check(Pairs.Value.Count(p => score(Story.Value.All[p.A].Text, Story.Value.All[p.B].Text) >= threshold), 1, Pairs.Value.Length);
}

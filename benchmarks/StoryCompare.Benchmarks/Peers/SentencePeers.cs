using System.Diagnostics;
using System.Globalization;
using DiffPlex;
using DiffPlex.Model;
using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Measures;
using StoryCompare.Names;

namespace StoryCompare.Benchmarks.Peers;

/// <summary>Which sentences of a story's articles say the same thing: ours against a score over all pairs, as users do it today.</summary>
/// <remarks>
/// Accuracy is taken on one random sample of pairs for all methods. The peers get the threshold that is best on that very sample; ours runs with its defaults.
/// Where all pairs would take too long, the time of the sample is multiplied; the table says so.
/// </remarks>
internal static class SentencePeers
{
    private static readonly char[] WordSeparators = [' ', ',', '.'];

    private const string Task = "which sentences say the same";

    public static IEnumerable<PeerResult> Run(int articles, int sentencesEach, int sample)
    {
        StorySentences story = new(CorpusGenerator.Story(articles, sentencesEach, articles * 3 / 2));
        (int A, int B)[] pairs = story.Sample(sample);
        bool[] gold = [.. pairs.Select(p => story.Same(p.A, p.B))];
        string input = string.Create(CultureInfo.InvariantCulture, $"generated story, {articles} articles, {story.All.Count:#,##0} sentences, {story.Pairs / 1e6:0.0} M pairs");

        Align(story);
        Stopwatch clock = Stopwatch.StartNew();
        IReadOnlyList<AlignmentGroup> groups = Align(story);
        double alignment = clock.Elapsed.TotalSeconds;
        List<int>[] of = story.GroupsOf(groups);
        PairAccuracy ours = PairAccuracy.Of(gold, [.. pairs.Select(p => of[p.A].Intersect(of[p.B]).Any())]);
        int positives = gold.Count(static g => g);
        yield return new PeerResult(Task, input, PeerResult.Ours, alignment, false, ours.Precision, ours.Recall, string.Create(CultureInfo.InvariantCulture, $"defaults; accuracy of all methods on {sample:#,##0} random pairs, {positives:#,##0} of them the same"));
        clock.Restart();
        Align(new StorySentences(CorpusGenerator.Story(articles, sentencesEach, articles * 3 / 2)));
        yield return new PeerResult(Task, input, PeerResult.Ours + ", reading the articles included", clock.Elapsed.TotalSeconds, false, ours.Precision, ours.Recall, "defaults");

        yield return TfIdfOverAll(story, pairs, gold, input);
        Differ differ = new();
        yield return Sampled(story, pairs, gold, input, "DiffPlex, share of words kept", (a, b) => KeptWords(differ, a, b));
        yield return Sampled(story, pairs, gold, input, "FuzzySharp TokenSetRatio", static (a, b) => FuzzySharp.Fuzz.TokenSetRatio(a, b));
        yield return Sampled(story, pairs, gold, input, "FuzzySharp WeightedRatio", static (a, b) => FuzzySharp.Fuzz.WeightedRatio(a, b));
    }

    private static IReadOnlyList<AlignmentGroup> Align(StorySentences story)
    {
        int[][] names = NameFolding.Fold([.. story.Analyzed.Select(static a => a.Names)], new NameOptions());
        return SentenceAligner.Align(story.Analyzed, names, new StoryCompareOptions(), CancellationToken.None);
    }

    private static PeerResult TfIdfOverAll(StorySentences story, (int A, int B)[] pairs, bool[] gold, string input)
    {
        Stopwatch clock = Stopwatch.StartNew();
        TfIdf vectors = new([.. story.All.Select(static s => s.Text)]);
        double sum = 0;
        vectors.AllPairs((_, _, cosine) => sum += cosine);
        double seconds = clock.Elapsed.TotalSeconds;
        PairAccuracy accuracy = PairAccuracy.AtBestThreshold(gold, [.. pairs.Select(p => (double)vectors.Cosine(p.A, p.B))]);
        return new PeerResult(Task, input, "TF-IDF cosine", sum > 0 ? seconds : double.NaN, false, accuracy.Precision, accuracy.Recall, Best(accuracy));
    }

    private static PeerResult Sampled(StorySentences story, (int A, int B)[] pairs, bool[] gold, string input, string method, Func<string, string, double> score)
    {
        double[] scores = new double[pairs.Length];
        for (int i = 0; i < Math.Min(200, pairs.Length); i++)
        {
            scores[i] = score(story.All[pairs[i].A].Text, story.All[pairs[i].B].Text);
        }

        Stopwatch clock = Stopwatch.StartNew();
        for (int i = 0; i < pairs.Length; i++)
        {
            scores[i] = score(story.All[pairs[i].A].Text, story.All[pairs[i].B].Text);
        }

        double seconds = clock.Elapsed.TotalSeconds * story.Pairs / pairs.Length;
        PairAccuracy accuracy = PairAccuracy.AtBestThreshold(gold, scores);
        return new PeerResult(Task, input, method, seconds, true, accuracy.Precision, accuracy.Recall, Best(accuracy));
    }

    private static double KeptWords(Differ differ, string a, string b)
    {
        DiffResult diff = differ.CreateWordDiffs(a, b, ignoreWhitespace: true, ignoreCase: true, WordSeparators);
        int all = diff.PiecesOld.Length + diff.PiecesNew.Length;
        return all == 0 ? 0 : 1 - (diff.DiffBlocks.Sum(static d => d.DeleteCountA + d.InsertCountB) / (double)all);
    }

    private static string Best(PairAccuracy accuracy) => string.Create(CultureInfo.InvariantCulture, $"best threshold of the sample: {accuracy.Threshold:0.##}");
}

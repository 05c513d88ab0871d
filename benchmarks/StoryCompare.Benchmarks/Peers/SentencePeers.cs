using System.Diagnostics;
using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Measures;
using StoryCompare.Names;

namespace StoryCompare.Benchmarks.Peers;

/// <summary>Which sentences of a story's articles say the same thing: ours against a score over all pairs, as users do it today.</summary>
/// <remarks>
/// All methods are judged on one sample of pairs. The peers get the threshold that is best on that very sample; ours runs with its defaults.
/// Where all pairs would take too long, the time of some pairs is multiplied; the table says so.
/// </remarks>
internal static class SentencePeers
{
    private const string Task = "which sentences say the same";

    // Cosine from which two sentences count as alike when pairs are drawn: below it nobody takes them for one statement.
    private const double Alike = 0.15;

    public static IEnumerable<PeerResult> Run(int articles, int sentencesEach, int same, int other)
    {
        IReadOnlyList<GeneratedArticle> generated = CorpusGenerator.Story(articles, sentencesEach, Math.Max(40, articles * 3 / 2));
        StorySentences story = new(generated);
        TfIdf likeness = new([.. story.All.Select(static s => s.Text)]);
        PairSample sample = new(story, same, other, (a, b) => likeness.Cosine(a, b) >= Alike);
        string input = string.Create(CultureInfo.InvariantCulture, $"generated story, {articles} articles, {story.All.Count:#,##0} sentences, {story.Pairs / 1e6:0.0} M pairs");

        Align(story);
        Stopwatch clock = Stopwatch.StartNew();
        IReadOnlyList<AlignmentGroup> groups = Align(story);
        double alignment = clock.Elapsed.TotalSeconds;
        List<int>[] of = story.GroupsOf(groups);
        PairAccuracy ours = sample.Of((a, b) => of[a].Exists(of[b].Contains));
        yield return new PeerResult(Task, input, PeerResult.Ours, alignment, false, ours.Precision, ours.Recall, "defaults; accuracy of all methods: " + sample.Description);
        clock.Restart();
        Align(new StorySentences(generated));
        yield return new PeerResult(Task, input, PeerResult.Ours + ", reading the articles included", clock.Elapsed.TotalSeconds, false, ours.Precision, ours.Recall, "defaults");

        clock.Restart();
        TfIdf vectors = new([.. story.All.Select(static s => s.Text)]);
        double sum = 0;
        vectors.AllPairs((_, _, cosine) => sum += cosine);
        double seconds = clock.Elapsed.TotalSeconds;
        PairAccuracy best = sample.AtBestThreshold([.. sample.Pairs.Select(p => (double)vectors.Cosine(p.A, p.B))]);
        yield return new PeerResult(Task, input, "TF-IDF cosine", sum > 0 ? seconds : double.NaN, false, best.Precision, best.Recall, Best(best));
        yield return Sampled(story, sample, input, "DiffPlex, share of words kept", StringScores.KeptWords);
        yield return Sampled(story, sample, input, "FuzzySharp TokenSetRatio", StringScores.TokenSetRatio);
        yield return Sampled(story, sample, input, "FuzzySharp WeightedRatio", StringScores.WeightedRatio);
    }

    /// <summary>Names folded, sentences aligned: all that follows on reading the articles.</summary>
    public static IReadOnlyList<AlignmentGroup> Align(StorySentences story)
    {
        int[][] names = NameFolding.Fold([.. story.Analyzed.Select(static a => a.Names)], new NameOptions());
        return SentenceAligner.Align(story.Analyzed, names, new StoryCompareOptions(), CancellationToken.None);
    }

    private static PeerResult Sampled(StorySentences story, PairSample sample, string input, string method, Func<string, string, double> score)
    {
        double[] scores = new double[sample.Pairs.Count];
        double Score(int i) => scores[i] = score(story.All[sample.Pairs[i].A].Text, story.All[sample.Pairs[i].B].Text);
        for (int i = 0; i < sample.Random; i++)
        {
            Score(i);
        }

        Stopwatch clock = Stopwatch.StartNew();
        for (int i = sample.Random; i < scores.Length; i++)
        {
            Score(i);
        }

        double seconds = clock.Elapsed.TotalSeconds * story.Pairs / (scores.Length - sample.Random);
        PairAccuracy accuracy = sample.AtBestThreshold(scores);
        return new PeerResult(Task, input, method, seconds, true, accuracy.Precision, accuracy.Recall, Best(accuracy));
    }

    private static string Best(PairAccuracy accuracy) => string.Create(CultureInfo.InvariantCulture, $"best threshold of the sample: {accuracy.Threshold:0.##}");
}

using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Alignment;

/// <summary>A logistic blend of pair features with its decision threshold; two heads add trees (<see cref="PairTrees"/>).</summary>
/// <remarks>Coefficients are learned by the evaluation host's <c>train-alignment</c>, which writes <c>alignment_model.tsv</c> and names the sets they come from.</remarks>
internal sealed class AlignmentModel
{
    // Those that are not 0: a head reads few of all features, and every pair of a story is scored by one.
    private readonly int[] _read;
    private readonly float[] _coefficients;
    private readonly float _bias;
    private readonly PairTrees? _trees;

    private AlignmentModel(string head, Dictionary<string, Dictionary<string, float>> table, PairTrees? trees = null)
    {
        _trees = trees;
        Dictionary<string, float> rows = table[head];
        _read = [.. Enumerable.Range(0, PairFeatures.Count).Where(i => rows.ContainsKey(((PairFeature)i).ToString()))];
        _coefficients = Array.ConvertAll(_read, i => rows[((PairFeature)i).ToString()]);
        _bias = rows["bias"];
        Threshold = rows["threshold"];
    }

    private static Dictionary<string, Dictionary<string, float>> Table { get; } = Load();

    /// <summary>Asks of two sentences by themselves: are they one statement. Learned from pairs of similar length that tell the same set of events, or not.</summary>
    public static AlignmentModel Sentence { get; } = new("sentence", Table);

    /// <summary>Asks of two sentences by themselves: do they tell several things in common.</summary>
    public static AlignmentModel Several { get; } = new("several", Table);

    /// <summary>Asks of two sentences in their articles, of one story or not: do they tell a thing in common.</summary>
    public static AlignmentModel RelatedInArticles => InArticles.Related;

    /// <summary>Asks of two sentences in their articles, of one story or not: do they tell several things in common.</summary>
    public static AlignmentModel SeveralInArticles => InArticles.Several;

    /// <summary>Asks of two sentences of one story: are they to be aligned. The only head that a report uses.</summary>
    public static AlignmentModel Story { get; } = new("story", Table);

    /// <summary>Scores of at least this much are held to be the same statement.</summary>
    public float Threshold { get; }

    /// <summary>Probability, in [0, 1].</summary>
    public float Score(ReadOnlySpan<float> features) => Logistic(Logit(features));

    /// <summary>The blend before the logistic curve, with what the trees of the head add.</summary>
    public float Logit(ReadOnlySpan<float> features)
    {
        float sum = _bias;
        for (int i = 0; i < _read.Length; i++)
        {
            sum += _coefficients[i] * features[_read[i]];
        }

        return _trees is null ? sum : sum + _trees.Sum(features);
    }

    /// <summary>The logistic curve.</summary>
    public static float Logistic(float x) => 1 / (1 + MathF.Exp(-x));

    private static Dictionary<string, Dictionary<string, float>> Load()
    {
        Dictionary<string, Dictionary<string, float>> table = new(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.Rows("alignment_model.tsv"))
        {
            if (!table.TryGetValue(row[0], out Dictionary<string, float>? head))
            {
                table[row[0]] = head = new(StringComparer.Ordinal);
            }

            head[row[1]] = float.Parse(row[2], CultureInfo.InvariantCulture);
        }

        return table;
    }

    // Apart: a comparison never reads them, and neither their trees.
    private static class InArticles
    {
        public static readonly AlignmentModel Related = new("relatedInArticles", Table, PairTrees.Load("relatedInArticles"));
        public static readonly AlignmentModel Several = new("severalInArticles", Table, PairTrees.Load("severalInArticles"));
    }
}

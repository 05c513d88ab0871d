using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Clustering;

/// <summary>The logistic model that says how likely two articles tell of one event. Coefficients are written by the evaluation task <c>train-clustering</c>.</summary>
internal sealed class ClusteringModel
{
    private readonly double[] _coefficients;
    private readonly double[] _context;
    private readonly double[] _merge;

    /// <summary>A model of given coefficients, for training.</summary>
    /// <param name="coefficients">One for each of <see cref="PairFeatures.Names"/>.</param>
    /// <param name="context">One for each of <see cref="BatchContext.Names"/>; by default a pair's own log odds stand.</param>
    /// <param name="merge">One for each of <see cref="MergeFeatures.Names"/>; by default the mean log odds of two groups stand.</param>
    public ClusteringModel(double[] coefficients, double[]? context = null, double[]? merge = null)
    {
        _coefficients = coefficients;
        _context = context ?? [0, 1, 0, 0, 0, 0, 0];
        _merge = merge ?? [0, 1];
    }

    /// <summary>The model that ships with the library.</summary>
    public static ClusteringModel Default { get; } = Load("clustering_model.tsv");

    /// <summary>Log odds of a pair from its <see cref="PairFeatures"/>.</summary>
    public double Logit(ReadOnlySpan<double> features) => Dot(_coefficients, features);

    /// <summary>Log odds of a pair of a small batch from its <see cref="BatchContext"/>.</summary>
    public double InContext(ReadOnlySpan<double> features) => Dot(_context, features);

    /// <summary>Log odds that two groups of a small batch tell of one event, from their <see cref="MergeFeatures"/>.</summary>
    public double OfMerge(ReadOnlySpan<double> features) => Dot(_merge, features[.._merge.Length]);

    /// <summary>Reads a model written by the evaluation task.</summary>
    public static ClusteringModel Of(IEnumerable<string[]> rows)
    {
        Dictionary<string, double> byName = rows.ToDictionary(static r => r[0], static r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new ClusteringModel([.. PairFeatures.Names.Select(n => byName.GetValueOrDefault(n))], [.. BatchContext.Names.Select(n => byName.GetValueOrDefault(n))], [.. MergeFeatures.Names.Select(n => byName.GetValueOrDefault(n))]);
    }

    private static ClusteringModel Load(string name) => Of(EmbeddedData.Rows(name));

    private static double Dot(double[] coefficients, ReadOnlySpan<double> features)
    {
        double z = 0;
        for (int i = 0; i < features.Length; i++)
        {
            z += coefficients[i] * features[i];
        }

        return z;
    }
}

using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Clustering;

/// <summary>The logistic model that says how likely two articles tell of one event. Coefficients are written by the evaluation task <c>train-clustering</c>.</summary>
internal sealed class ClusteringModel
{
    private readonly double[] _coefficients;

    /// <summary>A model of given coefficients, for training.</summary>
    /// <param name="coefficients">One for each of <see cref="PairFeatures.Names"/>.</param>
    public ClusteringModel(double[] coefficients)
    {
        _coefficients = coefficients;
    }

    /// <summary>The model that ships with the library.</summary>
    public static ClusteringModel Default { get; } = Load("clustering_model.tsv");

    public double Logit(ReadOnlySpan<double> features)
    {
        double z = 0;
        for (int i = 0; i < features.Length; i++)
        {
            z += _coefficients[i] * features[i];
        }

        return z;
    }

    private static ClusteringModel Load(string name)
    {
        Dictionary<string, double> byName = EmbeddedData.Rows(name).ToDictionary(static r => r[0], static r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new ClusteringModel([.. PairFeatures.Names.Select(n => byName.GetValueOrDefault(n))]);
    }
}

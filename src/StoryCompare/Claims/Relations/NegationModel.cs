using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Relations;

/// <summary>How likely a negation on one side makes two sentences of general English contradict each other: a logistic model (<c>negation_model.tsv</c>).</summary>
/// <remarks>
/// For two sentences alone, which are taken to speak of one scene; stories do not use it, since there two sentences seldom do. Learned on negation
/// NLI (MIT). "The men are not talking" against "The men are talking" needs less in common than "A man is not talking" against "A man is talking":
/// the first speak of the same men.
/// </remarks>
internal static class NegationModel
{
    private static readonly Parameters Model = Load();

    /// <summary>Whether the sentences contradict each other by a negation on one side; null where there is none, and the rules decide.</summary>
    /// <param name="alignment">The words laid side by side.</param>
    /// <param name="byRule">Whether the rules found a conflict of polarity.</param>
    /// <param name="probability">The model's probability, in [0, 1].</param>
    public static bool? Judge(WordAlignment alignment, bool byRule, out double probability)
    {
        probability = 0;
        if (alignment.A.HasNegation == alignment.B.HasNegation)
        {
            return null;
        }

        Span<double> features = stackalloc double[NegationFeatures.Count];
        NegationFeatures.Read(alignment, byRule, features);
        double sum = 0;
        for (int i = 0; i < Model.Weights.Length; i++)
        {
            sum += Model.Weights[i] * features[i];
        }

        probability = 1 / (1 + Math.Exp(-sum));
        return probability >= (byRule ? Model.Rule : features[NegationFeatures.BothDefinite] > 0 ? Model.Definite : Model.Open)
            || (byRule && features[NegationFeatures.BothDefinite] > 0 && probability >= Model.Definite);
    }

    private static Parameters Load()
    {
        double[] weights = new double[NegationFeatures.Count];
        Dictionary<string, double> thresholds = new(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.Rows("negation_model.tsv"))
        {
            double value = double.Parse(row[1], CultureInfo.InvariantCulture);
            if (int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out int feature))
            {
                weights[feature] = value;
            }
            else
            {
                thresholds[row[0]] = value;
            }
        }

        return new Parameters(weights, thresholds["rule"], thresholds["definite"], thresholds["open"]);
    }

    private sealed record Parameters(double[] Weights, double Rule, double Definite, double Open);
}

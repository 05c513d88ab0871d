using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Relations;

/// <summary>How likely a negation makes two sentences of general English contradict each other: a logistic model (<c>negation_model.tsv</c>).</summary>
/// <remarks>
/// For two sentences alone, which are taken to speak of one scene; stories do not use it, since there two sentences seldom do. Learned on negation
/// NLI (MIT). "The men are not talking" against "The men are talking" needs less in common than "A man is not talking" against "A man is talking":
/// the first speak of the same men.
/// </remarks>
internal static class NegationModel
{
    private static readonly string[] Cases = ["both", "free.exist.indef", "free.exist.def", "free.loose.indef", "free.loose.def", "free.tight.indef", "free.tight.def", "rule.exist.indef", "rule.exist.def", "rule.loose.indef", "rule.loose.def", "rule.tight.indef", "rule.tight.def"];

    private static readonly Parameters Model = Load();

    /// <summary>Whether the sentences contradict each other by a negation; null where neither is negated, and the rules decide.</summary>
    /// <param name="alignment">The words laid side by side.</param>
    /// <param name="byRule">Whether the rules found a conflict of polarity.</param>
    /// <param name="probability">The model's probability, in [0, 1].</param>
    public static bool? Judge(WordAlignment alignment, bool byRule, out double probability)
    {
        probability = 0;
        if (!alignment.A.HasNegation && !alignment.B.HasNegation)
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
        return probability >= Model.Thresholds[CaseOf(alignment, byRule, features)];
    }

    // How sure the model must be depends on what the negation bears on, and whether both tell of something certain.
    private static int CaseOf(WordAlignment alignment, bool byRule, ReadOnlySpan<double> features) =>
        alignment.A.HasNegation && alignment.B.HasNegation ? 0
        : 1 + (byRule ? 6 : 0) + (features[NegationFeatures.Existential] > 0 ? 0 : features[NegationFeatures.LooseScope] > 0 ? 2 : 4) + (features[NegationFeatures.BothDefinite] > 0 ? 1 : 0);

    private static Parameters Load()
    {
        double[] weights = new double[NegationFeatures.Count];
        double[] thresholds = new double[Cases.Length];
        foreach (string[] row in EmbeddedData.Rows("negation_model.tsv"))
        {
            double value = double.Parse(row[1], CultureInfo.InvariantCulture);
            if (int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out int feature))
            {
                weights[feature] = value;
            }
            else
            {
                thresholds[Array.IndexOf(Cases, row[0])] = value;
            }
        }

        return new Parameters(weights, thresholds);
    }

    private sealed record Parameters(double[] Weights, double[] Thresholds);
}

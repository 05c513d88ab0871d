using StoryCompare.Text;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>What a user would otherwise take: the cosine of TF-IDF vectors, words of the set weighed by the set itself.</summary>
internal static class TfIdfCosine
{
    /// <summary>The cosine of each pair, in order.</summary>
    public static double[] Of(IReadOnlyList<(string A, string B)> pairs)
    {
        Dictionary<string, int>[] counts = [.. pairs.SelectMany(static p => new[] { Counts(p.A), Counts(p.B) })];
        Dictionary<string, int> holders = counts.SelectMany(static c => c.Keys).GroupBy(static w => w, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        double WeightOf(KeyValuePair<string, int> word) => word.Value * (1 + Math.Log((counts.Length + 1.0) / (holders[word.Key] + 1.0)));
        Dictionary<string, double>[] vectors = Array.ConvertAll(counts, c => c.ToDictionary(static w => w.Key, WeightOf, StringComparer.Ordinal));
        return [.. Enumerable.Range(0, pairs.Count).Select(i => Cosine(vectors[2 * i], vectors[(2 * i) + 1]))];
    }

    private static Dictionary<string, int> Counts(string sentence)
    {
        TokenizedText text = TextAnalyzer.Sentence(sentence);
        return text.Tokens.Where(static t => t.Kind <= TokenKind.Number).GroupBy(t => text.Chars(t).ToString().ToLowerInvariant(), StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
    }

    private static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        double norm = Math.Sqrt(a.Values.Sum(static w => w * w) * b.Values.Sum(static w => w * w));
        return norm > 0 ? a.Sum(w => w.Value * b.GetValueOrDefault(w.Key)) / norm : 0;
    }
}

using Microsoft.Extensions.AI;
using StoryCompare.Internals;

namespace StoryCompare.Alignment;

/// <summary>The caller's sentence embeddings as one more signal, on the pairs whose score leaves room for doubt.</summary>
internal static class EmbeddingSignal
{
    // Sure pairs, either way, are not asked about.
    private const float Low = 0.05f;
    private const float High = 0.95f;

    // Cosines of different models have different scales: what counts is how far a pair stands from the mean of the asked ones, in standard deviations.
    private const float Weight = 0.8f;
    private const float MaxDeviation = 2;

    /// <summary>Moves the scores of doubtful pairs towards what the embeddings say.</summary>
    /// <param name="generator">The caller's generator; asked once, for the distinct sentences in order.</param>
    /// <param name="pairs">Changed in place.</param>
    /// <param name="text">The text of a sentence.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static void Apply(IEmbeddingGenerator<string, Embedding<float>> generator, List<ScoredPair> pairs, Func<int, string> text, CancellationToken cancellationToken)
    {
        int[] asked = [.. Enumerable.Range(0, pairs.Count).Where(p => pairs[p].Score is > Low and < High)];
        int[] sentences = [.. asked.SelectMany(p => new[] { pairs[p].A, pairs[p].B }).Distinct().Order()];
        if (sentences.Length == 0)
        {
            return;
        }

        GeneratedEmbeddings<Embedding<float>> vectors = generator.GenerateAsync(sentences.Select(text), cancellationToken: cancellationToken).GetAwaiter().GetResult();
        if (vectors.Count != sentences.Length)
        {
            throw new InvalidOperationException($"The embedding generator gave {vectors.Count} vectors for {sentences.Length} sentences.");
        }

        float[] cosines = [.. asked.Select(p => Cosine(vectors, sentences, pairs[p]))];
        float mean = cosines.Average();
        float deviation = MathF.Sqrt(cosines.Average(c => (c - mean) * (c - mean)));
        for (int i = 0; i < asked.Length && deviation > 1e-6f; i++)
        {
            ScoredPair pair = pairs[asked[i]];
            float z = Math.Clamp((cosines[i] - mean) / deviation, -MaxDeviation, MaxDeviation);
            float logit = MathF.Log(pair.Score / (1 - pair.Score));
            pairs[asked[i]] = pair with { Score = AlignmentModel.Logistic(logit + (Weight * z)) };
        }
    }

    private static float Cosine(GeneratedEmbeddings<Embedding<float>> vectors, int[] sentences, ScoredPair pair) =>
        (float)Dense.Cosine(vectors[Array.BinarySearch(sentences, pair.A)].Vector.Span, vectors[Array.BinarySearch(sentences, pair.B)].Vector.Span);
}

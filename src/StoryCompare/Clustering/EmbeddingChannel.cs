using Microsoft.Extensions.AI;

namespace StoryCompare.Clustering;

/// <summary>The caller's embeddings as one more similarity: headline and beginning of each article, compared by cosine.</summary>
/// <remarks>Models differ in scale, so the cosine is read against the mean and spread of the batch; it moves the log odds by at most 1.5.</remarks>
internal sealed class EmbeddingChannel
{
    private const int Characters = 1000;
    private const double PerDeviation = 0.5;
    private const double MostDeviations = 3;
    private const int Sample = 2000;

    private readonly float[][] _vectors;
    private readonly double _mean;
    private readonly double _deviation;

    private EmbeddingChannel(float[][] vectors, double mean, double deviation)
    {
        _vectors = vectors;
        _mean = mean;
        _deviation = deviation;
    }

    public static EmbeddingChannel Create(IReadOnlyList<Article> articles, IEmbeddingGenerator<string, Embedding<float>> generator, CancellationToken cancellationToken)
    {
        string[] texts = [.. articles.Select(static a => (a.Title + "\n" + a.Text)[..Math.Min(Characters, (a.Title?.Length ?? 0) + 1 + a.Text.Length)])];
        GeneratedEmbeddings<Embedding<float>> embeddings = generator.GenerateAsync(texts, null, cancellationToken).GetAwaiter().GetResult();
        float[][] vectors = [.. embeddings.Select(static e => e.Vector.ToArray())];
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < vectors.Length && count < Sample; i++)
        {
            // Pairs at a fixed stride: unrelated ones for the most part.
            int j = (i + (vectors.Length / 2) + 1) % vectors.Length;
            double c = i == j ? 0 : Cosine(vectors[i], vectors[j]);
            sum += c;
            squares += c * c;
            count++;
        }

        double mean = count == 0 ? 0 : sum / count;
        double variance = count == 0 ? 0 : Math.Max(0, (squares / count) - (mean * mean));
        return new EmbeddingChannel(vectors, mean, Math.Max(0.1, Math.Sqrt(variance)));
    }

    public double LogOdds(int a, int b) =>
        PerDeviation * Math.Clamp(((Cosine(_vectors[a], _vectors[b]) - _mean) / _deviation) - 1, -MostDeviations, MostDeviations);

    private static double Cosine(float[] a, float[] b)
    {
        double dot = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            dot += (double)a[i] * b[i];
            x += (double)a[i] * a[i];
            y += (double)b[i] * b[i];
        }

        return x == 0 || y == 0 ? 0 : dot / Math.Sqrt(x * y);
    }
}

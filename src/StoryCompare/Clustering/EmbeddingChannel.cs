using Microsoft.Extensions.AI;

namespace StoryCompare.Clustering;

/// <summary>The caller's embeddings as one more similarity: headline and beginning of each article, compared by cosine.</summary>
/// <remarks>A cosine is read against the mean and spread of the batch (<see cref="EmbeddingScale"/>); it moves the log odds by at most 1.5.</remarks>
internal sealed class EmbeddingChannel
{
    private const int Characters = 1000;

    private readonly float[][] _vectors;
    private readonly EmbeddingScale _scale;

    private EmbeddingChannel(float[][] vectors)
    {
        _vectors = vectors;
        _scale = EmbeddingScale.Of(vectors);
    }

    public static EmbeddingChannel Create(IReadOnlyList<Article> articles, IEmbeddingGenerator<string, Embedding<float>> generator, CancellationToken cancellationToken) =>
        new(Read(articles, generator, cancellationToken));

    /// <summary>The vector of each article.</summary>
    public static float[][] Read(IEnumerable<Article> articles, IEmbeddingGenerator<string, Embedding<float>> generator, CancellationToken cancellationToken)
    {
        string[] texts = [.. articles.Select(static a => (a.Title + "\n" + a.Text)[..Math.Min(Characters, (a.Title?.Length ?? 0) + 1 + a.Text.Length)])];
        GeneratedEmbeddings<Embedding<float>> embeddings = generator.GenerateAsync(texts, null, cancellationToken).GetAwaiter().GetResult();
        return [.. embeddings.Select(static e => e.Vector.ToArray())];
    }

    public double LogOdds(int a, int b) => _scale.LogOdds(EmbeddingScale.Cosine(_vectors[a], _vectors[b]));
}

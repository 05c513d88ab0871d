using Microsoft.Extensions.AI;
using StoryCompare.Internals;

namespace StoryCompare.Clustering;

/// <summary>The caller's embeddings as one more similarity: headline and beginning of each article, compared by cosine.</summary>
/// <remarks>Models differ in scale (<see cref="EmbeddingScale"/>) and in worth (<see cref="EmbeddingWorth"/>): a cosine is read against what it is in this batch. At most 1.5 of log odds.</remarks>
internal sealed class EmbeddingChannel
{
    private const int Characters = 1000;

    private readonly float[][] _vectors;
    private readonly EmbeddingScale _scale;
    private readonly EmbeddingWorth _worth = new();

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

    /// <summary>Reads what the cosine is worth from the pairs of the batch. O(pairs).</summary>
    /// <param name="pairs">Candidate pairs, A &lt;&lt; 32 | B.</param>
    /// <param name="scores">Their scores without embeddings, in the fixed point of <see cref="PairScorer"/>.</param>
    public void Calibrate(ulong[] pairs, int[] scores)
    {
        for (int i = 0; i < pairs.Length; i++)
        {
            _worth.Add(Dense.Cosine(_vectors[pairs[i] >> 32], _vectors[(uint)pairs[i]]), scores[i]);
        }

        _worth.Settle();
    }

    /// <summary>What the cosine of a pair adds to its log odds.</summary>
    /// <param name="a">One article.</param>
    /// <param name="b">Another.</param>
    /// <param name="logit">Log odds by the words.</param>
    public double LogOdds(int a, int b, double logit) => _worth.LogOdds(Dense.Cosine(_vectors[a], _vectors[b]), logit, _scale);
}

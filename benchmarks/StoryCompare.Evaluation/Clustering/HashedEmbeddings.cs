using Microsoft.Extensions.AI;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>
/// Embeddings without a model, to measure the channel by: runs of four letters and words, weighed by how rare the word is, hashed with signs into 512 dimensions (Weinberger
/// and others 2009). Or noise: a vector that depends on the text and says nothing of it.
/// </summary>
/// <param name="noise">Whether the vectors say nothing.</param>
internal sealed class HashedEmbeddings(bool noise) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 512;
    private const int Run = 4;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(v => new Embedding<float>(noise ? Noise(v) : Vector(v)))));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static float[] Noise(string text)
    {
        Random random = new((int)TermHash.Of(text));
        return [.. Enumerable.Range(0, Dimensions).Select(_ => (float)(random.NextDouble() - 0.5))];
    }

    private static float[] Vector(string value)
    {
        TokenizedText text = TextAnalyzer.Sentence(value);
        double documents = BackgroundFrequencies.Default.Documents;
        float[] vector = new float[Dimensions];
        foreach (IGrouping<uint, Token> word in text.Tokens.Where(static t => t.IsContent).GroupBy(static t => t.Term))
        {
            double weight = (1 + Math.Log(word.Count())) * Math.Log(documents / (BackgroundFrequencies.Default.OfTerm(word.Key) + 0.5));
            string letters = " " + text.Chars(word.First()).ToString().ToLowerInvariant() + " ";
            Add(vector, letters, weight);
            for (int i = 0; i + Run <= letters.Length; i++)
            {
                Add(vector, letters.AsSpan(i, Run), weight / Math.Sqrt(letters.Length));
            }
        }

        return vector;
    }

    private static void Add(float[] vector, ReadOnlySpan<char> feature, double weight)
    {
        // The high bits say where and with which sign.
        uint hash = TermHash.Of(feature) * 0x9E3779B9;
        vector[hash >> 23] += (float)((hash >> 22 & 1) == 0 ? weight : -weight);
    }
}

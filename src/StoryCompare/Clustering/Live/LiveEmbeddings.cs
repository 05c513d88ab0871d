using StoryCompare.Internals;

namespace StoryCompare.Clustering.Live;

/// <summary>The caller's embeddings of the held texts: four bytes a dimension and text. Nothing is held where the caller gives none.</summary>
/// <remarks>
/// The scale they are read against is that of a batch of the held texts: taken anew with each text while they are few, then whenever they have become twice as many, until
/// the sample it is taken from is full.
/// </remarks>
internal sealed class LiveEmbeddings(TextTable texts)
{
    /// <summary>Up to this many texts the scale is taken with each.</summary>
    private const int Few = 64;
    private const int MostDimensions = 1 << 16;

    private readonly Dictionary<int, float[]> _vectors = [];
    private EmbeddingScale _scale = EmbeddingScale.Of([]);
    private EmbeddingWorth _worth = new();
    private int _scaledAt;

    /// <summary>Texts with a vector.</summary>
    public int Count => _vectors.Count;

    /// <summary>The vector of a text; null when it has none.</summary>
    public float[]? Of(HeldText text) => _vectors.GetValueOrDefault(text.Number);

    /// <summary>Takes in the vector of a text that is held.</summary>
    public void Add(HeldText text, float[] vector)
    {
        _vectors[text.Number] = vector;
        if (Count <= Few || (Count >= 2 * _scaledAt && _scaledAt < 2 * EmbeddingScale.Sample))
        {
            _scaledAt = Count;
            _scale = EmbeddingScale.Of([.. texts.All().Select(Of).OfType<float[]>()]);
        }
    }

    public void Remove(HeldText text) => _vectors.Remove(text.Number);

    /// <summary>Cosine of two texts: never changes.</summary>
    public float Cosine(int a, int b) => _vectors.TryGetValue(a, out float[]? x) && _vectors.TryGetValue(b, out float[]? y) ? (float)Dense.Cosine(x, y) : float.NaN;

    /// <summary>What a cosine adds to the log odds of a pair now; nothing where a text has no vector.</summary>
    public double LogOdds(float cosine, double logit) => float.IsNaN(cosine) ? 0 : _worth.LogOdds(cosine, logit, _scale);

    /// <summary>Takes in a pair: its cosine, and its score without it.</summary>
    public void Learn(float cosine, int score)
    {
        if (!float.IsNaN(cosine))
        {
            _worth.Add(cosine, score);
        }
    }

    /// <summary>Forgets the pairs taken in: they are to be scored anew.</summary>
    public void Forget() => _worth = new EmbeddingWorth();

    /// <summary>Reads from the pairs taken in what cosines are worth.</summary>
    public void Settle() => _worth.Settle();

    /// <summary>Writes scale and worth; the vectors stand with their texts.</summary>
    public void Write(CheckedWriter writer)
    {
        writer.Int32(_scaledAt);
        writer.Int64(BitConverter.DoubleToInt64Bits(_scale.Mean));
        writer.Int64(BitConverter.DoubleToInt64Bits(_scale.Deviation));
        _worth.Write(writer);
    }

    /// <summary>Takes over vectors and what was written.</summary>
    public void Read(CheckedReader reader, IReadOnlyDictionary<int, float[]> vectors)
    {
        int scaledAt = reader.Int32();
        EmbeddingScale scale = new(BitConverter.Int64BitsToDouble(reader.Int64()), BitConverter.Int64BitsToDouble(reader.Int64()));
        if (scaledAt < 0 || !double.IsFinite(scale.Mean) || !(scale.Deviation > 0 && scale.Deviation < double.PositiveInfinity))
        {
            throw reader.Wrong("the scale of the embeddings is no number");
        }

        (_scaledAt, _scale) = (scaledAt, scale);
        _worth.Read(reader);
        foreach ((int number, float[] vector) in vectors)
        {
            _vectors[number] = vector;
        }
    }

    public static void Write(CheckedWriter writer, float[] vector)
    {
        writer.Count(vector.Length);
        foreach (float value in vector)
        {
            writer.Single(value);
        }
    }

    public static float[] Read(CheckedReader reader)
    {
        int count = reader.Count(MostDimensions, "the number of dimensions");
        List<float> vector = [];
        for (int i = 0; i < count; i++)
        {
            vector.Add(reader.Single());
        }

        return [.. vector];
    }
}

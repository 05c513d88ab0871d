using StoryCompare.Internals;

namespace StoryCompare.Alignment;

/// <summary>The words of an article as a TF-IDF vector of length 1.</summary>
internal sealed class WordVector
{
    private readonly uint[] _stems;
    private readonly float[] _weights;

    private WordVector(uint[] stems, float[] weights)
    {
        _stems = stems;
        _weights = weights;
    }

    /// <summary>The vector of these sentences.</summary>
    public static WordVector Of(SentenceProfile[] sentences)
    {
        Dictionary<uint, (int Count, float Weight)> words = [];
        foreach (SentenceProfile s in sentences)
        {
            foreach (ProfileWord w in s.Words)
            {
                words[w.Stem] = (words.GetValueOrDefault(w.Stem).Count + 1, w.Weight);
            }
        }

        uint[] stems = new uint[words.Count];
        float[] weights = new float[words.Count];
        double norm = 0;
        int n = 0;
        foreach ((uint stem, (int count, float weight)) in words.ByKey())
        {
            float w = (1 + MathF.Log(count)) * weight;
            (stems[n], weights[n++]) = (stem, w);
            norm += w * w;
        }

        float scale = norm > 0 ? (float)(1 / Math.Sqrt(norm)) : 0;
        return new WordVector(stems, Array.ConvertAll(weights, w => w * scale));
    }

    /// <summary>Cosine, in [0, 1].</summary>
    public float Cosine(WordVector other)
    {
        float sum = 0;
        int i = 0;
        int j = 0;
        while (i < _stems.Length && j < other._stems.Length)
        {
            uint x = _stems[i];
            uint y = other._stems[j];
            if (x == y)
            {
                sum += _weights[i] * other._weights[j];
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return Math.Min(1, sum);
    }
}

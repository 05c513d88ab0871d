using System.Text.RegularExpressions;

namespace StoryCompare.Benchmarks.Peers;

/// <summary>Plain TF-IDF as a user writes it in an afternoon: lower-case words, sublinear counts, smoothed inverse document frequency of these texts, unit length.</summary>
internal sealed partial class TfIdf
{
    private readonly (int[] Terms, float[] Weights)[] _vectors;
    private readonly int _terms;

    public TfIdf(IReadOnlyList<string> texts)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<int> documents = [];
        List<Dictionary<int, int>> counts = [];
        foreach (string text in texts)
        {
            Dictionary<int, int> count = [];
            foreach (ValueMatch word in Words().EnumerateMatches(text))
            {
                string lower = text.Substring(word.Index, word.Length).ToLowerInvariant();
                if (!numbers.TryGetValue(lower, out int number))
                {
                    numbers[lower] = number = documents.Count;
                    documents.Add(0);
                }

                count[number] = count.GetValueOrDefault(number) + 1;
                documents[number] += count[number] == 1 ? 1 : 0;
            }

            counts.Add(count);
        }

        _terms = documents.Count;
        _vectors = [.. counts.Select(c => Weigh(c, documents, texts.Count))];
    }

    /// <summary>Cosine of two texts.</summary>
    public float Cosine(int a, int b)
    {
        (int[] x, float[] u) = _vectors[a];
        (int[] y, float[] v) = _vectors[b];
        float sum = 0;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            if (x[i] == y[j])
            {
                sum += u[i++] * v[j++];
            }
            else if (x[i] < y[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    /// <summary>Calls back for every pair with its cosine; one row of the matrix at a time, by dense rows, which is the fastest plain way.</summary>
    public void AllPairs(Action<int, int, float> found)
    {
        float[] dense = new float[_terms];
        for (int a = 0; a < _vectors.Length; a++)
        {
            (int[] terms, float[] weights) = _vectors[a];
            for (int i = 0; i < terms.Length; i++)
            {
                dense[terms[i]] = weights[i];
            }

            for (int b = a + 1; b < _vectors.Length; b++)
            {
                (int[] x, float[] u) = _vectors[b];
                float sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += dense[x[i]] * u[i];
                }

                found(a, b, sum);
            }

            foreach (int term in terms)
            {
                dense[term] = 0;
            }
        }
    }

    private static (int[] Terms, float[] Weights) Weigh(Dictionary<int, int> count, List<int> documents, int texts)
    {
        int[] terms = [.. count.Keys.Order()];
        float[] weights = [.. terms.Select(t => (float)((1 + Math.Log(count[t])) * (1 + Math.Log((1.0 + texts) / (1.0 + documents[t])))))];
        float length = MathF.Max(MathF.Sqrt(weights.Sum(static w => w * w)), float.Epsilon);
        return (terms, [.. weights.Select(w => w / length)]);
    }

    [GeneratedRegex(@"\w\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}

using System.Runtime.InteropServices;
using StoryCompare.Internals;

namespace StoryCompare.Clustering.Live;

/// <summary>Weighed features in a file.</summary>
internal static class VectorsFormat
{
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    public static void Write(CheckedWriter writer, ArticleVectors vectors)
    {
        for (int c = 0; c < ArticleSketch.Channels; c++)
        {
            ReadOnlySpan<uint> keys = vectors.Keys((Channel)c);
            ReadOnlySpan<ushort> weights = vectors.Weights((Channel)c);
            writer.Count(keys.Length);
            writer.Single((float)vectors.Norm((Channel)c));
            for (int i = 0; i < keys.Length; i++)
            {
                writer.UInt32(keys[i]);
                writer.UInt16(weights[i]);
            }
        }

        writer.Int32(vectors.When.From);
        writer.Int32(vectors.When.To);
        writer.Byte(vectors.When.Weekdays);
        writer.Int64((long)vectors.When.Days);
    }

    public static ArticleVectors Read(CheckedReader reader)
    {
        List<uint> keys = [];
        List<ushort> weights = [];
        ushort[] ends = new ushort[ArticleSketch.Channels];
        float[] norms = new float[ArticleSketch.Channels];
        for (int c = 0; c < ends.Length; c++)
        {
            int count = reader.Count(ushort.MaxValue - keys.Count, "the number of features");
            norms[c] = reader.Single();
            if (!(norms[c] >= 0 && norms[c] < float.MaxValue))
            {
                throw reader.Wrong("a length of features is no number");
            }

            for (int i = 0; i < count; i++)
            {
                uint key = reader.UInt32();
                ushort weight = reader.UInt16();
                if (weight == 0 || (i > 0 && key <= keys[^1]))
                {
                    throw reader.Wrong("features are not in order");
                }

                keys.Add(key);
                weights.Add(weight);
            }

            ends[c] = (ushort)keys.Count;
        }

        EventTime when = new(reader.Int32(), reader.Int32(), reader.Byte(), (ulong)reader.Int64());
        if ((when.From != int.MinValue && (when.From < 0 || when.From > LastDay)) || (when.To != int.MaxValue && (when.To < 0 || when.To > LastDay)))
        {
            throw reader.Wrong("a day is out of range");
        }

        return ArticleVectors.Of(CollectionsMarshal.AsSpan(keys), CollectionsMarshal.AsSpan(weights), ends, norms, when);
    }
}

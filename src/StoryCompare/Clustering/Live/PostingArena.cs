namespace StoryCompare.Clustering.Live;

/// <summary>Lists of postings (text and 16-bit weight, 6 bytes each) in blocks of 4 to <see cref="Longest"/> + 1, texts ascending; freed blocks are used again.</summary>
/// <remarks>The first place of a block holds the list's length and size class. Blocks lie in chunks, so growing moves nothing.</remarks>
internal sealed class PostingArena
{
    /// <summary>Postings a list holds; the oldest fall out.</summary>
    public const int Longest = 255;

    private const int SmallestBits = 2;
    private const int LargestBits = 8;
    private const int ChunkBits = 14;

    private readonly List<int[]> _texts = [];
    private readonly List<ushort[]> _weights = [];
    private readonly Stack<int>[] _free = [.. Enumerable.Range(0, LargestBits + 1).Select(static _ => new Stack<int>())];
    private int _next;

    /// <summary>A list of one posting; returns its handle.</summary>
    public int Create(int text, ushort weight)
    {
        int list = Allocate(SmallestBits);
        (int[] texts, ushort[] weights, int at) = At(list);
        texts[at] = Header(1, SmallestBits);
        texts[at + 1] = text;
        weights[at + 1] = weight;
        return list;
    }

    /// <summary>The postings, texts ascending; valid until the next change.</summary>
    public void Read(int list, out ReadOnlySpan<int> texts, out ReadOnlySpan<ushort> weights)
    {
        (int[] t, ushort[] w, int at) = At(list);
        int count = t[at] >> 8;
        texts = t.AsSpan(at + 1, count);
        weights = w.AsSpan(at + 1, count);
    }

    /// <summary>Adds a text, the highest of the list; the list may move. Returns the text that fell out, or -1.</summary>
    public int Append(ref int list, int text, ushort weight)
    {
        (int[] texts, ushort[] weights, int at) = At(list);
        int count = texts[at] >> 8;
        int bits = texts[at] & 0xFF;
        int dropped = -1;
        if (count == (1 << bits) - 1)
        {
            if (bits == LargestBits)
            {
                dropped = texts[at + 1];
                Array.Copy(texts, at + 2, texts, at + 1, count - 1);
                Array.Copy(weights, at + 2, weights, at + 1, count - 1);
                count--;
            }
            else
            {
                int larger = Allocate(bits + 1);
                (int[] toTexts, ushort[] toWeights, int to) = At(larger);
                Array.Copy(texts, at, toTexts, to, count + 1);
                Array.Copy(weights, at, toWeights, to, count + 1);
                _free[bits].Push(list);
                (list, texts, weights, at) = (larger, toTexts, toWeights, to);
                bits++;
            }
        }

        count++;
        texts[at] = Header(count, bits);
        texts[at + count] = text;
        weights[at + count] = weight;
        return dropped;
    }

    /// <summary>Takes a text out; returns how many are left. An empty list is freed.</summary>
    public int Remove(int list, int text)
    {
        (int[] texts, ushort[] weights, int at) = At(list);
        int count = texts[at] >> 8;
        int bits = texts[at] & 0xFF;
        int place = texts.AsSpan(at + 1, count).BinarySearch(text);
        if (place < 0)
        {
            return count;
        }

        Array.Copy(texts, at + place + 2, texts, at + place + 1, count - place - 1);
        Array.Copy(weights, at + place + 2, weights, at + place + 1, count - place - 1);
        count--;
        texts[at] = Header(count, bits);
        if (count == 0)
        {
            _free[bits].Push(list);
        }

        return count;
    }

    private static int Header(int count, int bits) => (count << 8) | bits;

    private (int[] Texts, ushort[] Weights, int At) At(int list) => (_texts[list >> ChunkBits], _weights[list >> ChunkBits], list & ((1 << ChunkBits) - 1));

    private int Allocate(int bits)
    {
        if (_free[bits].TryPop(out int list))
        {
            return list;
        }

        // Sizes are powers of two: what does not fit at the end of a chunk is left, at most one block of the largest size less one.
        int size = 1 << bits;
        if ((_next & ((1 << ChunkBits) - 1)) + size > 1 << ChunkBits)
        {
            _next = ((_next >> ChunkBits) + 1) << ChunkBits;
        }

        if (_next >> ChunkBits == _texts.Count)
        {
            _texts.Add(new int[1 << ChunkBits]);
            _weights.Add(new ushort[1 << ChunkBits]);
        }

        list = _next;
        _next += size;
        return list;
    }
}

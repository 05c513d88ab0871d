namespace StoryCompare.Clustering;

/// <summary>Keeps the highest of many distinct ranks: a binary heap with the lowest kept on top. O(log k) for a rank that enters, O(1) for one that does not.</summary>
internal sealed class HighestRanks(int most)
{
    private readonly ulong[] _heap = new ulong[most];
    private int _count;

    /// <summary>How many are kept.</summary>
    public int Most => most;

    /// <summary>The ranks kept, in no order.</summary>
    public ReadOnlySpan<ulong> Kept => _heap.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Offer(ulong rank)
    {
        if (_count < most)
        {
            int i = _count++;
            while (i > 0 && _heap[(i - 1) / 2] > rank)
            {
                _heap[i] = _heap[(i - 1) / 2];
                i = (i - 1) / 2;
            }

            _heap[i] = rank;
        }
        else if (rank > _heap[0])
        {
            int i = 0;
            while (true)
            {
                int child = (2 * i) + 1;
                if (child >= most)
                {
                    break;
                }

                child += child + 1 < most && _heap[child + 1] < _heap[child] ? 1 : 0;
                if (_heap[child] >= rank)
                {
                    break;
                }

                _heap[i] = _heap[child];
                i = child;
            }

            _heap[i] = rank;
        }
    }
}

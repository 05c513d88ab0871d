namespace StoryCompare.Internals;

/// <summary>Sets of the numbers from 0, united step by step, with path halving. The smallest member stands for its set, so nothing depends on the order of joins.</summary>
internal sealed class DisjointSets
{
    private int[] _parent = [];
    private int _count;

    public DisjointSets(int count) => Reset(count);

    /// <summary>Begins anew with sets of one number each.</summary>
    public void Reset(int count)
    {
        _parent = _parent.Length < count || _parent.Length > Scratch.LargestPooled ? new int[count] : _parent;
        _count = count;
        for (int i = 0; i < count; i++)
        {
            _parent[i] = i;
        }
    }

    /// <summary>The smallest member of the set that holds <paramref name="i"/>.</summary>
    public int Find(int i)
    {
        while (_parent[i] != i)
        {
            _parent[i] = _parent[_parent[i]];
            i = _parent[i];
        }

        return i;
    }

    /// <summary>Makes the two sets one; false where they were one already.</summary>
    public bool Join(int a, int b)
    {
        int x = Find(a);
        int y = Find(b);
        _parent[Math.Max(x, y)] = Math.Min(x, y);
        return x != y;
    }

    /// <summary>Numbers of the sets from 0, in order of first member: one for each number.</summary>
    public int[] Numbers()
    {
        int[] numbers = new int[_count];
        int next = 0;
        for (int i = 0; i < _count; i++)
        {
            int root = Find(i);
            numbers[i] = root == i ? next++ : numbers[root];
        }

        return numbers;
    }
}

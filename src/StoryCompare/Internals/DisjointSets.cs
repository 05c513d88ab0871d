namespace StoryCompare.Internals;

/// <summary>Sets of the numbers from 0, united step by step, with path halving. The smallest member stands for its set, so nothing depends on the order of joins.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count)
    {
        _parent = new int[count];
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
        int[] numbers = new int[_parent.Length];
        int next = 0;
        for (int i = 0; i < _parent.Length; i++)
        {
            int root = Find(i);
            numbers[i] = root == i ? next++ : numbers[root];
        }

        return numbers;
    }
}

namespace StoryCompare.Names;

/// <summary>Sets of numbers that are united step by step; the smallest member stands for its set.</summary>
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

    /// <summary>Makes the two sets one.</summary>
    public void Union(int a, int b)
    {
        int x = Find(a);
        int y = Find(b);
        _parent[Math.Max(x, y)] = Math.Min(x, y);
    }
}

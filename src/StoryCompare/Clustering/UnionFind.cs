namespace StoryCompare.Clustering;

/// <summary>Disjoint sets over 0..n-1 with path halving; the smallest member names its set.</summary>
internal sealed class UnionFind
{
    private readonly int[] _parent;

    public UnionFind(int count)
    {
        _parent = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parent[i] = i;
        }
    }

    public int Find(int x)
    {
        while (_parent[x] != x)
        {
            _parent[x] = _parent[_parent[x]];
            x = _parent[x];
        }

        return x;
    }

    public bool Join(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        if (a == b)
        {
            return false;
        }

        if (a < b)
        {
            _parent[b] = a;
        }
        else
        {
            _parent[a] = b;
        }

        return true;
    }
}

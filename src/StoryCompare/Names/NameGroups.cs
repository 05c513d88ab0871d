using StoryCompare.Internals;

namespace StoryCompare.Names;

/// <summary>Groups of names that grow by joining; a join that would put two names kept apart into one group is refused.</summary>
internal sealed class NameGroups
{
    /// <summary>Pairs across two groups up to which each one is checked; the caller's pairs and the kinds are always checked. By judgement: it bounds the time of joining two groups of many forms.</summary>
    private const int MaxPairs = 1024;

    private readonly NameNode[] _nodes;
    private readonly DisjointSets _sets;
    private readonly List<int>[] _members;
    private readonly HashSet<int>[] _sides;

    public NameGroups(NameNode[] nodes)
    {
        _nodes = nodes;
        _sets = new DisjointSets(nodes.Length);
        _members = new List<int>[nodes.Length];
        _sides = new HashSet<int>[nodes.Length];
        for (int n = 0; n < nodes.Length; n++)
        {
            _members[n] = [n];
            _sides[n] = [.. nodes[n].Sides];
        }
    }

    /// <summary>The number that stands for the group of a name.</summary>
    public int Find(int node) => _sets.Find(node);

    /// <summary>Joins the groups of two names. False where they were one already or must not be.</summary>
    public bool TryJoin(int a, int b)
    {
        int x = _sets.Find(a);
        int y = _sets.Find(b);
        if (x == y || Opposed(x, y) || Vetoed(x, y))
        {
            return false;
        }

        _sets.Join(x, y);
        int kept = _sets.Find(x);
        int gone = kept == x ? y : x;
        _members[kept].AddRange(_members[gone]);
        _sides[kept].UnionWith(_sides[gone]);
        return true;
    }

    private bool Opposed(int x, int y)
    {
        foreach (int side in _sides[x])
        {
            if (_sides[y].Contains(side ^ 1))
            {
                return true;
            }
        }

        return false;
    }

    private bool Vetoed(int x, int y)
    {
        if ((long)_members[x].Count * _members[y].Count > MaxPairs)
        {
            return false;
        }

        foreach (int i in _members[x])
        {
            foreach (int j in _members[y])
            {
                if (NameNode.Vetoes(_nodes[i], _nodes[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

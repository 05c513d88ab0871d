namespace StoryCompare.Syndication;

/// <summary>Disjoint sets over 0..n-1; the smallest member is the root, so results do not depend on the order of joins.</summary>
internal sealed class UnionFind(int n)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, n)];

    public int Find(int i)
    {
        while (_parent[i] != i)
        {
            _parent[i] = _parent[_parent[i]];
            i = _parent[i];
        }

        return i;
    }

    public void Join(int a, int b)
    {
        int x = Find(a);
        int y = Find(b);
        _parent[Math.Max(x, y)] = Math.Min(x, y);
    }

    /// <summary>Set numbers from 0, in order of first member.</summary>
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

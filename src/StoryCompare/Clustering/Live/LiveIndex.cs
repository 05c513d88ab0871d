namespace StoryCompare.Clustering.Live;

/// <summary>Finds the held texts that share most of what is rare in a text.</summary>
internal sealed class LiveIndex
{
    private const int MostKeys = 64;
    private const int LongestList = 256;
    private readonly Dictionary<uint, List<(int Number, ushort Weight)>> _lists = [];
    private readonly List<(uint Key, ushort Weight)> _keys = [];

    public void Add(ArticleVectors vectors, int number)
    {
        foreach ((uint key, ushort weight) in Keys(vectors))
        {
            if (!_lists.TryGetValue(key, out List<(int, ushort)>? list))
            {
                _lists[key] = list = new(1);
            }

            if (list.Count == LongestList)
            {
                list.RemoveAt(0);
            }

            list.Add((number, weight));
        }
    }

    public void Remove(ArticleVectors vectors, int number)
    {
        foreach ((uint key, _) in Keys(vectors))
        {
            if (_lists.TryGetValue(key, out List<(int Number, ushort)>? list))
            {
                list.RemoveAll(p => p.Number == number);
                if (list.Count == 0)
                {
                    _lists.Remove(key);
                }
            }
        }
    }

    public List<int> Near(ArticleVectors vectors, int most)
    {
        Dictionary<int, ulong> sums = [];
        foreach ((uint key, ushort weight) in Keys(vectors, 96, present: true))
        {
            if (_lists.TryGetValue(key, out List<(int, ushort)>? list))
            {
                foreach ((int n, ushort w) in list)
                {
                    sums[n] = sums.GetValueOrDefault(n) + ((ulong)weight * w);
                }
            }
        }

        return [.. sums.OrderByDescending(static s => s.Value).ThenByDescending(static s => s.Key).Take(most).Select(static s => s.Key)];
    }

    private List<(uint Key, ushort Weight)> Keys(ArticleVectors vectors, int most = MostKeys, bool present = false)
    {
        _keys.Clear();
        foreach (Channel channel in (ReadOnlySpan<Channel>)[Channel.Words, Channel.Bigrams])
        {
            ReadOnlySpan<uint> from = vectors.Keys(channel);
            ReadOnlySpan<ushort> weights = vectors.Weights(channel);
            for (int i = 0; i < from.Length; i++)
            {
                if (!present || _lists.ContainsKey(from[i]))
                {
                    _keys.Add((from[i], weights[i]));
                }
            }
        }

        _keys.Sort(static (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Key.CompareTo(y.Key));
        return _keys.Count > most ? _keys[..most] : _keys;
    }
}

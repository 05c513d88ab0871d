namespace StoryCompare.Clustering;

/// <summary>Finds, for each article, those that share rare words and bigrams: the blocking step.</summary>
/// <remarks>Keys that too many articles hold are left out; every list is bounded, so the work grows with the number of articles, not its square.</remarks>
internal sealed class InvertedIndex
{
    /// <summary>Most articles under one key; a longer list says "shooting", not which one.</summary>
    public const int LongestList = 512;

    private readonly uint[] _keys;
    private readonly int[] _starts;
    private readonly int[] _articles;
    private readonly ushort[] _weights;

    private InvertedIndex(uint[] keys, int[] starts, int[] articles, ushort[] weights)
    {
        _keys = keys;
        _starts = starts;
        _articles = articles;
        _weights = weights;
    }

    public static InvertedIndex Build(ArticleVectors[] articles, TermStatistics statistics)
    {
        List<(uint Key, int Article, ushort Weight)> postings = [];
        for (int a = 0; a < articles.Length; a++)
        {
            Collect(articles[a], Channel.Words, a, statistics, postings);
            Collect(articles[a], Channel.Bigrams, a, statistics, postings);
        }

        postings.Sort(static (x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : x.Article.CompareTo(y.Article));
        List<uint> keys = [];
        List<int> starts = [];
        int[] ids = new int[postings.Count];
        ushort[] weights = new ushort[postings.Count];
        for (int p = 0; p < postings.Count; p++)
        {
            if (keys.Count == 0 || keys[^1] != postings[p].Key)
            {
                keys.Add(postings[p].Key);
                starts.Add(p);
            }

            ids[p] = postings[p].Article;
            weights[p] = postings[p].Weight;
        }

        starts.Add(postings.Count);
        return new InvertedIndex([.. keys], [.. starts], ids, weights);
    }

    /// <summary>Adds to <paramref name="sums"/> the products each other article has with this one, and lists the touched ones.</summary>
    public void Accumulate(ArticleVectors article, TermStatistics statistics, ulong[] sums, List<int> touched)
    {
        Accumulate(article, Channel.Words, statistics, sums, touched);
        Accumulate(article, Channel.Bigrams, statistics, sums, touched);
    }

    private void Accumulate(ArticleVectors article, Channel channel, TermStatistics statistics, ulong[] sums, List<int> touched)
    {
        ReadOnlySpan<uint> keys = article.Keys(channel);
        ReadOnlySpan<ushort> weights = article.Weights(channel);
        for (int k = 0; k < keys.Length; k++)
        {
            int at = Array.BinarySearch(_keys, keys[k]);
            if (at < 0)
            {
                continue;
            }

            for (int p = _starts[at]; p < _starts[at + 1]; p++)
            {
                ref ulong sum = ref sums[_articles[p]];
                if (sum == 0)
                {
                    touched.Add(_articles[p]);
                }

                sum += (ulong)weights[k] * _weights[p];
            }
        }
    }

    private static void Collect(ArticleVectors vectors, Channel channel, int article, TermStatistics statistics, List<(uint Key, int Article, ushort Weight)> postings)
    {
        ReadOnlySpan<uint> keys = vectors.Keys(channel);
        ReadOnlySpan<ushort> weights = vectors.Weights(channel);
        for (int k = 0; k < keys.Length; k++)
        {
            int count = statistics.Count(keys[k]);
            if (count is > 1 and <= LongestList)
            {
                postings.Add((keys[k], article, weights[k]));
            }
        }
    }
}

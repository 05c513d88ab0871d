using System.Runtime.InteropServices;

namespace StoryCompare.Alignment;

/// <summary>For each pair, the best score of its row and of its column, both taken inside its two articles.</summary>
/// <param name="Row">Best of the pairs of sentence A with any of B's article; by pair.</param>
/// <param name="Column">Best of the pairs of sentence B with any of A's article; by pair.</param>
internal readonly record struct RowsAndColumns(float[] Row, float[] Column)
{
    /// <summary>Linear in the pairs and sentences.</summary>
    /// <param name="index">The story.</param>
    /// <param name="pairs">In order of A, then B.</param>
    public static RowsAndColumns Of(StoryIndex index, List<ScoredPair> pairs)
    {
        ReadOnlySpan<ScoredPair> all = CollectionsMarshal.AsSpan(pairs);
        int[] order = new int[all.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        float[] rows = new float[all.Length];
        Fill(index, all, order, rows, byRow: true);
        SortByColumn(index.Count, all, order);
        float[] columns = new float[all.Length];
        Fill(index, all, order, columns, byRow: false);
        return new RowsAndColumns(rows, columns);
    }

    // The pairs of a sentence with one article stand together in the order.
    private static void Fill(StoryIndex index, ReadOnlySpan<ScoredPair> pairs, int[] order, float[] best, bool byRow)
    {
        for (int start = 0; start < order.Length;)
        {
            (int sentence, int other) = Ends(pairs[order[start]], byRow);
            int article = index.ArticleOf(other);
            float max = 0;
            int end = start;
            for (; end < order.Length; end++)
            {
                ScoredPair p = pairs[order[end]];
                (int s, int o) = Ends(p, byRow);
                if (s != sentence || index.ArticleOf(o) != article)
                {
                    break;
                }

                max = Math.Max(max, p.Score);
            }

            for (; start < end; start++)
            {
                best[order[start]] = max;
            }
        }
    }

    private static (int Sentence, int Other) Ends(ScoredPair p, bool byRow) => byRow ? (p.A, p.B) : (p.B, p.A);

    // Counting sort, stable: A stays in order inside B.
    private static void SortByColumn(int sentences, ReadOnlySpan<ScoredPair> pairs, int[] order)
    {
        int[] next = new int[sentences + 1];
        foreach (ScoredPair p in pairs)
        {
            next[p.B + 1]++;
        }

        for (int s = 0; s < sentences; s++)
        {
            next[s + 1] += next[s];
        }

        for (int i = 0; i < pairs.Length; i++)
        {
            order[next[pairs[i].B]++] = i;
        }
    }
}

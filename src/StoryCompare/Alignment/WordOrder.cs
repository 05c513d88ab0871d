namespace StoryCompare.Alignment;

/// <summary>Compares the order of words.</summary>
internal static class WordOrder
{
    /// <summary>Lengths of the longest common subsequence and of the longest common run. O(|a|·|b|); both are at most <see cref="SentenceProfiler.MaxSequence"/> long.</summary>
    public static (int Subsequence, int Run) Compare(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        // One row of each table; the values left of and above-left of the cell are kept in variables.
        Span<byte> sub = stackalloc byte[SentenceProfiler.MaxSequence + 1];
        Span<byte> runs = stackalloc byte[SentenceProfiler.MaxSequence + 1];
        sub.Clear();
        runs.Clear();
        int longest = 0;
        foreach (uint word in a)
        {
            byte diagonal = 0;
            byte runDiagonal = 0;
            for (int j = 0; j < b.Length; j++)
            {
                byte above = sub[j + 1];
                byte runAbove = runs[j + 1];
                bool equal = word == b[j];
                sub[j + 1] = equal ? (byte)(diagonal + 1) : Math.Max(above, sub[j]);
                runs[j + 1] = equal ? (byte)(runDiagonal + 1) : (byte)0;
                longest = Math.Max(longest, runs[j + 1]);
                diagonal = above;
                runDiagonal = runAbove;
            }
        }

        return (sub[b.Length], longest);
    }
}

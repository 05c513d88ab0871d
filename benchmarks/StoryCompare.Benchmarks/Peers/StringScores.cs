using DiffPlex;
using DiffPlex.Model;

namespace StoryCompare.Benchmarks.Peers;

/// <summary>What other packages say of two sentences.</summary>
internal static class StringScores
{
    private static readonly char[] WordSeparators = [' ', ',', '.'];
    private static readonly Differ Differ = new();

    public static double TokenSetRatio(string a, string b) => FuzzySharp.Fuzz.TokenSetRatio(a, b);

    public static double WeightedRatio(string a, string b) => FuzzySharp.Fuzz.WeightedRatio(a, b);

    /// <summary>Share of the words of both that DiffPlex's word diff keeps.</summary>
    public static double KeptWords(string a, string b)
    {
        DiffResult diff = Differ.CreateWordDiffs(a, b, ignoreWhitespace: true, ignoreCase: true, WordSeparators);
        int all = diff.PiecesOld.Length + diff.PiecesNew.Length;
        return all == 0 ? 0 : 1 - (diff.DiffBlocks.Sum(static d => d.DeleteCountA + d.InsertCountB) / (double)all);
    }
}

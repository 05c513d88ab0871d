using DiffPlex;
using DiffPlex.Model;
using StoryCompare.Alignment;

namespace StoryCompare.Claims.Findings;

/// <summary>Turns alignment groups into findings with word diffs.</summary>
internal static class AlignmentFindings
{
    /// <summary>Sentences longer than this (UTF-16 code units) are not diffed: the diff is quadratic in their words.</summary>
    private const int LongestDiffed = 2_000;

    private static readonly char[] Between = [' ', '\t', '\n', '\r', '\u00A0'];
    private static readonly Differ Differ = new();

    /// <summary>One finding a group, in the groups' order.</summary>
    public static IReadOnlyList<AlignedSentences> Write(StoryContext story)
    {
        List<AlignedSentences> found = [];
        foreach (AlignmentGroup group in story.Input.Alignments)
        {
            IReadOnlyList<Provenance> spans = story.Cite(group.Members);
            List<AlignmentDiff> diffs = [];
            for (int i = 1; i < spans.Count; i++)
            {
                if (spans[0].Text.Length <= LongestDiffed && spans[i].Text.Length <= LongestDiffed)
                {
                    diffs.Add(new AlignmentDiff(0, i, new DiffWhenRead(spans[0].Text, spans[i].Text)));
                }
            }

            AlignedPair closest = group.Pairs.OrderByDescending(static p => p.Score).ThenBy(static p => p.A.Article).ThenBy(static p => p.A.Sentence).ThenBy(static p => p.B.Article).ThenBy(static p => p.B.Sentence).First();
            found.Add(new AlignedSentences(story.IdOf('a', found.Count), closest.Kind, Math.Round(group.Pairs.Average(static p => p.Score), 4), spans, diffs));
        }

        return found;
    }

    /// <summary>A word diff; the words of equal and deleted parts make A, those of equal and inserted parts B.</summary>
    public static IReadOnlyList<DiffOp> Diff(string a, string b)
    {
        DiffResult result = Differ.CreateWordDiffs(a, b, ignoreWhitespace: false, ignoreCase: false, Between);
        List<DiffOp> ops = [];
        int at = 0;
        foreach (DiffBlock block in result.DiffBlocks)
        {
            Add(ops, "equal", result.PiecesOld, at, block.DeleteStartA);
            Add(ops, "delete", result.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(ops, "insert", result.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(ops, "equal", result.PiecesOld, at, result.PiecesOld.Length);
        return ops;
    }

    private static void Add(List<DiffOp> ops, string op, string[] pieces, int start, int end)
    {
        if (end > start)
        {
            ops.Add(new DiffOp(op, string.Concat(pieces.AsSpan(start, end - start))));
        }
    }
}

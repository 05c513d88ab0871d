using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace StoryCompare.Alignment;

/// <summary>Word diff of two sentences, by DiffPlex (Myers).</summary>
internal static class WordDiff
{
    /// <summary>Texts longer than this (UTF-16 code units) are one deletion and one insertion: Myers' time grows with length × differences.</summary>
    public const int Longest = 2_000;

    private static readonly Differ Differ = new();

    /// <summary>
    /// The steps from <paramref name="a"/> to <paramref name="b"/>: <c>equal</c>, <c>delete</c>, <c>insert</c>, neighbours of one kind joined.
    /// White space is kept: the equal and deleted texts joined give <paramref name="a"/>, the equal and inserted ones <paramref name="b"/>.
    /// </summary>
    public static IReadOnlyList<DiffOp> Compare(string a, string b)
    {
        if (a.Length > Longest || b.Length > Longest)
        {
            return Whole(a, b);
        }

        DiffResult diff = Differ.CreateCustomDiffs(a, b, ignoreWhiteSpace: false, ignoreCase: false, Chunk);
        Steps steps = new();
        int i = 0;
        foreach (DiffBlock block in diff.DiffBlocks)
        {
            steps.Append("equal", diff.PiecesOld, i, block.DeleteStartA);
            steps.Append("delete", diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            steps.Append("insert", diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            i = block.DeleteStartA + block.DeleteCountA;
        }

        steps.Append("equal", diff.PiecesOld, i, diff.PiecesOld.Length);
        return steps.Ops;
    }

    private static List<DiffOp> Whole(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return [new DiffOp("equal", a)];
        }

        List<DiffOp> ops = [];
        if (a.Length > 0)
        {
            ops.Add(new DiffOp("delete", a));
        }

        if (b.Length > 0)
        {
            ops.Add(new DiffOp("insert", b));
        }

        return ops;
    }

    /// <summary>
    /// Splits into words, runs of white space, and single other characters; DiffPlex's own splitter keeps punctuation on the word, so that
    /// "town." and "town" would differ. A mark inside a number or a word ("18,000", "4.5", "don't") belongs to it: a reader wants the figure changed
    /// as a whole.
    /// </summary>
    private static string[] Chunk(string text)
    {
        List<string> pieces = [];
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || !Continues(text, i))
            {
                pieces.Add(text[start..i]);
                start = i;
            }
        }

        return [.. pieces];
    }

    /// <summary>Whether the character at <paramref name="i"/> belongs to the piece of the one before it.</summary>
    private static bool Continues(string text, int i)
    {
        char before = text[i - 1];
        char c = text[i];
        return (char.IsLetterOrDigit(before) && (char.IsLetterOrDigit(c) || IsInside(text, i)))
            || (char.IsLetterOrDigit(c) && IsInside(text, i - 1))
            || (char.IsWhiteSpace(before) && char.IsWhiteSpace(c))
            || (char.IsHighSurrogate(before) && char.IsLowSurrogate(c));
    }

    private static bool IsInside(string text, int mark) =>
        (text[mark] is '.' or ',' or '\'' or '\u2019') && mark > 0 && mark + 1 < text.Length && char.IsLetterOrDigit(text[mark - 1]) && char.IsLetterOrDigit(text[mark + 1]);

    private sealed class Steps
    {
        private readonly StringBuilder _text = new();

        public List<DiffOp> Ops { get; } = [];

        public void Append(string op, string[] pieces, int start, int end)
        {
            if (start == end)
            {
                return;
            }

            _text.Clear();
            for (int i = start; i < end; i++)
            {
                _text.Append(pieces[i]);
            }

            if (Ops.Count > 0 && Ops[^1].Op == op)
            {
                Ops[^1] = new DiffOp(op, Ops[^1].Text + _text);
            }
            else
            {
                Ops.Add(new DiffOp(op, _text.ToString()));
            }
        }
    }
}

using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Alignment;

/// <summary>A place of a tree: a question about one feature, or a leaf.</summary>
/// <param name="Feature">The feature asked for; -1 for a leaf.</param>
/// <param name="Value">The value from which on the answer is the right branch; a leaf's part of the log odds.</param>
/// <param name="Right">Where the right branch starts; the left one follows its question.</param>
internal readonly record struct TreeNode(int Feature, float Value, int Right);

/// <summary>Small trees whose leaves add up: what a blend of the same features cannot say, as "shared names count where the articles are near".</summary>
/// <remarks>Learned by the evaluation host's <c>train-alignment</c>, which writes <c>alignment_trees.tsv</c>: a tree a line, in prefix order, a question as <c>Feature&gt;=value</c>. Immutable.</remarks>
internal sealed class PairTrees
{
    private readonly TreeNode[][] _trees;

    /// <param name="trees">In prefix order.</param>
    public PairTrees(IEnumerable<TreeNode[]> trees) => _trees = [.. trees];

    /// <summary>The trees, for writing.</summary>
    public IReadOnlyList<TreeNode[]> Trees => _trees;

    /// <summary>The shipped trees of a head.</summary>
    public static PairTrees Load(string head) =>
        new(EmbeddedData.Rows("alignment_trees.tsv", head).Select(static r => Parse(r)));

    /// <summary>Sum of the leaves that the features lead to; to be added to the log odds.</summary>
    public float Sum(ReadOnlySpan<float> features)
    {
        float sum = 0;
        foreach (TreeNode[] tree in _trees)
        {
            int at = 0;
            while (tree[at].Feature >= 0)
            {
                at = features[tree[at].Feature] >= tree[at].Value ? tree[at].Right : at + 1;
            }

            sum += tree[at].Value;
        }

        return sum;
    }

    private static TreeNode[] Parse(string[] row)
    {
        TreeNode[] nodes = new TreeNode[row.Length - 1];
        int read = 0;
        ParseFrom(row, nodes, ref read);
        return nodes;
    }

    private static void ParseFrom(string[] row, TreeNode[] nodes, ref int read)
    {
        int at = read++;
        string[] parts = row[at + 1].Split(">=");
        float value = float.Parse(parts[^1], CultureInfo.InvariantCulture);
        if (parts.Length == 1)
        {
            nodes[at] = new TreeNode(-1, value, 0);
            return;
        }

        ParseFrom(row, nodes, ref read);
        nodes[at] = new TreeNode((int)Enum.Parse<PairFeature>(parts[0]), value, read);
        ParseFrom(row, nodes, ref read);
    }
}

using StoryCompare.Alignment;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Boosted regression trees on top of given log odds, grown leaf by leaf on binned features with second-order steps (Friedman 2001; Chen and Guestrin 2016). Deterministic: same examples, same trees.</summary>
internal sealed class TreeFit
{
    private const int MaxCuts = 63;

    private readonly int[] _used;
    private readonly float[][] _cuts;
    private readonly byte[][] _bins;
    private readonly double[] _gradient;
    private readonly double[] _curve;

    private TreeFit(List<Example> examples, int[] used)
    {
        _used = used;
        _cuts = Array.ConvertAll(used, k => Cuts(examples, k));
        _bins = new byte[used.Length][];
        for (int u = 0; u < used.Length; u++)
        {
            float[] cuts = _cuts[u];
            _bins[u] = [.. examples.Select(e => (byte)cuts.Count(c => e.Features[used[u]] >= c))];
        }

        _gradient = new double[examples.Count];
        _curve = new double[examples.Count];
    }

    /// <summary>How trees are grown.</summary>
    /// <param name="Trees">Their number.</param>
    /// <param name="Leaves">Leaves of each.</param>
    /// <param name="Rate">Share of each step that is taken.</param>
    /// <param name="Least">Examples that a leaf must hold.</param>
    /// <param name="Penalty">L2 penalty of a leaf.</param>
    internal readonly record struct Shape(int Trees, int Leaves, double Rate, int Least, double Penalty);

    /// <summary>Learns trees.</summary>
    /// <param name="examples">Examples, all of one weight.</param>
    /// <param name="logits">Log odds that the trees add to; changed.</param>
    /// <param name="used">Features that may be asked for.</param>
    /// <param name="shape">How trees are grown.</param>
    public static PairTrees Fit(List<Example> examples, double[] logits, int[] used, Shape shape)
    {
        TreeFit fit = new(examples, used);
        List<TreeNode[]> trees = [];
        for (int t = 0; t < shape.Trees; t++)
        {
            for (int i = 0; i < logits.Length; i++)
            {
                double p = 1 / (1 + Math.Exp(-logits[i]));
                fit._gradient[i] = (examples[i].Positive ? 1 : 0) - p;
                fit._curve[i] = Math.Max(1e-9, p * (1 - p));
            }

            trees.Add(fit.Grow(logits, shape));
        }

        return new PairTrees(trees);
    }

    private sealed class Branch
    {
        public required int[] Rows { get; init; }
        public double Gradient { get; set; }
        public double Curve { get; set; }
        public double Gain { get; set; }
        public int Feature { get; set; } = -1;
        public int Cut { get; set; }
        public Branch? Left { get; set; }
        public Branch? Right { get; set; }
    }

    private TreeNode[] Grow(double[] logits, Shape shape)
    {
        Branch root = Open([.. Enumerable.Range(0, logits.Length)], shape);
        List<Branch> leaves = [root];
        while (leaves.Count < shape.Leaves && leaves.MaxBy(static l => l.Gain) is { Gain: > 1e-6 } best)
        {
            byte[] bins = _bins[best.Feature];
            best.Left = Open([.. best.Rows.Where(r => bins[r] <= best.Cut)], shape);
            best.Right = Open([.. best.Rows.Where(r => bins[r] > best.Cut)], shape);
            leaves.Remove(best);
            leaves.Add(best.Left);
            leaves.Add(best.Right);
        }

        List<TreeNode> nodes = [];
        Write(root, nodes, logits, shape);
        return [.. nodes];
    }

    private Branch Open(int[] rows, Shape shape)
    {
        Branch branch = new() { Rows = rows };
        foreach (int r in rows)
        {
            branch.Gradient += _gradient[r];
            branch.Curve += _curve[r];
        }

        double whole = branch.Gradient * branch.Gradient / (branch.Curve + shape.Penalty);
        Span<double> gradient = stackalloc double[MaxCuts + 1];
        Span<double> curve = stackalloc double[MaxCuts + 1];
        Span<int> count = stackalloc int[MaxCuts + 1];
        for (int u = 0; u < _used.Length; u++)
        {
            gradient.Clear();
            curve.Clear();
            count.Clear();
            byte[] bins = _bins[u];
            foreach (int r in rows)
            {
                int bin = bins[r];
                gradient[bin] += _gradient[r];
                curve[bin] += _curve[r];
                count[bin]++;
            }

            double g = 0;
            double h = 0;
            int n = 0;
            for (int c = 0; c < _cuts[u].Length; c++)
            {
                g += gradient[c];
                h += curve[c];
                n += count[c];
                if (n < shape.Least || rows.Length - n < shape.Least)
                {
                    continue;
                }

                double rest = branch.Gradient - g;
                double gain = (g * g / (h + shape.Penalty)) + (rest * rest / (branch.Curve - h + shape.Penalty)) - whole;
                if (gain > branch.Gain)
                {
                    branch.Gain = gain;
                    branch.Feature = u;
                    branch.Cut = c;
                }
            }
        }

        return branch;
    }

    private void Write(Branch branch, List<TreeNode> nodes, double[] logits, Shape shape)
    {
        int at = nodes.Count;
        nodes.Add(default);
        if (branch.Left is null || branch.Right is null)
        {
            double step = Math.Round(shape.Rate * branch.Gradient / (branch.Curve + shape.Penalty), 4);
            nodes[at] = new TreeNode(-1, (float)step, 0);
            foreach (int r in branch.Rows)
            {
                logits[r] += step;
            }

            return;
        }

        Write(branch.Left, nodes, logits, shape);
        nodes[at] = new TreeNode(_used[branch.Feature], _cuts[branch.Feature][branch.Cut], nodes.Count);
        Write(branch.Right, nodes, logits, shape);
    }

    // Values at equal ranks, written as the table writes them: what is learned is what is read.
    private static float[] Cuts(List<Example> examples, int feature)
    {
        float[] values = [.. examples.Select(e => e.Features[feature]).Order()];
        return [.. Enumerable.Range(1, MaxCuts).Select(c => (float)Math.Round(values[c * (values.Length - 1) / (MaxCuts + 1)], 4)).Distinct().Order()];
    }
}

using StoryCompare.Figures;

namespace StoryCompare.Claims.Findings;

/// <summary>Mentions of one figure, across articles.</summary>
internal sealed class FigureGroup
{
    /// <summary>By article, then position.</summary>
    public List<StoryFigure> Members { get; } = [];

    /// <summary>The most precise member: the smallest step, then the fewest hedges, then the first.</summary>
    public StoryFigure Representative =>
        Members.OrderBy(static m => m.Figure.Qualifier != FigureQualifier.Exactly).ThenBy(static m => m.Figure.Step).ThenByDescending(static m => m.Figure.Counts.Length > 0).First();
}

/// <summary>Groups a story's figures: one value of one thing, however the outlets word it.</summary>
internal static class FigureGroups
{
    /// <summary>Least shared context of two figures of one value that is not telling by itself ("three", "10").</summary>
    private const double SharedForCommonValue = 0.25;

    /// <summary>Least shared context where the value alone nearly tells (three significant digits or more).</summary>
    private const double SharedForRareValue = 0.05;

    /// <summary>The groups, in order of their first mention.</summary>
    /// <remarks>Each figure is compared with the groups of its own dimension only.</remarks>
    public static List<FigureGroup> Group(StoryContext story, IReadOnlyList<StoryFigure> figures)
    {
        List<FigureGroup> groups = [];
        Dictionary<string, List<FigureGroup>> byDimension = new(StringComparer.Ordinal);
        foreach (StoryFigure f in figures)
        {
            string dimension = Dimension.Of(f.Figure.Unit);
            if (!byDimension.TryGetValue(dimension, out List<FigureGroup>? candidates))
            {
                byDimension[dimension] = candidates = [];
            }

            FigureGroup? home = null;
            double best = 0;
            foreach (FigureGroup g in candidates)
            {
                double tie = Tie(story, f, g);
                if (tie > best)
                {
                    best = tie;
                    home = g;
                }
            }

            if (home is null)
            {
                home = new FigureGroup();
                candidates.Add(home);
                groups.Add(home);
            }

            home.Members.Add(f);
        }

        return groups;
    }

    // The best tie to a member; 0 when a member conflicts, or none is the same.
    private static double Tie(StoryContext story, StoryFigure figure, FigureGroup group)
    {
        double best = 0;
        foreach (StoryFigure m in group.Members)
        {
            FigureComparison comparison = FigureComparer.Compare(figure.Figure, m.Figure);
            if (comparison.Verdict == FigureVerdict.Conflict)
            {
                return 0;
            }

            if (comparison.Verdict != FigureVerdict.Same || (m.At == figure.At && m.Extracted.Span != figure.Extracted.Span && figure.Figure.Counts != m.Figure.Counts))
            {
                continue;
            }

            double shared = figure.SharedContext(m);
            double tie = story.Aligned(figure.At, m.At) ? 1 + shared
                : shared >= (IsRare(figure.Figure) ? SharedForRareValue : SharedForCommonValue) ? shared
                : 0;
            best = Math.Max(best, tie);
        }

        return best;
    }

    /// <summary>Whether the value shows three significant digits or more: two texts rarely share it by chance.</summary>
    private static bool IsRare(Figure figure) => figure.Step > 0 && Math.Abs(figure.Value) / figure.Step >= 100;
}

using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Findings;

/// <summary>Mentions of one figure, across articles.</summary>
internal sealed class FigureGroup
{
    /// <summary>By article, then position.</summary>
    public List<StoryFigure> Members { get; } = [];

    /// <summary>The most precise member: the smallest step, then the fewest hedges, then a plural over an attribute ("five members", "five-member"), then the first.</summary>
    public StoryFigure Representative =>
        Members.OrderBy(static m => m.Extracted.Figure.Counts.Length == 0 && m.Extracted.Figure.Unit.Length > 0 && m.Extracted.Figure.Unit != m.Figure.Unit)
            .ThenBy(static m => m.Extracted.Figure.Unit.Length == 0 || CountedThings.DeedOf(m.Extracted.Figure.Unit).Length > 0).ThenBy(static m => m.Figure.Qualifier != FigureQualifier.Exactly).ThenBy(static m => m.Figure.Step).ThenByDescending(static m => m.Extracted.Figure.Counts.Length > 0)
            .ThenBy(static m => m.Extracted.Figure.Unit != "people" && m.Extracted.Figure.Counts.Equals(m.Extracted.Figure.Unit, StringComparison.OrdinalIgnoreCase)).First();
}

/// <summary>Groups a story's figures: one value of one thing, however the outlets word it.</summary>
/// <remarks>Equal values meet first; then a rounded or hedged value joins the one group it rounds, never one of two that conflict.</remarks>
internal static class FigureGroups
{
    // Least shared context of two equal values: of a value that tells little by itself ("three", "10"), of a large one, and of one with
    // three significant digits, which two texts rarely share by chance.
    private const double SharedForCommonValue = 0.25;
    private const double SharedForLargeValue = 0.1;
    private const double SharedForRareValue = 0.05;

    // Values further apart than this share are two figures, though a hedge may cover both ("about 70", "65").
    private const double FarthestRounding = 0.05;

    // Least shared context of values that round to each other.
    private const double SharedForRounded = 0.35;

    // A tie of what is counted that suffices for equal values (see FigureTie).
    private const double SureTie = 0.42;

    // Groups of one value that a figure is held against, and members of a group: more of either are a table or an attack, and the first tell enough.
    private const int MostHomes = 64;
    private const int MostMembers = 64;
    private const int MostNeighbours = 48;

    // Members of all those groups together.
    private const int MostCompared = 256;

    // What one role (both "wounded") adds to the shared context.
    private const double RoleBonus = 0.2;

    /// <summary>The groups, in order of their first mention.</summary>
    /// <remarks>Each figure is compared with the groups of its own dimension only.</remarks>
    public static List<FigureGroup> Group(StoryContext story, IReadOnlyList<StoryFigure> figures)
    {
        Dictionary<string, List<FigureGroup>> byDimension = new(StringComparer.Ordinal);

        // Only groups of the very value can be an exact home.
        Dictionary<(double Value, double? High, string Unit), List<FigureGroup>> byValue = [];
        foreach (StoryFigure f in figures)
        {
            List<FigureGroup>? equal = byValue.GetValueOrDefault((f.Figure.Value, f.Figure.High, f.Figure.Unit));
            string dimension = Dimension.Of(f.Figure.Unit);
            if (!byDimension.TryGetValue(dimension, out List<FigureGroup>? groups))
            {
                byDimension[dimension] = groups = [];
            }

            if (equal is not null && BestHome(story, f, equal) is { } home)
            {
                home.Members.Add(f);
            }
            else
            {
                FigureGroup group = new() { Members = { f } };
                groups.Add(group);
                (byValue[(f.Figure.Value, f.Figure.High, f.Figure.Unit)] = equal ?? []).Add(group);
            }
        }

        List<FigureGroup> all = [];
        foreach (List<FigureGroup> groups in byDimension.Values)
        {
            JoinRounded(story, groups);
            all.AddRange(groups);
        }

        foreach (FigureGroup g in all)
        {
            g.Members.Sort(static (x, y) => (x.At.Article, x.Extracted.Span.Start).CompareTo((y.At.Article, y.Extracted.Span.Start)));
        }

        all.Sort(static (x, y) => (x.Members[0].At.Article, x.Members[0].Extracted.Span.Start).CompareTo((y.Members[0].At.Article, y.Members[0].Extracted.Span.Start)));
        return all;
    }

    // A group of one mention joins the only other group that it can be. Only groups of near values are looked at: sorted by value they are neighbours.
    private static void JoinRounded(StoryContext story, List<FigureGroup> groups)
    {
        List<FigureGroup> byValue = [.. groups.OrderBy(static g => g.Members[0].Figure.Value)];
        Dictionary<FigureGroup, int> rank = new(groups.Count);
        for (int i = 0; i < byValue.Count; i++)
        {
            rank[byValue[i]] = i;
        }

        HashSet<FigureGroup> joined = [];
        for (int i = groups.Count - 1; i >= 0; i--)
        {
            FigureGroup g = groups[i];
            if (g.Members.Count > 2)
            {
                continue;
            }

            FigureGroup? home = null;
            int homes = 0;
            foreach (FigureGroup other in Neighbours(byValue, rank[g]))
            {
                if (!joined.Contains(other) && Tie(story, g.Members[0], other, exact: false) > 0)
                {
                    home = other;
                    homes++;
                }
            }

            if (homes == 1)
            {
                home!.Members.AddRange(g.Members);
                joined.Add(g);
            }
        }

        groups.RemoveAll(joined.Contains);
    }

    // The groups around one whose first value lies near enough. A group's later members were joined as its rounding, so twice the distance holds them all.
    private static IEnumerable<FigureGroup> Neighbours(List<FigureGroup> byValue, int at)
    {
        double value = byValue[at].Members[0].Figure.Value;
        for (int step = -1; step <= 1; step += 2)
        {
            for (int i = at + step, seen = 0; i >= 0 && i < byValue.Count && seen < MostNeighbours; i += step, seen++)
            {
                double other = byValue[i].Members[0].Figure.Value;
                if (Math.Abs(other - value) > 2 * FarthestRounding * Math.Max(Math.Abs(other), Math.Abs(value)))
                {
                    break;
                }

                yield return byValue[i];
            }
        }
    }

    private static FigureGroup? BestHome(StoryContext story, StoryFigure figure, List<FigureGroup> groups)
    {
        FigureGroup? home = null;
        double best = 0;
        int compared = 0;
        for (int i = 0; i < Math.Min(groups.Count, MostHomes) && compared < MostCompared; i++)
        {
            FigureGroup g = groups[i];
            compared += Math.Min(g.Members.Count, MostMembers);
            double tie = Tie(story, figure, g, exact: true);
            if (tie > best)
            {
                best = tie;
                home = g;
            }
        }

        return home;
    }

    /// <summary>The best tie to a member; 0 when a member conflicts, or none is the same.</summary>
    /// <param name="story">The story.</param>
    /// <param name="figure">The figure that looks for a home.</param>
    /// <param name="group">The group.</param>
    /// <param name="exact">Whether only equal values tie; otherwise only values that round to each other.</param>
    public static double Tie(StoryContext story, StoryFigure figure, FigureGroup group, bool exact)
    {
        double best = 0;
        foreach (StoryFigure m in group.Members.Take(MostMembers))
        {
            if (!exact && Math.Abs(figure.Figure.Value - m.Figure.Value) > FarthestRounding * Math.Max(Math.Abs(figure.Figure.Value), Math.Abs(m.Figure.Value)))
            {
                continue;
            }

            bool equal = figure.Figure.Value == m.Figure.Value && figure.Figure.High == m.Figure.High && figure.Figure.Unit == m.Figure.Unit;
            if (equal != exact)
            {
                if (exact)
                {
                    return 0;
                }

                continue;
            }

            FigureComparison comparison = FigureComparer.Compare(figure.Figure, m.Figure);
            if (comparison.Verdict == FigureVerdict.Conflict)
            {
                return 0;
            }

            if (comparison.Verdict != FigureVerdict.Same || (m.At == figure.At && m.Extracted.Span != figure.Extracted.Span && figure.Figure.Counts != m.Figure.Counts))
            {
                continue;
            }

            double shared = figure.SharedContext(m) + (figure.Figure.Role.Length > 0 && figure.Figure.Role == m.Figure.Role ? RoleBonus : 0);
            double least = exact ? Least(figure.Figure) : SharedForRounded;
            if (figure.Slot.IsUnreal != m.Slot.IsUnreal)
            {
                continue;
            }

            double told = exact && !figure.Slot.IsUnreal ? FigureTie.Between(figure, m).Strength : 0;
            double tie = story.Aligned(figure.At, m.At) ? 1 + shared : shared >= least ? shared : told >= SureTie ? told : 0;
            best = Math.Max(best, tie);
        }

        return best;
    }

    // A measure of two significant digits ("5.9", "1.2 km"); times and shares recur by chance.
    private static bool IsMeasured(Figure figure) =>
        figure.Step > 0 && Math.Abs(figure.Value) / figure.Step >= 10 && FigureUnits.OfSymbol(figure.Unit) is not null && Dimension.Of(figure.Unit) is not ("time" or "d" or "wk" or "mo" or "yr" or "%" or "people");

    private static double Least(Figure figure) =>
        figure.Step > 0 && Math.Abs(figure.Value) / figure.Step >= 100 ? SharedForRareValue
        : Math.Abs(figure.Value) >= 1000 || IsMeasured(figure) ? SharedForLargeValue
        : SharedForCommonValue;
}

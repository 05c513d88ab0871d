using StoryCompare.Claims.Conflicts;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Findings;

/// <summary>Joins groups of one value that neither noun nor near words tie, by what stands round them: the sentence as a whole, or the value's own rarity.</summary>
/// <remarks>
/// Three grounds. A value of three digits or more that one text gives without its noun ("4,183 yards", "took his total to 4,183"). A second figure that both
/// sentences give ("30 miles … 120 mph", "a 30-mile chase … 120 mph"). One count in two aligned sentences, whatever the counted are called ("23 pirates", "23 brigands").
/// </remarks>
internal static class FigureTwins
{
    // Digits that two texts seldom share by chance.
    private const double RareDigits = 100;

    // Digits of a count that two sentences on one act seldom share by chance: 23, 125; 11 shots hit 11 times, and crowds of 100 are many.
    private const double FewDigits = 13;

    // Groups of one value that are held against each other, and members of each.
    private const int MostOfValue = 24;
    private const int MostMembers = 8;

    /// <summary>The groups, those that are one joined; in the order given.</summary>
    public static List<FigureGroup> Join(StoryContext story, List<FigureGroup> groups)
    {
        Dictionary<Sentence, List<Figure>> inSentence = [];
        Dictionary<(double Value, double? High), List<FigureGroup>> byValue = [];
        foreach (FigureGroup g in groups)
        {
            foreach (StoryFigure m in g.Members)
            {
                Sentence at = new(m.At.Article, m.At.Sentence);
                (inSentence.TryGetValue(at, out List<Figure>? figures) ? figures : inSentence[at] = []).Add(m.Figure);
            }

            (double, double?) key = (g.Members[0].Figure.Value, g.Members[0].Figure.High);
            (byValue.TryGetValue(key, out List<FigureGroup>? equal) ? equal : byValue[key] = []).Add(g);
        }

        HashSet<FigureGroup> joined = [];
        foreach (List<FigureGroup> equal in byValue.Values)
        {
            for (int i = 1; i < Math.Min(equal.Count, MostOfValue); i++)
            {
                FigureGroup? home = null;
                int homes = 0;
                for (int j = 0; j < Math.Min(equal.Count, MostOfValue); j++)
                {
                    if (i != j && !joined.Contains(equal[j]) && AreTwins(story, equal[i], equal[j], inSentence))
                    {
                        home = equal[j];
                        homes++;
                    }
                }

                // Two homes are two things of one value.
                if (homes == 1)
                {
                    home!.Members.AddRange(equal[i].Members);
                    joined.Add(equal[i]);
                }
            }
        }

        groups.RemoveAll(joined.Contains);
        return groups;
    }

    private readonly record struct Sentence(int Article, int Index);

    private static bool AreTwins(StoryContext story, FigureGroup g, FigureGroup h, Dictionary<Sentence, List<Figure>> inSentence)
    {
        bool twins = false;
        foreach (StoryFigure a in g.Members.Take(MostMembers))
        {
            foreach (StoryFigure b in h.Members.Take(MostMembers))
            {
                if (a.At == b.At)
                {
                    return false;
                }

                twins |= a.At.Article != b.At.Article && AreTwins(story, a, b, inSentence[new Sentence(a.At.Article, a.At.Sentence)], inSentence[new Sentence(b.At.Article, b.At.Sentence)]);
            }
        }

        return twins;
    }

    private static bool AreTwins(StoryContext story, StoryFigure a, StoryFigure b, List<Figure> besideA, List<Figure> besideB)
    {
        if (a.Figure.Unit == "age" || b.Figure.Unit == "age" || a.Figure.Qualifier == FigureQualifier.Vague || b.Figure.Qualifier == FigureQualifier.Vague)
        {
            return false;
        }

        if (IsBare(a) != IsBare(b))
        {
            return a.Figure.Step > 0 && b.Figure.Step > 0 && Math.Abs(a.Figure.Value) / Math.Max(a.Figure.Step, b.Figure.Step) >= RareDigits;
        }

        bool sameUnit = a.Figure.Unit == b.Figure.Unit;
        if (!sameUnit && !(IsCount(a) && IsCount(b)))
        {
            return false;
        }

        if (FigureComparer.Compare(a.Figure, b.Figure).Verdict == FigureVerdict.Conflict)
        {
            return false;
        }

        if (sameUnit && a.Figure.Value > 1 && besideA.Exists(x => x.Value != a.Figure.Value && x.Value > 1 && x.Unit.Length > 0 && besideB.Exists(y => y.Value == x.Value && y.Unit == x.Unit)))
        {
            return true;
        }

        bool once = besideA.Count(x => x.Value == a.Figure.Value) == 1 && besideB.Count(x => x.Value == b.Figure.Value) == 1;
        bool sameRole = a.Figure.Role == b.Figure.Role || a.Figure.Role.Length == 0 || b.Figure.Role.Length == 0;
        return a.Slot.Thing == "people" && b.Slot.Thing == "people" && once && sameRole && a.Figure.Step > 0 && Math.Abs(a.Figure.Value) / a.Figure.Step >= FewDigits && story.Aligned(a.At, b.At);
    }

    private static bool IsBare(StoryFigure f) => f.Figure.Unit.Length == 0 && f.Extracted.Figure.Counts.Length == 0;

    private static bool IsCount(StoryFigure f) => FigureUnits.OfSymbol(f.Figure.Unit) is null or { Symbol: "" } && !f.Figure.Unit.Contains('/', StringComparison.Ordinal);
}

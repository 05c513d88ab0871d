using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Findings;

/// <summary>Joins groups of one value that neither their noun nor a rare value ties, by how much of what stands round them is the same.</summary>
/// <remarks>
/// How much is asked depends on what speaks for a chance: a value that both articles tell of one noun and only once asks least, two nouns ("38 dives", "dived 38 times") ask for aligned
/// sentences. Thresholds from reading 280 pairs of development events (ECB+, gun violence, roundups), half A; the best pair is joined first. What is wished on one side and told on the other
/// ("is to be closed for two weeks") is one figure here, though not among the figures that are compared.
/// </remarks>
internal static class LoneTwins
{
    // Groups of one value that are held against each other, and members of each.
    private const int MostOfValue = 16;
    private const int MostMembers = 4;

    // Least shared context: of one noun told once in each article and of one told more often.
    private const double SharedByLone = 0.2;
    private const double SharedByLoneWordless = 0.3;
    private const double SharedByOneNoun = 0.28;

    // The same of a bare number and a noun, and of two nouns.
    private const double SharedByAlignedBare = 0.2;
    private const double SharedByLoneBare = 0.35;
    private const double SharedByBare = 0.55;
    private const double SharedByAlignedNouns = 0.45;
    private const double SharedByNouns = 0.6;

    // Thousands recur by chance seldom.
    private const double LeastOfLarge = 1000;
    private const double SharedByLarge = 0.1;

    // Digits of a value that two sentences seldom share by chance.
    private const double OddDigits = 13;

    // Words that both clauses must share where the noun does not tie them.
    private const int LeastWords = 2;

    private enum Likeness
    {
        None,
        OneNoun,
        Bare,
        TwoNouns,
    }

    /// <summary>Joins, in place, what is one; the groups of one value are held against each other only.</summary>
    /// <param name="story">The story.</param>
    /// <param name="groups">Its figures after all firmer grounds.</param>
    /// <param name="arePartsApart">Whether two figures are told to be different parts of one whole.</param>
    public static void Join(StoryContext story, List<FigureGroup> groups, Func<StoryFigure, StoryFigure, bool> arePartsApart)
    {
        Dictionary<(double, double?), List<FigureGroup>> byValue = [];
        foreach (FigureGroup g in groups)
        {
            Figure f = g.Members[0].Figure;
            if (f.Value is not (0 or 1) && f.Unit != "age" && f.Qualifier != FigureQualifier.Vague)
            {
                (byValue.TryGetValue((f.Value, f.High), out List<FigureGroup>? known) ? known : byValue[(f.Value, f.High)] = []).Add(g);
            }
        }

        HashSet<FigureGroup> joined = [];
        List<(double Score, int I, int J)> pairs = [];
        foreach (List<FigureGroup> equal in byValue.Values)
        {
            if (equal.Count < 2)
            {
                continue;
            }

            pairs.Clear();
            int count = Math.Min(equal.Count, MostOfValue);
            for (int i = 1; i < count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (Score(story, equal, i, j, arePartsApart) is > 0 and double score)
                    {
                        pairs.Add((score, i, j));
                    }
                }
            }

            pairs.Sort(static (x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : (x.I, x.J).CompareTo((y.I, y.J)));
            foreach ((_, int i, int j) in pairs)
            {
                // One figure has one home: what is joined already stays as it is.
                if (!joined.Contains(equal[i]) && !joined.Contains(equal[j]) && !ShareArticle(equal[i], equal[j]))
                {
                    equal[j].Members.AddRange(equal[i].Members);
                    joined.Add(equal[i]);
                }
            }
        }

        groups.RemoveAll(joined.Contains);
    }

    // 0 where the two are not one; otherwise how much speaks for it.
    private static double Score(StoryContext story, List<FigureGroup> equal, int i, int j, Func<StoryFigure, StoryFigure, bool> arePartsApart)
    {
        FigureGroup g = equal[i];
        FigureGroup h = equal[j];
        Likeness likeness = LikenessOf(g, h);
        if (likeness == Likeness.None || ShareArticle(g, h))
        {
            return 0;
        }

        double best = 0;
        StoryFigure? x = null;
        StoryFigure? y = null;
        foreach (StoryFigure a in g.Members.Take(MostMembers))
        {
            foreach (StoryFigure b in h.Members.Take(MostMembers))
            {
                if (arePartsApart(a, b) || PeopleTwins.AreOtherFates(a, b))
                {
                    return 0;
                }

                if (a.SharedContext(b) is double shared && shared > best)
                {
                    (best, x, y) = (shared, a, b);
                }
            }
        }

        if (x is null || y is null || best < SharedByLarge)
        {
            return 0;
        }

        bool aligned = story.Aligned(x.At, y.At);
        bool odd = x.Figure.Step > 0 && Math.Abs(x.Figure.Value) / x.Figure.Step >= OddDigits;
        if (x.Figure.Qualifier != y.Figure.Qualifier && (FigureTwins.IsBound(x.Figure.Qualifier) || FigureTwins.IsBound(y.Figure.Qualifier)) && !aligned && !odd)
        {
            return 0;
        }

        int words = FigureTie.Shared(x.Slot, y.Slot).Words;
        bool large = Math.Abs(x.Figure.Value) >= LeastOfLarge;
        bool one = likeness switch
        {
            Likeness.OneNoun => IsLone(equal, g, h) ? best >= (words > 0 ? SharedByLone : SharedByLoneWordless) : words >= LeastWords && best >= SharedByOneNoun,
            Likeness.Bare => (large && IsLone(equal, g, h)) || (aligned && words > 0 && best >= SharedByAlignedBare) || (words > 0 && best >= SharedByLoneBare && IsLone(equal, g, h)) || (words >= LeastWords && best >= SharedByBare),
            _ => words >= LeastWords && best >= (aligned ? SharedByAlignedNouns : SharedByNouns),
        };
        return one ? best + (aligned ? 1 : 0) : 0;
    }

    // Whether no other figure of the value in these articles may be the one.
    private static bool IsLone(List<FigureGroup> equal, FigureGroup g, FigureGroup h)
    {
        foreach (FigureGroup o in equal)
        {
            if (o != g && o != h && (ShareArticle(o, g) || ShareArticle(o, h)) && LikenessOf(o, g) != Likeness.None)
            {
                return false;
            }
        }

        return true;
    }

    private static Likeness LikenessOf(FigureGroup g, FigureGroup h)
    {
        StoryFigure a = g.Members[0];
        StoryFigure b = h.Members[0];
        if (a.Figure.Unit == b.Figure.Unit)
        {
            return a.Figure.Unit.Length > 0 || Math.Abs(a.Figure.Value) >= LeastOfLarge ? Likeness.OneNoun : Likeness.None;
        }

        bool counts = IsCount(a) && IsCount(b);
        return !counts ? Likeness.None : a.Figure.Unit.Length == 0 || b.Figure.Unit.Length == 0 ? Likeness.Bare : AreForms(a.Figure.Unit, b.Figure.Unit) ? Likeness.OneNoun : Likeness.TwoNouns;
    }

    // "RBI", "RBIs".
    private static bool AreForms(string a, string b) =>
        WordTable.StemOf(a) == WordTable.StemOf(b) || (Math.Abs(a.Length - b.Length) == 1 && (a.Length > b.Length ? a : b)[^1] == 's' && a.AsSpan(0, Math.Min(a.Length, b.Length)).SequenceEqual(b.AsSpan(0, Math.Min(a.Length, b.Length))));

    private static bool IsCount(StoryFigure f) => FigureUnits.OfSymbol(f.Figure.Unit) is null or { Symbol: "" } && !f.Figure.Unit.Contains('/', StringComparison.Ordinal);

    private static bool ShareArticle(FigureGroup g, FigureGroup h)
    {
        foreach (StoryFigure a in g.Members)
        {
            foreach (StoryFigure b in h.Members)
            {
                if (a.At.Article == b.At.Article)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

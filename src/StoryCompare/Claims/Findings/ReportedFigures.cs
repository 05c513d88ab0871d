using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Findings;

/// <summary>Makes of the groups that figures are compared by the figures an editor would list: parts of names left out, loose members apart, one figure once.</summary>
/// <remarks>Conflicts are looked for among the groups as they were: there a doubtful member keeps two values from being opposed.</remarks>
internal sealed class ReportedFigures
{
    // A coarse value shows its rounding where its digits reach two places: 18,000 may stand for 18,300, but 600 not for 612.
    private const double LeastOfCoarse = 10;

    // Farthest that an unhedged coarse value may lie from the finer one.
    private const double FarthestUnhedged = 0.03;

    // Groups of one value that are held against each other, and members of each.
    private const int MostOfValue = 48;
    private const int MostMembers = 12;

    // Least shared context of two groups that count the same things, and of values that two texts rarely share by chance.
    private const double SharedForThings = 0.25;
    private const double SharedForRare = 0.05;

    // Counts that texts share by chance are smaller.
    private const double LeastOfLarge = 1000;

    // Digits that make a value rare: 23, 125, 15.9; not 20 or 500.
    private const double RareDigits = 13;

    // Least shared context that makes one statement of two trivial figures.
    private const double SharedForTrivial = 0.5;

    // Least tie of small counts (see FigureTie), in words said of both.
    private const double TieOfSmall = 0.42;

    private readonly StoryContext _story;
    private readonly Dictionary<StoryFigure, FigureSubset> _subsets = [];
    private readonly Dictionary<FigureGroup, (int Read, HashSet<uint> Names)> _owners = [];

    private ReportedFigures(StoryContext story) => _story = story;

    /// <summary>The figures to report, in order of their first mention.</summary>
    /// <remarks>Each figure is compared with a bounded number of others of its value.</remarks>
    public static List<FigureGroup> Of(StoryContext story, IReadOnlyList<FigureGroup> groups) => new ReportedFigures(story).Write(groups);

    private List<FigureGroup> Write(IReadOnlyList<FigureGroup> groups)
    {
        PartsOfNames parts = new(_story, groups.SelectMany(static g => g.Members));
        List<FigureGroup> split = [];
        foreach (FigureGroup g in groups)
        {
            StoryFigure[] members = [.. g.Members.Where(m => !parts.Holds(m))];
            if (members.Length > 0)
            {
                split.AddRange(Split(members));
            }
        }

        List<FigureGroup> merged = FigureTwins.Join(_story, Merge(split), (a, b) => _subsets[a].PartsFrom(_subsets[b]));
        foreach (FigureGroup g in merged)
        {
            g.Members.Sort(static (x, y) => (x.At.Article, x.Extracted.Span.Start).CompareTo((y.At.Article, y.Extracted.Span.Start)));
        }

        merged.Sort(static (x, y) => (x.Members[0].At.Article, x.Members[0].Extracted.Span.Start).CompareTo((y.Members[0].At.Article, y.Members[0].Extracted.Span.Start)));
        return merged;
    }

    // Members of the group's commonest value stay; others where they are shown to round it. What tells too little to be one figure is listed by article.
    private IEnumerable<FigureGroup> Split(StoryFigure[] members)
    {
        StoryFigure anchor = members.GroupBy(static m => m.Figure.Value).OrderByDescending(static v => v.Count()).ThenBy(static v => v.First().Figure.Step).First().First();
        foreach (StoryFigure m in members)
        {
            _subsets[m] = FigureSubset.Of(_story, m, members);
        }

        List<HashSet<int>> holders = [];
        FigureSubset first = members.Select(m => _subsets[m]).Aggregate(static (told, s) => told.FilledFrom(s));
        foreach (IGrouping<(double, bool, bool, uint, string, int), StoryFigure> fate in members.GroupBy(m => Fate(m, _subsets[m].FilledFrom(first))))
        {
            if (fate.All(IsTrivial))
            {
                foreach (FigureGroup said in Told(fate))
                {
                    yield return said;
                }
            }
            else if (anchor.Figure.Unit == "age")
            {
                foreach (FigureGroup owned in Owned(fate))
                {
                    yield return owned;
                }
            }
            else
            {
                yield return GroupOf(fate);
            }
        }

        (double, bool, bool, uint, string, int) Fate(StoryFigure m, FigureSubset s) =>
            (m.Figure.Value == anchor.Figure.Value || IsRounding(m.Figure, anchor.Figure) ? anchor.Figure.Value : m.Figure.Value, s.IsExtreme, s.IsRest, s.Condition, s.Sex, HolderOf(s.Holders));

        // Which of the holders told so far: 0 for the first, and for figures of nobody.
        int HolderOf(IReadOnlySet<int> named)
        {
            int known = named.Count == 0 ? 0 : holders.FindIndex(h => h.Overlaps(named));
            if (known < 0)
            {
                known = holders.Count;
                holders.Add([]);
            }

            if (known < holders.Count)
            {
                holders[known].UnionWith(named);
            }

            return known;
        }
    }

    // Trivial figures recur only where the sentences around them tell the same.
    private List<FigureGroup> Told(IEnumerable<StoryFigure> members)
    {
        List<FigureGroup> told = [];
        foreach (StoryFigure m in members)
        {
            FigureGroup? home = told.Take(MostOfValue).FirstOrDefault(g => g.Members.Take(MostMembers).Any(o => _story.Outlet[o.At.Article] == _story.Outlet[m.At.Article] || _story.Aligned(o.At, m.At) || o.SharedContext(m) >= SharedForTrivial));
            if (home is null)
            {
                told.Add(home = new FigureGroup());
            }

            home.Members.Add(m);
        }

        return told;
    }

    // Ages by whose they are; those beside no name belong to the first.
    private List<FigureGroup> Owned(IEnumerable<StoryFigure> ages)
    {
        List<(FigureGroup Group, HashSet<uint> Owner)> owned = [];
        foreach ((StoryFigure m, HashSet<uint> owner) in ages.Select(m => (m, FigureOwner.Of(_story, m))).OrderBy(static x => x.Item2.Count == 0))
        {
            int home = owned.FindIndex(o => owner.Count == 0 || o.Owner.Count == 0 || o.Owner.Overlaps(owner));
            if (home < 0)
            {
                home = owned.Count;
                owned.Add((new FigureGroup(), []));
            }

            owned[home].Group.Members.Add(m);
            owned[home].Owner.UnionWith(owner);
        }

        return [.. owned.Select(static o => o.Group)];
    }

    private static FigureGroup GroupOf(IEnumerable<StoryFigure> members)
    {
        FigureGroup group = new();
        group.Members.AddRange(members);
        return group;
    }

    /// <summary>Whether one value stands for the other: converted, hedged, or coarse enough to see that it was rounded.</summary>
    public static bool IsRounding(Figure a, Figure b)
    {
        if (a.Unit == "age" || FigureComparer.Compare(a, b).Verdict != FigureVerdict.Same)
        {
            return false;
        }

        if (!FigureKinds.SameSymbol(a, b))
        {
            return true;
        }

        (Figure coarse, Figure fine) = a.Step >= b.Step ? (a, b) : (b, a);
        if (coarse.IsBelow && fine.Value > coarse.Value)
        {
            return false;
        }

        return coarse.Qualifier != FigureQualifier.Exactly
            || (coarse.Step > 0 && Math.Abs(coarse.Value) / coarse.Step >= LeastOfCoarse && Math.Abs(coarse.Value - fine.Value) <= FarthestUnhedged * Math.Abs(fine.Value));
    }

    // "A day later", "one woman", "one of the top teams", "zero-day": every text has them.
    private static bool IsTrivial(StoryFigure m)
    {
        Figure f = m.Figure;
        if (f.High is not null || f.Role.Length > 0)
        {
            return false;
        }

        return f.Value is 0 or 1 && (f.Unit.Length == 0 || m.Slot.Thing == "people" || Dimension.IsTime(f.Unit) || Dimension.Of(f.Unit) is "d" or "wk" or "mo" or "yr" || IsOneOf(m));
    }

    // "One of the …"
    private static bool IsOneOf(StoryFigure m) => m.Slot.IsOfOne || m.StartsWithOneOf;

    private List<FigureGroup> Merge(List<FigureGroup> groups)
    {
        Dictionary<(double, double?, string), List<FigureGroup>> byValue = [];
        List<FigureGroup> merged = [];
        foreach (FigureGroup g in groups)
        {
            Figure f = g.Members[0].Figure;
            (double, double?, string) key = (f.Value, f.High, f.Unit);
            if (!byValue.TryGetValue(key, out List<FigureGroup>? equal))
            {
                byValue[key] = equal = [];
            }

            FigureGroup? home = equal.Take(MostOfValue).FirstOrDefault(h => AreOne(g, h));
            if (home is null)
            {
                equal.Add(g);
                merged.Add(g);
            }
            else
            {
                home.Members.AddRange(g.Members);
            }
        }

        return merged;
    }

    private bool AreOne(FigureGroup g, FigureGroup h)
    {
        bool one = false;
        foreach (StoryFigure a in g.Members.Take(MostMembers))
        {
            foreach (StoryFigure b in h.Members.Take(MostMembers))
            {
                // Parts that were told from one another stay apart.
                if (_subsets[a].PartsFrom(_subsets[b]))
                {
                    return false;
                }

                // A sentence that gives the value twice speaks of two things.
                if (a.At == b.At || FigureComparer.Compare(a.Figure, b.Figure).Verdict is FigureVerdict.Conflict or FigureVerdict.Incomparable || IsOnlyOneReal(a, b))
                {
                    return false;
                }

                one = one || IsSame(a, b);
            }
        }

        if (g.Members[0].Figure.Unit == "age")
        {
            // One name in both, or none in one of them.
            HashSet<uint> x = OwnersOf(g);
            HashSet<uint> y = OwnersOf(h);
            return one && (x.Count == 0 || y.Count == 0 || x.Overlaps(y));
        }

        return one && !g.Members.All(IsTrivial) && !h.Members.All(IsTrivial);
    }

    // Names beside all members; a group grows while others are held against it, so what was read stays read.
    private HashSet<uint> OwnersOf(FigureGroup ages)
    {
        (int read, HashSet<uint> names) = _owners.TryGetValue(ages, out (int, HashSet<uint>) known) ? known : (0, []);
        for (int i = read; i < ages.Members.Count; i++)
        {
            names.UnionWith(FigureOwner.Of(_story, ages.Members[i]));
        }

        _owners[ages] = (ages.Members.Count, names);
        return names;
    }

    // "Could cost 30 jobs", "cost 30 jobs"; who "would be the youngest" is 28 all the same, and thousands of one thing are seldom two counts.
    private static bool IsOnlyOneReal(StoryFigure a, StoryFigure b) =>
        a.Slot.IsUnreal != b.Slot.IsUnreal && a.Figure.Unit != "age" && a.Slot.Lasting.Length == 0 && Math.Abs(a.Figure.Value) < LeastOfLarge;

    private static bool IsSame(StoryFigure a, StoryFigure b)
    {
        if (a.Figure.Unit == "age")
        {
            return true;
        }

        // A role that only one sentence tells parts no rare count: "captured 23 smugglers", "the 23 smugglers are in court".
        // What befell things is told in many words ("flattened", "levelled"): their role parts them no more than another word does.
        bool sameRole = a.Figure.Role == b.Figure.Role || a.Slot.Thing != "people" || (IsRare(a.Figure) && (a.Figure.Role.Length == 0 || b.Figure.Role.Length == 0));
        if (a.Slot.Lasting.Length > 0 && a.Figure.Unit == b.Figure.Unit && FigureTie.Between(a, b).Strength >= TieOfSmall)
        {
            return true;
        }

        if (!sameRole || a.Slot.Thing.Length == 0 || a.Slot.Thing != b.Slot.Thing || a.Slot.Narrow != b.Slot.Narrow || !FigureTie.IsCounted(a.Slot))
        {
            return false;
        }

        double shared = a.SharedContext(b);
        return IsRare(a.Figure) ? shared >= SharedForRare
            : shared >= SharedForThings || FigureTie.Between(a, b).Strength >= TieOfSmall;
    }

    private static bool IsRare(Figure f) => f.Step > 0 && Math.Abs(f.Value) / f.Step >= RareDigits;
}

using System.Globalization;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Conflicts;

/// <content>Figures that answer each other: of all figures of their measure in the two articles each is the other's nearest by the words round it, and neither article has the other's value.</content>
/// <remarks>
/// A noun or unit alone does not say which of several figures is meant; the best pair of them does. Always low. On 38 annotated stories 16 of 24 such pairs were conflicts.
/// Pairs only within one measure, bounded like the firm ones; each figure is held against a bounded number of one article.
/// </remarks>
internal sealed partial class FigureConflicts
{
    // Least likeness of the words round two figures, and least likeness near the figure before the sentences are compared at all.
    private const double LeastLikeness = 0.6;
    private const double LeastNear = 0.1;

    // What alignment, one holder or owner by name, and two owners add to the likeness.
    private const double OfAlignment = 0.3;
    private const double OfOneHolder = 0.2;
    private const double OfOneOwner = 0.1;
    private const double OfOtherOwner = -0.3;

    // Figures of one measure in an article that are held against another's.
    private const int MostInArticle = 40;

    // Years between two ages of one person, reported twice.
    private const double FarthestAges = 2;

    private readonly HashSet<(FigureGroup First, FigureGroup Second)> _written = [];

    private void FindCounterparts(string key, List<FigureGroup> groups)
    {
        Counterparts all = new(this, key, groups);
        int n = Math.Min(groups.Count, MostGroups);
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                if (!_written.Contains((groups[i], groups[j])) && all.Best(groups[i], groups[j]) is { } pair && !TellsBoth(groups[i], groups[j], groups, out _))
                {
                    WriteCounterparts(groups[i], groups[j], pair.A, pair.B, pair.Likeness);
                }
            }
        }
    }

    private bool MayAnswer(StoryFigure a, StoryFigure b) =>
        a.At.Article != b.At.Article && _story.Outlet[a.At.Article] != _story.Outlet[b.At.Article] && IsComparable(a) && IsComparable(b) && Ratio(a, b) <= DoubtfulFactor && !_scope.IsInName(a) && !_scope.IsInName(b)
        && (a.Figure.Value != 1 && b.Figure.Value != 1 || a.Slot.Thing == "people" && a.Figure.Role.Length > 0)
        && FigureTie.Between(a, b).Strength >= 0 && FigureComparer.Compare(a.Figure, b.Figure).Verdict == FigureVerdict.Conflict;

    // What still tells two answers apart: sport tells the same of everybody, and ages of whom they are.
    private bool AreOfTwo(StoryFigure a, StoryFigure b)
    {
        if (a.Figure.Unit == "age")
        {
            int person = _scope.PersonOf(a);
            int other = _scope.PersonOf(b);
            return Math.Abs(a.Figure.Value - b.Figure.Value) > FarthestAges || !_scope.IsOwnAge(a) || !_scope.IsOwnAge(b) || (person >= 0 && other >= 0 ? person != other : !_scope.AreOnlyAges(a, b));
        }

        bool tally = CountedThings.IsTally(a.Slot.Thing) || a.Figure.Unit == "yd";
        return (tally && _scope.AreRecords(a, b)) || (Dimension.IsTime(a.Figure.Unit) && !_story.Aligned(a.At, b.At) && _scope.DifferByPeriod(a.At, b.At));
    }

    private double Likeness(StoryFigure a, StoryFigure b)
    {
        double near = a.SharedContext(b);
        bool aligned = _story.Aligned(a.At, b.At);
        if (near < LeastNear && !aligned)
        {
            return 0;
        }

        double owner = _scope.ShareHolder(a, b) ? OfOneHolder : _scope.ShareOwner(a, b) ? OfOneOwner : _scope.DifferByOwner(a, b) ? OfOtherOwner : 0;
        return near + _scope.SharedSentence(a.At, b.At) + (FigureTie.Shared(a.Slot, b.Slot).Share / 2) + (aligned ? OfAlignment : 0) + owner;
    }

    private void WriteCounterparts(FigureGroup g, FigureGroup h, StoryFigure a, StoryFigure b, double likeness)
    {
        string x = Words(a);
        string y = Words(b);
        string about = About(a);
        bool update = FigureUpdates.Explains(_story, a, b);
        _ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Figure,
            Severity = Severity.Low,
            About = about,
            ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"{about}: {x} / {y}" + (update ? " (the later report has the later count)" : ""),
            Sides = [new SideDraft(x, [.. Beside(g, a)]), new SideDraft(y, [.. Beside(h, b)])],
            Details = [string.Create(CultureInfo.InvariantCulture, $"figure: \"{x}\" [{Slots(a)}] against \"{y}\" [{Slots(b)}]; each is the nearest of its measure in the other article by the words round it, likeness {likeness:0.00}; low, since nothing else says that they are of one thing")],
        });
    }

    // The figure and those of its value that are of the same thing for sure.
    private IEnumerable<Alignment.SentenceRef> Beside(FigureGroup group, StoryFigure figure) =>
        group.Members.Where(m => m == figure || (IsOneValue(m.Figure, figure.Figure) && _story.Aligned(m.At, figure.At))).Select(static m => m.At).Distinct();

    /// <summary>The figures of one measure by article, and the likeness of each to the nearest one of another article.</summary>
    private sealed class Counterparts
    {
        private readonly FigureConflicts _finder;
        private readonly string _key;
        private readonly Dictionary<int, List<StoryFigure>> _byArticle = [];
        private readonly Dictionary<(StoryFigure, int), double> _nearest = [];

        public Counterparts(FigureConflicts finder, string key, List<FigureGroup> groups)
        {
            _finder = finder;
            _key = key;
            foreach (StoryFigure f in groups.SelectMany(static g => g.Members).Where(m => KeyOf(m.Figure) == key && !finder._scope.IsInTable(m)))
            {
                List<StoryFigure> list = _byArticle.TryGetValue(f.At.Article, out List<StoryFigure>? known) ? known : _byArticle[f.At.Article] = [];
                if (list.Count < MostInArticle)
                {
                    list.Add(f);
                }
            }
        }

        /// <summary>The most alike pair of two groups that answer each other, or null.</summary>
        public (StoryFigure A, StoryFigure B, double Likeness)? Best(FigureGroup g, FigureGroup h)
        {
            (StoryFigure, StoryFigure, double Likeness)? best = null;
            foreach (StoryFigure a in g.Members.Where(m => KeyOf(m.Figure) == _key).Take(MostMembers))
            {
                foreach (StoryFigure b in h.Members.Where(m => KeyOf(m.Figure) == _key).Take(MostMembers))
                {
                    if (_finder.MayAnswer(a, b) && !Tells(b.At.Article, a.Figure) && !Tells(a.At.Article, b.Figure) && _finder.Likeness(a, b) is >= LeastLikeness and var likeness && (best is null || likeness > best.Value.Likeness)
                        && Nearest(a, b.At.Article) <= likeness && Nearest(b, a.At.Article) <= likeness && !_finder.AreOfTwo(a, b) && _finder.NoConflict(a, b) is null)
                    {
                        best = (a, b, likeness);
                    }
                }
            }

            return best;
        }

        private bool Tells(int article, Figure value) => _byArticle.TryGetValue(article, out List<StoryFigure>? list) && list.Exists(f => IsOneValue(f.Figure, value));

        private double Nearest(StoryFigure figure, int article)
        {
            if (!_nearest.TryGetValue((figure, article), out double nearest))
            {
                nearest = _byArticle.TryGetValue(article, out List<StoryFigure>? list) ? list.Max(f => _finder.Likeness(figure, f)) : 0;
                _nearest[(figure, article)] = nearest;
            }

            return nearest;
        }
    }
}

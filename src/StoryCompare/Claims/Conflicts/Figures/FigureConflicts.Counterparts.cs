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

    // What another number of three digits or more, or a time of day, in both sentences adds.
    private const double OfSharedNumber = 0.2;

    // Scores and ordinals need more: there are many of one kind in an article, told in like words.
    private const double LeastOfNumbers = 0.8;

    // By how much a figure must be nearer than any other of its article.
    private const double LeastLead = 0.05;

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
        _story.Outlet[a.At.Article] != _story.Outlet[b.At.Article] && IsComparable(a) && IsComparable(b) && !_scope.IsInName(a) && !_scope.IsInName(b)
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

        if (a.Figure.Unit == StoryNumbers.Score && AreOtherResults(a, b))
        {
            return true;
        }

        // "Profit rose 12 percent", "revenue rose 7 percent": that both rose tells of no one thing.
        if (!FigureTie.IsCounted(a.Slot) && !FigureTie.Tells(a.Slot.Words, b.Slot.Words) && !_scope.ShareOwner(a, b))
        {
            return true;
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
        return near + (_scope.ShareNumber(a, b) ? OfSharedNumber : 0) + _scope.SharedSentence(a.At, b.At) + (FigureTie.Shared(a.Slot, b.Slot).Share / 2) + (aligned ? OfAlignment : 0) + owner;
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
        private readonly bool _isOfNumbers;
        private readonly Dictionary<int, List<StoryFigure>> _byArticle = [];
        private readonly HashSet<(int Article, double Value, double? High, string Unit)> _told = [];
        private readonly Dictionary<(StoryFigure, int), (double Value, double Likeness)[]> _nearest = [];

        public Counterparts(FigureConflicts finder, string key, List<FigureGroup> groups)
        {
            _finder = finder;
            _key = key;
            _isOfNumbers = key == StoryNumbers.Score || key.StartsWith(StoryNumbers.Ordinal, StringComparison.Ordinal);
            foreach (StoryFigure f in groups.SelectMany(static g => g.Members).Where(m => KeyOf(m.Figure) == key && !finder._scope.IsInTable(m)))
            {
                List<StoryFigure> list = _byArticle.TryGetValue(f.At.Article, out List<StoryFigure>? known) ? known : _byArticle[f.At.Article] = [];
                _told.Add((f.At.Article, f.Figure.Value, f.Figure.High, f.Figure.Unit));
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
                    // The cheap questions first: most pairs fail them.
                    if (a.At.Article != b.At.Article && Ratio(a, b) <= DoubtfulFactor && !Tells(b.At.Article, a.Figure) && !Tells(a.At.Article, b.Figure) && _finder.Likeness(a, b) is var likeness && likeness >= (_isOfNumbers ? LeastOfNumbers : LeastLikeness) && _finder.MayAnswer(a, b) && (best is null || likeness > best.Value.Likeness)
                        && IsNearest(a, b, likeness) && IsNearest(b, a, likeness) && !_finder.AreOfTwo(a, b) && _finder.NoConflict(a, b) is null)
                    {
                        best = (a, b, likeness);
                    }
                }
            }

            return best;
        }

        private bool Tells(int article, Figure value) => _told.Contains((article, value.Value, value.High, value.Unit));

        // Nothing of another value in the article is as near.
        private bool IsNearest(StoryFigure figure, StoryFigure other, double likeness)
        {
            if (!_nearest.TryGetValue((figure, other.At.Article), out (double Value, double Likeness)[]? all))
            {
                all = _byArticle.TryGetValue(other.At.Article, out List<StoryFigure>? list) ? [.. list.Select(f => (f.Figure.Value, _finder.Likeness(figure, f)))] : [];
                _nearest[(figure, other.At.Article)] = all;
            }

            return Array.TrueForAll(all, x => x.Value == other.Figure.Value ? x.Likeness <= likeness : x.Likeness <= likeness - LeastLead);
        }
    }
}

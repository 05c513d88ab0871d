using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different values of one count or measure.</summary>
/// <remarks>
/// Only figures of one unit, noun and role meet, and only where aligned sentences or shared words tie them to one thing.
/// An article that tells both values tells two things, unless it gives them to two sources.
/// </remarks>
internal sealed class FigureConflicts
{
    // Mentions of a group that are compared with those of another one.
    private const int MostMembers = 12;

    // What a name of their own beside both figures adds to the tie.
    private const double SharedNameBonus = 0.2;

    // Groups of one key that are compared with each other; the rest of a longer list is left out.
    private const int MostGroups = 80;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ConflictLedger _ledger;

    private FigureConflicts(StoryContext story, Scope scope, ConflictLedger ledger)
    {
        _story = story;
        _scope = scope;
        _ledger = ledger;
    }

    /// <summary>Adds the figure conflicts of a story and the near misses among its figures.</summary>
    public static void Find(StoryContext story, Scope scope, IReadOnlyList<FigureGroup> groups, ConflictLedger ledger)
    {
        FigureConflicts finder = new(story, scope, ledger);
        SortedDictionary<string, List<FigureGroup>> byKey = new(StringComparer.Ordinal);
        foreach (FigureGroup g in groups)
        {
            foreach (string key in g.Members.Select(static m => KeyOf(m.Figure)).Distinct(StringComparer.Ordinal))
            {
                if (!byKey.TryGetValue(key, out List<FigureGroup>? list))
                {
                    byKey[key] = list = [];
                }

                list.Add(g);
            }
        }

        foreach ((string key, List<FigureGroup> list) in byKey)
        {
            finder.Compare(key, list);
        }
    }

    private static string KeyOf(Figure f) => Dimension.Of(f.Unit) + "|" + f.Role;

    private void Compare(string key, List<FigureGroup> groups)
    {
        int n = Math.Min(groups.Count, MostGroups);
        int[] parent = [.. Enumerable.Range(0, n)];
        List<Meeting> meetings = [];
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                if (Meet(key, groups[i], groups[j]) is { } meeting)
                {
                    meetings.Add(meeting with { First = i, Second = j });
                    Join(parent, i, j);
                }
            }
        }

        foreach (IGrouping<int, Meeting> component in meetings.GroupBy(m => Root(parent, m.First)))
        {
            Write(groups, [.. component]);
        }
    }

    // The best-tied pair of conflicting members of two groups, or null.
    private Meeting? Meet(string key, FigureGroup g, FigureGroup h)
    {
        Meeting? best = null;
        foreach (StoryFigure a in g.Members.Where(m => KeyOf(m.Figure) == key).Take(MostMembers))
        {
            foreach (StoryFigure b in h.Members.Where(m => KeyOf(m.Figure) == key).Take(MostMembers))
            {
                // "One" is an article as often as a number; a number inside a name counts nothing.
                if (a.At.Article == b.At.Article || _story.IsRepeat[a.At.Article] || _story.IsRepeat[b.At.Article] || !IsComparable(a) || !IsComparable(b) || a.Figure.Value == 1 || b.Figure.Value == 1 || _scope.IsInName(a) || _scope.IsInName(b))
                {
                    continue;
                }

                FigureComparison comparison = FigureComparer.Compare(a.Figure, b.Figure);
                bool aligned = _story.Aligned(a.At, b.At);
                double shared = a.SharedContext(b);
                double strength = (aligned ? 0.5 + (shared / 2) : shared) + (_scope.ShareLocalName(a, b) ? SharedNameBonus : 0);
                if (comparison.Verdict == FigureVerdict.Incomparable || strength < LeastStrength(a.Figure))
                {
                    continue;
                }

                if (comparison.Verdict != FigureVerdict.Conflict)
                {
                    NearMiss(a, b, comparison);
                }
                else if (NoConflict(a, b) is { } why)
                {
                    _ledger.Add(new NotConflictDraft(ConflictKind.Figure, why, [a.At, b.At]));
                }
                else if (best is null || strength > best.Strength)
                {
                    best = new Meeting(0, 0, a, b, strength, aligned, comparison);
                }
            }
        }

        return best is not null && TellsBoth(g, h) ? null : best;
    }

    // Tolls of one role are told once an event; any other count or measure needs more shared words.
    private double LeastStrength(Figure figure)
    {
        double least = figure.Role.Length > 0 ? 0.25 : figure.Counts.Length > 0 ? 0.4 : 0.45;
        return _story.Precision switch { Precision.Strict => least + 0.2, Precision.Wide => least - 0.1, _ => least };
    }

    // A bare number counts nothing that could be told apart; "dozens" is no value.
    private static bool IsComparable(StoryFigure f) =>
        f.Figure.Qualifier != FigureQualifier.Vague && (f.Figure.Unit.Length > 0 || f.Figure.Role.Length > 0 || f.Figure.Counts.Length > 0);

    private string? NoConflict(StoryFigure a, StoryFigure b)
    {
        if (_scope.IsPart(a) || _scope.IsPart(b))
        {
            return "one is a part of the other, or comes on top of it";
        }

        if (_scope.Includes(a) != _scope.Includes(b))
        {
            return "one includes someone whom the other leaves out";
        }

        if (_scope.DifferByDay(a.At, b.At) && a.Figure.Role.Length == 0)
        {
            return "they are told of different days";
        }

        if (_scope.IsOlder(a.At) != _scope.IsOlder(b.At))
        {
            return "one tells of an earlier event";
        }

        return _scope.DifferByName(a, b) ? "they are told of different places" : null;
    }

    private void NearMiss(StoryFigure a, StoryFigure b, FigureComparison comparison)
    {
        if (a.Figure.Value != b.Figure.Value || a.Figure.Unit != b.Figure.Unit || a.Figure.Qualifier != b.Figure.Qualifier)
        {
            _ledger.Add(new NotConflictDraft(ConflictKind.Figure, comparison.Reason, [a.At, b.At]));
        }
    }

    // Whether one article gives both values to one voice: it then tells two things apart.
    private static bool TellsBoth(FigureGroup g, FigureGroup h)
    {
        foreach (StoryFigure a in g.Members)
        {
            foreach (StoryFigure b in h.Members)
            {
                if (a.At.Article == b.At.Article && (a.Speaker is null || b.Speaker is null || a.Speaker == b.Speaker))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Write(List<FigureGroup> groups, List<Meeting> meetings)
    {
        Meeting best = meetings.OrderByDescending(static m => m.Strength).First();
        bool update = meetings.All(IsUpdate);
        bool sourced = best.A.Speaker is not null && best.B.Speaker is not null && best.A.Speaker != best.B.Speaker;
        int[] sides = [.. meetings.SelectMany(static m => new[] { m.First, m.Second }).Distinct().Order()];
        List<SideDraft> drafts = [];
        foreach (int s in sides)
        {
            StoryFigure[] members = [.. groups[s].Members.Where(m => meetings.Any(x => x.A == m || x.B == m || (KeyOf(m.Figure) == KeyOf(best.A.Figure) && !_scope.IsPart(m) && !_scope.IsOlder(m.At))))];
            drafts.Add(new SideDraft(Words(members[0]), [.. members.Select(static m => m.At)]));
        }

        string about = About(best.A.Figure);
        _ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Figure,
            Severity = update || sourced || best.Strength < 0.5 ? Severity.Medium : Severity.High,
            About = about,
            ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"{about}: {string.Join(" / ", drafts.Select(static d => d.Says))}" + (update ? " (the later report has the later count)" : ""),
            Sides = drafts,
            Details = [.. meetings.Select(m => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"figure: \"{Words(m.A)}\" [{Slots(m.A)}] against \"{Words(m.B)}\" [{Slots(m.B)}]; {(m.Aligned ? "aligned sentences" : "shared words")}, strength {m.Strength:0.00}; {m.Comparison.Reason}"))],
        });
    }

    private bool IsUpdate(Meeting m)
    {
        if (m.Comparison.IsUpdate)
        {
            return true;
        }

        if (m.A.Figure.Role.Length == 0 && m.A.Figure.Unit != "people")
        {
            return false;
        }

        (StoryFigure low, StoryFigure high) = m.A.Figure.Value < m.B.Figure.Value ? (m.A, m.B) : (m.B, m.A);
        return _story.Analyzed(low.At.Article).Published.To is { } before && _story.Analyzed(high.At.Article).Published.From is { } after && before < after;
    }

    private string Words(StoryFigure f) => _story.Analyzed(f.At.Article).Text.String(f.Extracted.Span);

    private static string About(Figure f)
    {
        string what = f.Counts.Length > 0 ? f.Counts : f.Unit.Length > 0 ? f.Unit : "figure";
        return f.Role.Length > 0 ? $"{what} {f.Role}" : what;
    }

    private static string Slots(StoryFigure f) => $"{Dimension.Of(f.Figure.Unit)} {f.Figure.Role} {f.Figure.Counts}{(f.Speaker is null ? "" : " by " + f.Speaker)}";

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }

    private static void Join(int[] parent, int i, int j)
    {
        int a = Root(parent, i);
        int b = Root(parent, j);
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    private sealed record Meeting(int First, int Second, StoryFigure A, StoryFigure B, double Strength, bool Aligned, FigureComparison Comparison);
}

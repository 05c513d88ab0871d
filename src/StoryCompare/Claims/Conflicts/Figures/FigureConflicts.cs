using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different values of one count or measure.</summary>
/// <remarks>
/// Only figures of one unit, noun and role meet, and only where aligned sentences or shared words tie them to one thing.
/// An article that tells both values tells two things, unless it gives them to two sources.
/// </remarks>
internal sealed partial class FigureConflicts
{
    // Mentions of a group that are compared with those of another one.
    private const int MostMembers = 12;

    // What a name of their own beside both figures adds to the tie.
    private const double SharedNameBonus = 0.2;

    // Ties from which a conflict is medium and high.
    private const double SureStrength = 0.4;
    private const double FirmStrength = 0.5;

    // Ties of (nearly) the same words: they need no subject to hold.
    private const double SurestStrength = 0.9;

    private const string SharedWords = "shared words";
    private const string ToldAsSum = "another article tells one of them as a sum of several events";

    // Hedged values nearer to each other than this are a conflict of low severity at most.
    private const double HedgeReach = 1.2;

    private const double FarthestFactor = 10;

    // Least tie of two values of which one is a bound or hedge that would admit the other.
    private const double LeastHedged = 0.3;

    // Agencies differ by less on one quake; a magnitude further off is an aftershock's.
    private const double FarthestMagnitude = 1;

    // Groups of one key that are compared with each other; the rest of a longer list is left out.
    private const int MostGroups = 80;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ConflictLedger _ledger;
    private readonly SeveralValues _several;
    private readonly LoneMeasures _lone;

    private FigureConflicts(StoryContext story, Scope scope, IReadOnlyList<FigureGroup> groups, ConflictLedger ledger)
    {
        _story = story;
        _scope = scope;
        _ledger = ledger;
        _several = new SeveralValues(scope, groups);
        _lone = new LoneMeasures(story, groups);
    }

    /// <summary>Adds the figure conflicts of a story and the near misses among its figures.</summary>
    public static void Find(StoryContext story, Scope scope, IReadOnlyList<FigureGroup> groups, ConflictLedger ledger)
    {
        FigureConflicts finder = new(story, scope, groups, ledger);
        Dictionary<string, List<FigureGroup>> byKey = new(StringComparer.Ordinal);
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

        foreach ((string key, List<FigureGroup> list) in byKey.ByKey(StringComparer.Ordinal))
        {
            finder.Compare(key, list);
            finder.FindCounterparts(key, list);
        }

        foreach (IGrouping<string, FigureGroup> numbers in FigureGroups.Group(story, StoryNumbers.ReadAll(story)).GroupBy(static g => g.Members[0].Figure.Unit, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            finder.FindCounterparts(numbers.Key, [.. numbers]);
        }
    }

    // People are told apart by their role; of things the role is one more word about them.
    private static string KeyOf(Figure f) => f.Unit == "people" ? "people|" + f.Role : Dimension.Of(f.Unit);

    private void Compare(string key, List<FigureGroup> groups)
    {
        int n = Math.Min(groups.Count, MostGroups);
        List<Meeting> meetings = [];
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                if (Meet(key, groups, groups[i], groups[j]) is { } meeting)
                {
                    meetings.Add(meeting with { First = i, Second = j });
                }
            }
        }

        // What is doubtful makes conflicts of its own, and none that a firm one has shown already.
        WriteAll(groups, meetings.FindAll(static m => m.Doubt is null));
        WriteAll(groups, meetings.FindAll(static m => m.Doubt is not null));
    }

    private void WriteAll(List<FigureGroup> groups, List<Meeting> meetings)
    {
        // Sides of one conflict all contradict each other; what contradicts only some of them is another conflict.
        List<Meeting> left = [.. meetings.OrderByDescending(static m => m.Tie.Strength).ThenBy(static m => m.First).ThenBy(static m => m.Second)];
        while (left.Count > 0)
        {
            List<int> sides = [left[0].First, left[0].Second];
            foreach (Meeting m in left)
            {
                foreach (int side in new[] { m.First, m.Second })
                {
                    if (!sides.Contains(side) && sides.TrueForAll(s => left.Exists(x => (x.First == s && x.Second == side) || (x.First == side && x.Second == s)) || IsOneValue(groups[s].Members[0].Figure, groups[side].Members[0].Figure)))
                    {
                        sides.Add(side);
                    }
                }
            }

            Write(groups, left.FindAll(m => sides.Contains(m.First) && sides.Contains(m.Second)));
            _written.UnionWith(sides.SelectMany(s => sides.Where(t => s < t).Select(t => (groups[s], groups[t]))));
            left.RemoveAll(m => sides.Contains(m.First) && sides.Contains(m.Second));
        }
    }

    // The best-tied pair of conflicting members of two groups, or null.
    private Meeting? Meet(string key, List<FigureGroup> all, FigureGroup g, FigureGroup h)
    {
        Meeting? best = null;
        bool sums = g.Members.Concat(h.Members).Any(_scope.IsSum) && !g.Members[0].Slot.Thing.Equals("people", StringComparison.Ordinal);
        foreach (StoryFigure a in g.Members.Where(m => KeyOf(m.Figure) == key).Take(MostMembers))
        {
            foreach (StoryFigure b in h.Members.Where(m => KeyOf(m.Figure) == key).Take(MostMembers))
            {
                // "One" is an article as often as a number; a number inside a name counts nothing.
                if (a.At.Article == b.At.Article || (_scope.IsSum(a) != _scope.IsSum(b) && sums) || !IsComparable(a) || !IsComparable(b) || ((a.Figure.Value == 1 || b.Figure.Value == 1) && !_scope.AreOfEvent(a, b)) || _scope.IsInName(a) || _scope.IsInName(b))
                {
                    continue;
                }

                FigureComparison comparison = FigureComparer.Compare(a.Figure, b.Figure);
                if (comparison.Verdict == FigureVerdict.Incomparable || AreFarApart(a, b) || TieOf(a, b) is not { Strength: > 0 } tie)
                {
                    continue;
                }

                if (comparison.Verdict == FigureVerdict.Compatible && FigureUpdates.Outgrew(_story, a, b))
                {
                    comparison = new FigureComparison(FigureVerdict.Conflict, "a later report has more than the earlier bound", IsUpdate: true);
                }

                FigureComparison? bare = comparison.Verdict == FigureVerdict.Compatible ? Unhedged(a, b) : null;
                bool hedged = bare is not null;
                comparison = bare ?? comparison;
                if (comparison.Verdict != FigureVerdict.Conflict)
                {
                    NearMiss(a, b, comparison);
                }
                else if (NoConflict(a, b) is { } why)
                {
                    _ledger.Add(new NotConflictDraft(ConflictKind.Figure, why, [a.At, b.At]));
                }
                else if ((Doubt(a, b) ?? (hedged ? ToldAsBound : null)) is { } doubt)
                {
                    if (!Outweighs(a, b, tie) && doubt != ToldOfKind && !(doubt == ToldAsBound && tie.Strength >= LeastHedged))
                    {
                        _ledger.Add(new NotConflictDraft(ConflictKind.Figure, doubt, [a.At, b.At]));
                    }
                    else if (best is null)
                    {
                        best = new Meeting(0, 0, a, b, tie, comparison, doubt);
                    }
                }
                else if (best is null || best.Doubt is not null || tie.Strength > best.Tie.Strength)
                {
                    best = new Meeting(0, 0, a, b, tie, comparison, null);
                }
            }
        }

        if (best is null || TellsBoth(g, h, all, out bool summed))
        {
            return null;
        }

        // "Six rifles this time, 14 in all": who tells 14 of this time contradicts; where no such pair is found, nobody does.
        return !summed ? best : _scope.IsSum(best.A) || _scope.IsSum(best.B) ? null : best with { Doubt = ToldAsSum };
    }

    // Values of one thing that two reports tell lie within a factor of ten; further apart they are two things.
    private static bool AreFarApart(StoryFigure a, StoryFigure b)
    {
        if (a.Slot.Thing == "magnitude")
        {
            return Math.Abs(a.Figure.Value - b.Figure.Value) >= FarthestMagnitude;
        }

        return Ratio(a, b) > FarthestFactor;
    }

    // A bare number counts nothing that could be told apart; "dozens" is no value.
    private bool IsComparable(StoryFigure f) =>
        !_scope.IsInTable(f) && !_scope.IsFragment(f) && f.Figure.Qualifier != FigureQualifier.Vague && (f.Figure.Unit.Length > 0 || f.Figure.Role.Length > 0 || f.Figure.Counts.Length > 0);

    private void NearMiss(StoryFigure a, StoryFigure b, FigureComparison comparison)
    {
        if (a.Figure.Value != b.Figure.Value || a.Figure.Unit != b.Figure.Unit || a.Figure.Qualifier != b.Figure.Qualifier)
        {
            _ledger.Add(new NotConflictDraft(ConflictKind.Figure, comparison.Reason, [a.At, b.At]));
        }
    }

    // Whether one article gives both values to one voice: it then tells two things apart, unless it says that the one has become the other.
    private bool TellsBoth(FigureGroup g, FigureGroup h, List<FigureGroup> all, out bool summed)
    {
        summed = false;
        // "Up to 40,000" and "40,000" are groups of their own, and one value.
        StoryFigure[] mine = [.. all.Where(x => IsOneValue(x.Members[0].Figure, g.Members[0].Figure)).SelectMany(static x => x.Members)];
        StoryFigure[] theirs = [.. all.Where(x => IsOneValue(x.Members[0].Figure, h.Members[0].Figure)).SelectMany(static x => x.Members)];
        foreach (StoryFigure a in mine)
        {
            foreach (StoryFigure b in theirs)
            {
                if (a.At.Article == b.At.Article && _scope.VoiceOf(a) == _scope.VoiceOf(b) && !FigureUpdates.TellsChange(_story, a.At) && !FigureUpdates.TellsChange(_story, b.At) && !_scope.IsPart(a) && !_scope.IsPart(b))
                {
                    if (_scope.IsSum(a) == _scope.IsSum(b))
                    {
                        return true;
                    }

                    summed = true;
                }
            }
        }

        return false;
    }

    private void Write(List<FigureGroup> groups, List<Meeting> meetings)
    {
        Meeting best = meetings.OrderByDescending(static m => m.Tie.Strength).First();
        bool update = meetings.All(IsUpdate);
        bool summed = meetings.Exists(static m => m.Doubt == ToldAsSum);
        bool sourced = best.A.Speaker is not null && best.B.Speaker is not null && best.A.Speaker != best.B.Speaker;
        int[] sides = [.. meetings.SelectMany(static m => new[] { m.First, m.Second }).Distinct().Order()];
        List<(StoryFigure First, List<StoryFigure> Members)> values = [];
        foreach (int side in sides)
        {
            StoryFigure[] members = [.. groups[side].Members.Where(m => meetings.Any(x => x.A == m || x.B == m || (KeyOf(m.Figure) == KeyOf(best.A.Figure) && !_scope.IsPart(m) && !_scope.IsOlder(m) && !(summed && _scope.IsSum(m)) && (m.Figure.Unit != "age" || IsOfOne(m, best)))))];
            int known = values.FindIndex(v => IsOneValue(v.First.Figure, members[0].Figure));
            if (known < 0)
            {
                values.Add((members[0], [.. members]));
            }
            else
            {
                values[known].Members.AddRange(members);
            }
        }

        if (values.Count < 2)
        {
            return;
        }

        SideDraft[] drafts = [.. values.Select(v => new SideDraft(Words(v.First), [.. v.Members.Select(static m => m.At)]))];
        string about = About(best.A);
        _ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Figure,
            Severity = SeverityOf(best, IsLoose(best), update || sourced),
            About = about,
            ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"{about}: {string.Join(" / ", drafts.Select(static d => d.Says))}" + (update ? " (the later report has the later count)" : ""),
            Sides = drafts,
            Details = [.. meetings.Select(m => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"figure: \"{Words(m.A)}\" [{Slots(m.A)}] against \"{Words(m.B)}\" [{Slots(m.B)}]; {m.Tie.Why}, strength {m.Tie.Strength:0.00}; {m.Comparison.Reason}{(m.Doubt is null ? "" : "; low, since " + m.Doubt)}"))],
        });
    }

    // Of an age: of the person whose the conflict is, where both are named.
    private bool IsOfOne(StoryFigure m, Meeting best) => _scope.PersonOf(m) is var p && (p < 0 || p == _scope.PersonOf(best.A) || p == _scope.PersonOf(best.B));

    // Groups of equal values that nothing but the conflict's other side ties together are one side of it.
    private static bool IsOneValue(Figure a, Figure b) => a.Value == b.Value && a.High == b.High && a.Unit == b.Unit;

    // High: firmly tied and exact on both sides. Low: loosely tied, or a hedge that could cover half the gap.
    private static Severity SeverityOf(Meeting best, bool loose, bool explained)
    {
        double low = Math.Min(Math.Abs(best.A.Figure.Value), Math.Abs(best.B.Figure.Value));
        double high = Math.Max(Math.Abs(best.A.Figure.Value), Math.Abs(best.B.Figure.Value));
        bool hedged = best.A.Figure.Qualifier != FigureQualifier.Exactly || best.B.Figure.Qualifier != FigureQualifier.Exactly;
        return loose || best.Doubt is not null || best.Tie.Strength < SureStrength || (hedged && high < HedgeReach * low) ? Severity.Low
            : explained || hedged || best.Tie.Strength < FirmStrength ? Severity.Medium
            : Severity.High;
    }

    private bool IsUpdate(Meeting m) => m.Comparison.IsUpdate || FigureUpdates.Explains(_story, m.A, m.B);

    private string Words(StoryFigure f) => _story.Analyzed(f.At.Article).Text.String(f.Extracted.Span);

    private static string About(StoryFigure figure)
    {
        Figure f = figure.Figure;
        string what = f.Counts.Length > 0 ? f.Counts : Dimension.NameOf(f.Unit);
        if (f.Role.Length == 0 || (f.Role == "detained" && what.EndsWith("arrests", StringComparison.Ordinal)) || what.Split(' ').Any(CountedThings.Conditions.Contains))
        {
            // "injured" says the role itself.
            return what;
        }

        // People are fired and killed; jobs are cut and lives lost.
        string unit = figure.Extracted.Figure.Unit;
        return $"{what} {(f.Role == "fired" && CountedThings.Jobs.Contains(unit) ? "cut" : f.Role == "killed" && CountedThings.Lives.Contains(unit) ? "lost" : f.Role)}";
    }

    private static string Slots(StoryFigure f) => $"{Dimension.Of(f.Figure.Unit)} {f.Figure.Role} {f.Figure.Counts}{(f.Speaker is null ? "" : " by " + f.Speaker)}";

    private sealed record Meeting(int First, int Second, StoryFigure A, StoryFigure B, FigureTie Tie, FigureComparison Comparison, string? Doubt);
}

using System.Collections.Frozen;
using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one act on one person that is set in different places by common nouns: "died at the scene", "died at the hospital"; "shot inside the court", "shot outside the court".</summary>
/// <remarks>
/// Always low: two acts of one kind may have happened. Kinds of places that may be one, or one in the other (<c>settings.tsv</c>), are never held against each other,
/// nor what one article tells both of. Pairs only among acts of one class.
/// </remarks>
internal sealed class SettingConflicts
{
    // Acts of one class with a place that are compared; a class of more tells of too many things.
    private const int MostPerClass = 60;

    private static readonly FrozenSet<(string, string)> Fits = LoadFits();

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly DeedReader _deeds;

    private SettingConflicts(StoryContext story, Scope scope, DeedReader deeds)
    {
        _story = story;
        _scope = scope;
        _deeds = deeds;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, DeedReader reader, ConflictLedger ledger)
    {
        SettingConflicts finder = new(story, scope, reader);
        foreach (IGrouping<int, Placed> same in story.Statements().SelectMany(finder.Read).GroupBy(static p => p.Deed.Class).OrderBy(static g => g.Key))
        {
            Placed[] acts = [.. same];
            if (acts.Length <= MostPerClass)
            {
                finder.Compare(acts, ledger);
            }
        }
    }

    private IEnumerable<Placed> Read(SentenceRef at)
    {
        foreach (SettingSlot slot in SettingReader.Read(_story.Articles[at.Article], at.Sentence))
        {
            foreach ((int first, int count, int act) in slot.Acts)
            {
                if (_deeds.Read(at, first, count, act, slot.Phrase) is { } deed)
                {
                    yield return new Placed(deed, slot);
                }
            }
        }
    }

    private void Compare(Placed[] acts, ConflictLedger ledger)
    {
        HashSet<(string, string, bool, bool)> written = [];
        for (int i = 0; i < acts.Length; i++)
        {
            for (int j = i + 1; j < acts.Length; j++)
            {
                Placed a = acts[i];
                Placed b = acts[j];
                if (_story.Outlet[a.At.Article] == _story.Outlet[b.At.Article] || Difference(a.Slot, b.Slot) is not { } difference || _deeds.Tie(a.Deed, b.Deed) is not { } tie
                    || _scope.IsOlder(a.At) != _scope.IsOlder(b.At) || _scope.DifferByDay(a.At, b.At) || TellsBoth(acts, a, b) || TellsBoth(acts, b, a))
                {
                    continue;
                }

                (string, string, bool, bool) key = string.CompareOrdinal(a.Slot.Kind, b.Slot.Kind) <= 0 ? (a.Slot.Kind, b.Slot.Kind, a.Slot.IsOutside, b.Slot.IsOutside) : (b.Slot.Kind, a.Slot.Kind, b.Slot.IsOutside, a.Slot.IsOutside);
                if (written.Add(key))
                {
                    Write(a, b, difference, tie, acts, ledger);
                }
            }
        }
    }

    // What differs in words; null where both may be true.
    private static string? Difference(SettingSlot a, SettingSlot b)
    {
        if (a.Kind == b.Kind)
        {
            return a.Kind != SettingReader.OnTheWay && ((a.IsInside && b.IsOutside) || (a.IsOutside && b.IsInside)) ? "inside and outside" : null;
        }

        // What is outside one place may be at another: "outside the bar", "in the street".
        return a.IsOutside || b.IsOutside || Fits.Contains((a.Kind, b.Kind)) ? null : "places of different kinds";
    }

    // Whether the first one's article sets such an act in the second one's place too: they are two.
    private bool TellsBoth(Placed[] acts, Placed a, Placed b) =>
        Array.Exists(acts, d => d != a && d.At.Article == a.At.Article && Difference(d.Slot, b.Slot) is null && Difference(d.Slot, a.Slot) is not null && _deeds.Tie(d.Deed, a.Deed) is not null);

    private void Write(Placed a, Placed b, string difference, string tie, Placed[] acts, ConflictLedger ledger)
    {
        string did = _story.Analyzed(a.At.Article).Text.String(a.Deed.Verb);
        string x = _story.Analyzed(a.At.Article).Text.String(a.Slot.Phrase);
        string y = _story.Analyzed(b.At.Article).Text.String(b.Slot.Phrase);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Place,
            Severity = Severity.Low,
            About = did,
            Explanation = $"where it happened (\"{did}\"): {x} / {y}",
            Sides = [new SideDraft(x, SideOf(a, b, acts)), new SideDraft(y, SideOf(b, a, acts))],
            Details = [string.Create(CultureInfo.InvariantCulture, $"place: \"{did}\" \"{x}\" [{a.Slot.Kind}] against \"{y}\" [{b.Slot.Kind}]; {tie}; {difference}; low, since it may be another act of the kind")],
        });
    }

    private List<SentenceRef> SideOf(Placed side, Placed other, Placed[] acts) =>
        [.. acts.Where(d => d == side || (d.Slot.Kind == side.Slot.Kind && d.Slot.IsOutside == side.Slot.IsOutside && d.At != other.At && Difference(d.Slot, other.Slot) is not null && _deeds.Tie(d.Deed, other.Deed) is not null && _scope.IsOlder(d.At) == _scope.IsOlder(side.At))).Select(static d => d.At)];

    /// <summary>Whether two kinds of places may be one, or one in or beside the other.</summary>
    public static bool Fit(string a, string b) => Fits.Contains((a, b));

    private static FrozenSet<(string, string)> LoadFits()
    {
        HashSet<(string, string)> fits = [];
        foreach (string[] row in EmbeddedData.Rows("settings.tsv", "fits"))
        {
            foreach (string other in row[2].Split('|'))
            {
                fits.Add((row[1], other));
                fits.Add((other, row[1]));
            }
        }

        return fits.ToFrozenSet();
    }

    private sealed record Placed(Deed Deed, SettingSlot Slot)
    {
        public SentenceRef At => Deed.At;
    }
}

using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one act on one person that is told of different days by words that count from another event: "the next day", "later that day".</summary>
/// <remarks>Always low: the days may be counted from different events. Pairs only among acts of one class.</remarks>
internal static class RelativeDayConflicts
{
    // Dated acts of one class that are compared.
    private const int MostPerClass = 40;

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, DeedReader reader, ConflictLedger ledger)
    {
        foreach (IGrouping<int, Dated> same in story.Statements().SelectMany(at => Read(story, reader, at)).GroupBy(static d => d.Deed.Class).OrderBy(static g => g.Key))
        {
            Dated[] acts = [.. same];
            if (acts.Length <= MostPerClass)
            {
                Compare(story, scope, reader, acts, ledger);
            }
        }
    }

    private static IEnumerable<Dated> Read(StoryContext story, DeedReader reader, SentenceRef at)
    {
        foreach (RelativeDaySlot slot in RelativeDayReader.Read(story.Articles[at.Article], at.Sentence))
        {
            foreach ((int first, int count, int act) in slot.Acts)
            {
                if (reader.Read(at, first, count, act, slot.Phrase) is { } deed)
                {
                    yield return new Dated(deed, slot);
                }
            }
        }
    }

    private static void Compare(StoryContext story, Scope scope, DeedReader reader, Dated[] acts, ConflictLedger ledger)
    {
        HashSet<(int, int)> written = [];
        for (int i = 0; i < acts.Length; i++)
        {
            for (int j = i + 1; j < acts.Length; j++)
            {
                Dated a = acts[i];
                Dated b = acts[j];
                if (story.Outlet[a.At.Article] == story.Outlet[b.At.Article] || a.Slot.Offset == b.Slot.Offset || Math.Sign(a.Slot.Offset) * Math.Sign(b.Slot.Offset) < 0
                    || reader.Tie(a.Deed, b.Deed) is not { } tie || scope.IsOlder(a.At) != scope.IsOlder(b.At) || !written.Add((Math.Min(a.Slot.Offset, b.Slot.Offset), Math.Max(a.Slot.Offset, b.Slot.Offset))))
                {
                    continue;
                }

                string did = story.Analyzed(a.At.Article).Text.String(a.Deed.Verb);
                string x = story.Analyzed(a.At.Article).Text.String(a.Slot.Phrase);
                string y = story.Analyzed(b.At.Article).Text.String(b.Slot.Phrase);
                ledger.Add(new ConflictDraft
                {
                    Kind = ConflictKind.Date,
                    Severity = Severity.Low,
                    About = did,
                    Explanation = $"when \"{did}\": {x} / {y}",
                    Sides = [new SideDraft(x, [a.At]), new SideDraft(y, [b.At])],
                    Details = [string.Create(CultureInfo.InvariantCulture, $"date: \"{did}\" \"{x}\" [{a.Slot.Offset} days] against \"{y}\" [{b.Slot.Offset} days]; {tie}; low, since the days may be counted from different events")],
                });
            }
        }
    }

    private sealed record Dated(Deed Deed, RelativeDaySlot Slot)
    {
        public SentenceRef At => Deed.At;
    }
}

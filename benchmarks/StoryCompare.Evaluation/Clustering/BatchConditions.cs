
namespace StoryCompare.Evaluation.Clustering;

/// <summary>What a user may put together: how many events, how alike, how long their articles.</summary>
internal enum BatchKind
{
    /// <summary>Three to twelve articles of one event.</summary>
    OneEvent,
    /// <summary>One event, and among its articles the longest and the shortest.</summary>
    LongAndShort,
    /// <summary>Two events that have nothing to do with each other, two to six articles each.</summary>
    Unlike,
    /// <summary>Two events of one kind at another time, two to six articles each.</summary>
    Twins,
    /// <summary>One event of three to eight articles and one to three articles of other events.</summary>
    Strays,
    /// <summary>Three events, two of them twins, two to four articles each.</summary>
    Three,
    /// <summary>Three to eight articles of as many events.</summary>
    AllApart,
    /// <summary>Two articles: of one event as often as not, of look-alikes, or of any two.</summary>
    Two,
}

/// <summary>Draws small batches of a labelled set as users of the library make them. Seeded: the same batches each time.</summary>
/// <param name="events">The event of each article.</param>
/// <param name="lengths">The length of each article.</param>
/// <param name="twins">Events that look alike, the most alike first.</param>
internal sealed class BatchConditions(string[] events, int[] lengths, IReadOnlyDictionary<string, string[]> twins)
{
    private const int Tries = 1000;

    private readonly Dictionary<string, int[]> _members = Enumerable.Range(0, events.Length).GroupBy(i => events[i]).ToDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Batches of one kind whose events are all of one fold, as indexes into the set; fewer than asked for where the set has none.</summary>
    /// <param name="kind">What is put together.</param>
    /// <param name="count">How many.</param>
    /// <param name="fold">The fold of an event.</param>
    /// <param name="seed">Of the draw.</param>
    public IEnumerable<int[]> Draw(BatchKind kind, int count, Func<string, int> fold, int seed)
    {
        Random random = new(seed + (int)kind);
        string[] all = [.. _members.Keys.Order(StringComparer.Ordinal)];
        int made = 0;
        for (int t = 0; t < Tries && made < count; t++)
        {
            // Articles are drawn, not events: an event counts by what is written of it.
            string subject = events[random.Next(events.Length)];
            string[] others = [.. all.Where(e => e != subject && fold(e) == fold(subject))];
            string[] alike = [.. twins.GetValueOrDefault(subject, []).Where(e => fold(e) == fold(subject))];
            string[] unlike = [.. others.Where(e => !twins.GetValueOrDefault(subject, []).Contains(e))];
            random.Shuffle(unlike);
            int[]? batch = kind switch
            {
                BatchKind.OneEvent => Take(subject, 3, 12),
                BatchKind.LongAndShort => Extremes(subject),
                BatchKind.Unlike => Join(Take(subject, 2, 6), unlike.Select(e => Take(e, 2, 6)).FirstOrDefault(static m => m is not null)),
                BatchKind.Twins => Join(Take(subject, 2, 6), alike.Select(e => Take(e, 1, 6)).FirstOrDefault(static m => m is not null)),
                BatchKind.Strays => Join(Take(subject, 3, 8), [.. unlike.Take(random.Next(1, 4)).Select(e => _members[e][random.Next(_members[e].Length)])]),
                BatchKind.Three => Join(Join(Take(subject, 2, 4), alike.Select(e => Take(e, 1, 4)).FirstOrDefault(static m => m is not null)), unlike.Select(e => Take(e, 2, 4)).FirstOrDefault(static m => m is not null)),
                BatchKind.Two => made % 2 == 0 ? Take(subject, 2, 2) : Join(Take(subject, 1, 1), (made % 4 == 1 ? alike : unlike).Select(e => Take(e, 1, 1)).FirstOrDefault(static m => m is not null)),
                _ => unlike.Length < 2 ? null : [.. unlike.Take(random.Next(2, 8)).Append(subject).Select(e => _members[e][random.Next(_members[e].Length)])],
            };
            if (batch is not null)
            {
                made++;
                yield return [.. batch.Distinct().Order()];
            }
        }

        int[]? Take(string e, int least, int most)
        {
            int[] members = [.. _members[e]];
            random.Shuffle(members);
            return members.Length < least ? null : members[..Math.Min(members.Length, random.Next(least, most + 1))];
        }

        int[]? Extremes(string e)
        {
            int[] byLength = [.. _members[e].OrderBy(i => lengths[i]).ThenBy(static i => i)];
            return byLength.Length < 4 ? null : [byLength[0], byLength[1], byLength[^1], .. random.Next(2) == 0 ? new[] { byLength[^2] } : []];
        }

        static int[]? Join(int[]? a, int[]? b) => a is null || b is null ? null : [.. a, .. b];
    }

    /// <summary>Twin events of ECB+ by their labels ("1ecb", "1ecbplus"); for other sets those whose articles are most alike.</summary>
    public static Dictionary<string, string[]> Twins(string[] events, IReadOnlyDictionary<string, string[]> alike)
    {
        Dictionary<string, string[]> twins = new(StringComparer.Ordinal);
        foreach (string e in events.Distinct())
        {
            string? twin = e.EndsWith("ecb", StringComparison.Ordinal) ? e + "plus" : e.EndsWith("ecbplus", StringComparison.Ordinal) ? e[..^4] : null;
            twins[e] = twin is null ? alike.GetValueOrDefault(e, []) : [twin];
        }

        return twins;
    }
}

using StoryCompare.Times;

namespace StoryCompare.Evaluation.Times;

/// <summary>Counts of one scoring: spans overlapped and exact, resolved days right.</summary>
internal sealed class TimeScore
{
    private int _gold;
    private int _predicted;
    private int _matched;
    private int _exact;
    private int _datedFound;
    private int _right;

    public void Add(string text, IReadOnlyList<TimeMention> found, IReadOnlyList<TimeEntity> gold, Func<TimeEntity, bool> counts)
    {
        bool[] used = new bool[found.Count];
        foreach (TimeEntity entity in gold)
        {
            int hit = Match(text, entity, found, used);
            if (hit >= 0)
            {
                used[hit] = true;
            }

            if (!counts(entity))
            {
                continue;
            }

            _gold++;
            if (hit < 0)
            {
                continue;
            }

            _matched++;
            _exact += IsExact(text, entity, found[hit]) ? 1 : 0;
            if (entity.Values.Count > 0)
            {
                _datedFound++;
                _right += IsRight(entity, found[hit]) ? 1 : 0;
            }
        }

        for (int i = 0; i < found.Count; i++)
        {
            bool leftOut = gold.Any(e => !counts(e) && e.Start < found[i].Span.End && found[i].Span.Start < e.End)
                && !gold.Any(e => counts(e) && e.Start < found[i].Span.End && found[i].Span.Start < e.End);
            bool undatedKind = !counts(NoDate) && found[i].From is null && found[i].To is null;
            _predicted += leftOut || (undatedKind && !used[i]) ? 0 : 1;
        }
    }

    public void Print(string title)
    {
        double p = ScoreTable.Ratio(_matched, _predicted);
        double r = ScoreTable.Ratio(_matched, _gold);
        double sp = ScoreTable.Ratio(_exact, _predicted);
        double sr = ScoreTable.Ratio(_exact, _gold);
        ScoreTable.Print(title,
        [
            ("entities", _gold), ("predictions", _predicted),
            ("span precision (overlap)", p), ("span recall (overlap)", r), ("span F1 (overlap)", ScoreTable.F1(p, r)),
            ("span F1 (exact)", ScoreTable.F1(sp, sr)),
            ("dated and found", _datedFound), ("resolved right", ScoreTable.Ratio(_right, _datedFound)),
        ]);
    }

    public static void PrintErrors(string text, DateOnly? reference, IReadOnlyList<TimeMention> found, IReadOnlyList<TimeEntity> gold)
    {
        bool[] used = new bool[found.Count];
        foreach (TimeEntity entity in gold)
        {
            int hit = Match(text, entity, found, used);
            if (hit >= 0)
            {
                used[hit] = true;
            }

            string labelled = string.Join(" | ", entity.Values.Select(v => $"{v.From:yyyy-MM-dd}..{v.To:yyyy-MM-dd}"));
            string verdict = hit < 0 ? "MISSED" : entity.Values.Count > 0 && !IsRight(entity, found[hit]) ? "WRONG" : IsExact(text, entity, found[hit]) ? "" : "SPAN";
            if (verdict.Length > 0)
            {
                string ours = hit < 0 ? "" : $"'{text[found[hit].Span.Start..found[hit].Span.End]}' {found[hit].Kind} {found[hit].From:yyyy-MM-dd}..{found[hit].To:yyyy-MM-dd}";
                Console.WriteLine($"{verdict} {entity.Type} '{entity.Surface}' [{labelled}] ours {ours} ref {reference:yyyy-MM-dd} :: {text}");
            }
        }

        for (int i = 0; i < found.Count; i++)
        {
            if (!used[i])
            {
                Console.WriteLine($"EXTRA '{text[found[i].Span.Start..found[i].Span.End]}' {found[i].Kind} {found[i].From:yyyy-MM-dd}..{found[i].To:yyyy-MM-dd} ref {reference:yyyy-MM-dd} :: {text}");
            }
        }
    }

    private static readonly TimeEntity NoDate = new(0, 0, "", "", []);

    // The exact one, else the one that shares most characters.
    private static int Match(string text, TimeEntity entity, IReadOnlyList<TimeMention> found, bool[] used)
    {
        int best = -1;
        int shared = 0;
        for (int i = 0; i < found.Count; i++)
        {
            int overlap = Math.Min(entity.End, found[i].Span.End) - Math.Max(entity.Start, found[i].Span.Start);
            if (!used[i] && overlap > shared)
            {
                (best, shared) = (i, overlap);
            }
        }

        return best;
    }

    private static bool IsExact(string text, TimeEntity entity, TimeMention mention) =>
        Core(text[entity.Start..Math.Min(entity.End, text.Length)]).Equals(Core(text[mention.Span.Start..mention.Span.End]), StringComparison.OrdinalIgnoreCase);

    private static string Core(string s)
    {
        s = s.Trim();
        foreach (string prefix in (string[])["on ", "in ", "at ", "the ", "for "])
        {
            s = s.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? s[prefix.Length..] : s;
        }

        return s.TrimEnd('.', ' ');
    }

    private static bool IsRight(TimeEntity entity, TimeMention m) => entity.Values.Any(v => FromFits(v.From, m) && ToFits(v.From, v.To, v.IsRange, m));

    private static bool FromFits(DateOnly? from, TimeMention m) =>
        from is null ? m.From is null || m.To is not null : m.From is { } ours && (ours == from || (m.To is null && Math.Abs(ours.DayNumber - from.Value.DayNumber) <= 1));

    private static bool ToFits(DateOnly? from, DateOnly? to, bool range, TimeMention m)
    {
        if (to is null || m.To is not { } ours)
        {
            return to is null && m.To is null;
        }

        if (ours == to || (range && ours.AddDays(1) == to))
        {
            return true;
        }

        // "2014 to 2018": the set ends where 2018 begins, a reader where it ends.
        bool endOfUnit = range && from is not null && to.Value.Day == 1 && ours > to && (ours.AddDays(1) == to.Value.AddMonths(1) || (to.Value.Month == 1 && ours.AddDays(1) == to.Value.AddYears(1))
            || ours.AddDays(1) == to.Value.AddMonths(3));
        return endOfUnit;
    }
}

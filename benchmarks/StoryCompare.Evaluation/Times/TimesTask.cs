using System.Globalization;
using System.Text.Json;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Evaluation.Times;

/// <summary>Task <c>times</c>: spans and resolved days of time expressions, each row against its own reference day.</summary>
/// <remarks>
/// Scored twice: over all labelled entities, and over those that carry a calendar date. The rest (clock times, parts of the day, durations,
/// recurring times) is left out by one general criterion: no ISO date stands among the entity's values, or the date is only a clock time or
/// an offset below a day counted from the machine-like "now" of a chat. Predictions that overlap a left-out entity are then not counted.
/// A span is right when it overlaps a labelled one, one to one (strict: the same characters but for outer "the", "on", "in", "at").
/// Resolution: right when some labelled value has the same first day, and the same last day where both have one; the set's ends are
/// exclusive for ranges of whole units and inclusive for "from A to B", so the labelled end, the day before it, and, for ranges of months or
/// years, the end of the last one named are all right.
/// </remarks>
internal sealed class TimesTask : EvaluationTask
{
    public override string Name => "times";

    public override string Summary => "time expressions: span P/R/F1 and resolved days (Recognizers date specs)";

    public override void Run(TaskArguments arguments)
    {
        TimeScore all = new();
        TimeScore dated = new();
        List<object> predictions = [];
        foreach (JsonElement row in TaskArguments.Rows(arguments.DataFile))
        {
            string text = row.GetProperty("text").GetString()!;
            DateOnly? reference = row.GetProperty("reference").GetString() is { Length: >= 10 } given ? DateOnly.ParseExact(given[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            PublicationDate published = reference is null ? PublicationDate.Unknown : new(reference, reference, DateBasis.Stated, []);
            List<TimeMention> found = [];
            TimeExtractor.Extract(TextAnalyzer.Prose(text), published, found);
            List<TimeEntity> gold = [.. row.GetProperty("entities").EnumerateArray().Select(e => TimeEntity.Read(e))];
            all.Add(text, found, gold, _ => true);
            dated.Add(text, found, gold, e => e.IsDated);
            predictions.Add(new
            {
                text,
                reference = row.GetProperty("reference").GetString(),
                times = found.Select(t => new { start = t.Span.Start, end = t.Span.End, from = Iso(t.From), to = Iso(t.To) }),
            });
            if (arguments.Has("errors"))
            {
                TimeScore.PrintErrors(text, reference, found, gold);
            }
        }

        arguments.WritePredictions(predictions);
        all.Print("times, all labelled entities");
        dated.Print("times, entities with a calendar date (left out: clock times, parts of the day, durations, recurring times)");
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

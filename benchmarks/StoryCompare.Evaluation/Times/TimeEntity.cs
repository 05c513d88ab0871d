using System.Globalization;
using System.Text.Json;

namespace StoryCompare.Evaluation.Times;

/// <summary>A labelled time expression: its span and the days its values name.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last.</param>
/// <param name="Surface">As labelled (lower case).</param>
/// <param name="Type">The set's name of its type.</param>
/// <param name="Values">First and last day as labelled, either null when open; empty when no value has a date.</param>
internal sealed record TimeEntity(int Start, int End, string Surface, string Type, IReadOnlyList<(DateOnly? From, DateOnly? To, bool IsRange)> Values)
{
    /// <summary>Carries a calendar date, not just "in three minutes" from now.</summary>
    public bool IsDated { get; private init; }

    public static TimeEntity Read(JsonElement e)
    {
        int start = e.GetProperty("span")[0].GetInt32();
        int end = e.GetProperty("span")[1].GetInt32();
        List<(DateOnly?, DateOnly?, bool)> values = [];
        if (e.GetProperty("values") is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (JsonElement v in list.EnumerateArray())
            {
                DateOnly? value = Day(v, "value");
                DateOnly? from = Day(v, "start");
                DateOnly? to = Day(v, "end");
                if (value is not null)
                {
                    values.Add((value, value, false));
                }
                else if (from is not null || to is not null)
                {
                    values.Add((from, to, true));
                }
            }
        }

        string surface = e.GetProperty("surface").GetString() ?? "";
        string type = (e.GetProperty("type").GetString() ?? "").Replace("datetimeV2.", "", StringComparison.Ordinal);
        return new TimeEntity(start, end, surface, type, values) { IsDated = values.Count > 0 && !IsClockOffset(surface) };
    }

    // "in half an hour", "3 minutes from now": seconds, minutes and hours from the moment of the chat.
    private static bool IsClockOffset(string surface) =>
        surface.Split(' ').Any(w => w is "min" or "mins" or "minute" or "minutes" or "second" or "seconds" or "hour" or "hours" or "hrs" or "now")
        && !surface.Any(c => c is '/' or '-') && !Array.Exists(Months, m => surface.Contains(m, StringComparison.Ordinal));

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static DateOnly? Day(JsonElement v, string name) =>
        v.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: >= 10 } s
        && DateOnly.TryParseExact(s.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}

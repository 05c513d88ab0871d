using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Parts of the day that words tell: "in the morning", "late on Monday".</summary>
internal static class DayParts
{
    private const double HoursOfDay = 24;

    // Hours from midnight in which a part of the day lies, generously: outlets draw the lines differently. The longer phrase stands first.
    private static readonly (string Word, double From, double To)[] Parts =
    [
        ("afternoon", 12, 18.5), ("midnight", 21.5, 27), ("overnight", 19, 32), ("tonight", 17, 29), ("morning", 0, 12.5), ("evening", 16.5, 24), ("night", 17, 30), ("noon", 11, 14), ("dawn", 3, 8), ("dusk", 16, 22),
    ];

    /// <summary>Whether both tell a part of the day, or one of them a clock time, and the two cannot meet.</summary>
    public static bool Differ(DateSlot a, string wordsOfA, DateSlot b, string wordsOfB)
    {
        (double From, double To)? x = Of(a, wordsOfA);
        (double From, double To)? y = Of(b, wordsOfB);
        return (Tells(wordsOfA) || Tells(wordsOfB)) && x is { } p && y is { } q && !Meet(p, q, 0) && !Meet(p, q, HoursOfDay) && !Meet(p, q, -HoursOfDay);
    }

    private static bool Tells(string words) => Array.Exists(Parts, p => words.Contains(p.Word, StringComparison.OrdinalIgnoreCase));

    private static bool Meet((double From, double To) a, (double From, double To) b, double shift) => a.From <= b.To + shift && b.From + shift <= a.To;

    private static (double From, double To)? Of(DateSlot slot, string words)
    {
        foreach ((string word, double from, double to) in Parts)
        {
            if (words.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return (from, to);
            }
        }

        // A clock time that says which half of the day it is.
        bool half = words.Contains("a.m", StringComparison.OrdinalIgnoreCase) || words.Contains("p.m", StringComparison.OrdinalIgnoreCase) || words.Contains("am", StringComparison.OrdinalIgnoreCase) || words.Contains("pm", StringComparison.OrdinalIgnoreCase);
        return half && slot.Time.TimeOfDay is { } t && words.AsSpan().ContainsAnyInRange('0', '9') ? (t.ToTimeSpan().TotalHours - 0.5, t.ToTimeSpan().TotalHours + 0.5) : null;
    }
}

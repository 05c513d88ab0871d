using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Slots;

/// <summary>A date or clock time and the act it is told of.</summary>
internal sealed class DateSlot
{
    /// <summary>The expression.</summary>
    public required TimeMention Time { get; init; }

    /// <summary>The month it names, 1 to 12; 0 for none.</summary>
    public int Month { get; init; }

    /// <summary>The day of the month it names; 0 for none.</summary>
    public int DayOfMonth { get; init; }

    /// <summary>Whether the clause speaks of the next one of its kind: "will meet again", "the next round".</summary>
    public bool IsNext { get; init; }

    /// <summary>The verb or noun that the time is told of.</summary>
    public required Token Head { get; init; }

    /// <summary>Lower-case content words of its clause, the head among them.</summary>
    public required Token[] Words { get; init; }

    /// <summary>Their weights.</summary>
    public required float[] Weights { get; init; }

    /// <summary>Stretch of the sentence that the clause covers.</summary>
    public required TextSpan Near { get; init; }

    /// <summary>Whether a noun for what happened stands before the head.</summary>
    public bool IsOfEvent { get; init; }

    /// <summary>Whether the clause denies: "not before March".</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether the clause speaks of what is to come.</summary>
    public bool IsFuture { get; init; }

    /// <summary>Whether the time stands at the border of two days: "overnight", "early on Friday".</summary>
    public bool IsAtNight { get; init; }

    /// <summary>Whether the clause speaks of a further event: "the second blast", "an aftershock".</summary>
    public bool IsFurther { get; init; }

    /// <summary>Whether the time is hedged: "about 5 p.m.".</summary>
    public bool IsHedged { get; init; }

    /// <summary>Whether the day is a guess: "last week" in an article without a sure date, whose day of writing was taken from the other articles or from the days it names.</summary>
    /// <param name="published">When the article was published.</param>
    public bool IsGuessed(PublicationDate published) =>
        Month == 0 && (Time.Flags & TimeFlags.Deictic) != TimeFlags.None && Time.Kind != TimeKind.Weekday && (published.From is null || published.From != published.To);

    /// <summary>Whether it is told in a clause that says which one is meant: "a shooting that occurred on Monday".</summary>
    public bool IsInRelative { get; init; }
}

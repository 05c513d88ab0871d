namespace StoryCompare.Times;

/// <summary>What sort of time expression it is, by its finest part.</summary>
internal enum TimeKind : byte
{
    /// <summary>No day can be told: "recently", "in recent weeks".</summary>
    Vague,
    /// <summary>One calendar day: "June 13, 2017", "yesterday", a holiday.</summary>
    Day,
    /// <summary>A day named by its weekday alone.</summary>
    Weekday,
    /// <summary>A week, weekend or fortnight.</summary>
    Week,
    /// <summary>A month or a part of one.</summary>
    Month,
    /// <summary>A season of a year.</summary>
    Season,
    /// <summary>A quarter or half of a year.</summary>
    Quarter,
    /// <summary>A year or a part of one.</summary>
    Year,
    /// <summary>A decade or century.</summary>
    Decade,
    /// <summary>From one point to another, or a count of units before or after the reference ("the last three months").</summary>
    Range,
    /// <summary>A clock time or part of the day without a day.</summary>
    Clock,
    /// <summary>A length of time. Never resolved to dates.</summary>
    Duration,
    /// <summary>Told from another event: "a day after the vote", "two days earlier".</summary>
    RelativeToEvent,
    /// <summary>Recurs: "every Sunday".</summary>
    Recurring,
}

/// <summary>What else is known of a time expression.</summary>
[Flags]
internal enum TimeFlags : ushort
{
    None = 0,
    /// <summary>A misspelt weekday or month was read as the nearest right one.</summary>
    Misspelt = 1,
    /// <summary>Hedged or soft at its edges: "about a year ago", "early May".</summary>
    Approximate = 2,
    /// <summary>Has no first day: "before June", "until 2015".</summary>
    OpenStart = 4,
    /// <summary>Has no last day: "since 2015", "after June".</summary>
    OpenEnd = 8,
    /// <summary>The year (or the week) is not said and was taken nearest to the article's date.</summary>
    Nearest = 16,
    /// <summary>The sentence speaks of the future.</summary>
    Future = 32,
    /// <summary>The day of the other event was read from the article's text.</summary>
    Anchored = 64,
    /// <summary>Depends on the article's date: says something else when that changes.</summary>
    Deictic = 128,
    /// <summary>The clock time is in UTC ("0400 GMT").</summary>
    Utc = 256,
}

/// <summary>A time expression: where it stands and which days it can mean.</summary>
internal sealed record TimeMention
{
    // What may be missing is kept as one number, with one that cannot be for missing: an article has many of these, and a nullable value takes twice the room.
    private const int None = int.MinValue;

    private readonly int _from = None;
    private readonly int _to = None;
    private readonly int _anchorDay = None;
    private readonly int _offsetDays = None;
    private readonly long _timeOfDay = None;
    private readonly sbyte _weekday = -1;

    public required TextSpan Span { get; init; }
    public required int Sentence { get; init; }
    /// <summary>First day it can mean; null when open or unknown.</summary>
    public DateOnly? From
    {
        get => Day(_from);
        init => _from = value?.DayNumber ?? None;
    }

    /// <summary>Last day, inclusive; null when open or unknown.</summary>
    public DateOnly? To
    {
        get => Day(_to);
        init => _to = value?.DayNumber ?? None;
    }

    /// <summary>What sort it is.</summary>
    public TimeKind Kind { get; init; }
    /// <summary>What else is known.</summary>
    public TimeFlags Flags { get; init; }
    /// <summary>The weekday it names, also where its date is unknown.</summary>
    public DayOfWeek? Weekday
    {
        get => _weekday < 0 ? null : (DayOfWeek)_weekday;
        init => _weekday = (sbyte)(value ?? (DayOfWeek)(-1));
    }

    /// <summary>Days from the other event (<see cref="TimeKind.RelativeToEvent"/>): 1 for "a day after", -2 for "two days earlier"; null when not whole days.</summary>
    public int? OffsetDays
    {
        get => _offsetDays == None ? null : _offsetDays;
        init => _offsetDays = value ?? None;
    }

    /// <summary>The day of the other event, where the text tells it.</summary>
    public DateOnly? AnchorDay
    {
        get => Day(_anchorDay);
        init => _anchorDay = value?.DayNumber ?? None;
    }

    /// <summary>The clock time as written, in the zone of the text (UTC with <see cref="TimeFlags.Utc"/>).</summary>
    public TimeOnly? TimeOfDay
    {
        get => _timeOfDay == None ? null : new TimeOnly(_timeOfDay);
        init => _timeOfDay = value?.Ticks ?? None;
    }

    /// <summary>Whether it is one known day.</summary>
    public bool IsSingleDay => _from != None && _to == _from;

    private static DateOnly? Day(int number) => number == None ? null : DateOnly.FromDayNumber(number);
}

namespace StoryCompare.Times;

/// <summary>Which of the two small numbers of "03/04/2017" is the day.</summary>
internal enum DateOrder
{
    /// <summary>Nothing in the article tells: a date that can be read both ways has no day that could be known.</summary>
    Unknown,
    DayFirst,
    MonthFirst,
}

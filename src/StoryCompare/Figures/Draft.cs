namespace StoryCompare.Figures;

/// <summary>A number as read, before anything is known of what it measures.</summary>
internal struct NumberRead
{
    /// <summary>First lexeme, and the one behind the last.</summary>
    public int First;
    public int Next;
    public double Value;
    /// <summary>High end of a vague count; 0 for none.</summary>
    public double High;
    public double Step;
    /// <summary>The number before its multiplier: 1.2 of "1.2 billion".</summary>
    public double Coefficient;
    public double Scale;
    public bool IsWords;
    public bool IsVague;
    public bool IsFraction;
    /// <summary>"one in five", "two-thirds": a share of something.</summary>
    public bool IsShare;
    public bool IsAbout;
    public bool Plus;
}

/// <summary>A figure being put together.</summary>
internal struct Draft
{
    public NumberRead Number;
    public int First;
    public int Next;
    public double Value;
    public double High;
    public double Step;
    public bool IsRange;
    public FigureUnit? Unit;
    public bool MoneyBefore;
    /// <summary>Head noun of a count, or null.</summary>
    public string? Noun;
    public string? Rate;
    public int CountsStart;
    public int CountsEnd;
    public string? Role;
    public FigureQualifier Qualifier;
    public bool Below;
    public bool IsHedged;
    public FigureChange Change;
    /// <summary>The unit follows a hyphen: "a 25-year-old", "five-year".</summary>
    public bool Hyphened;

    public readonly bool HasUnit => Unit is not null || Noun is not null;
}

namespace StoryCompare;

/// <summary>How a figure is hedged or bounded in the text.</summary>
public enum FigureQualifier
{
    /// <summary>No hedge: "30 fighters".</summary>
    Exactly,
    /// <summary>"about", "some", "roughly", "nearly", "almost", "an estimated".</summary>
    About,
    /// <summary>"at least", "no fewer than": the value or more.</summary>
    AtLeast,
    /// <summary>"up to", "as many as", "at most": the value or less.</summary>
    AtMost,
    /// <summary>"more than", "over".</summary>
    MoreThan,
    /// <summary>"fewer than", "under".</summary>
    LessThan,
    /// <summary>"20 to 30", "between 3 and 5": <see cref="Figure.High"/> holds the upper end.</summary>
    Range,
    /// <summary>"dozens", "scores", "hundreds": an order of magnitude, given as the interval from <see cref="Figure.Value"/> to <see cref="Figure.High"/>.</summary>
    Vague,
}

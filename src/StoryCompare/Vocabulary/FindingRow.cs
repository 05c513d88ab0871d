namespace StoryCompare;

/// <summary>One piece of evidence of one finding, flat: binds to a data frame, a grid or a CSV file without glue.</summary>
public sealed record FindingRow
{
    /// <summary>Id of the story.</summary>
    public required string Story { get; init; }
    /// <summary>Id of the finding.</summary>
    public required string Finding { get; init; }
    /// <summary><c>agreedFact</c>, <c>conflict</c>, <c>notConflict</c>, <c>figure</c>, <c>quotation</c>, <c>wording</c> or <c>singleSource</c>.</summary>
    public required string Type { get; init; }
    /// <summary>The slot of a conflict, the shape of a quotation, else empty.</summary>
    public string Kind { get; init; } = "";
    /// <summary>Severity of a conflict, else empty.</summary>
    public string Severity { get; init; } = "";
    /// <summary>What the finding is about, in words.</summary>
    public string About { get; init; } = "";
    /// <summary>Number of the side of a conflict or of the form of a wording difference, from 1; 1 elsewhere.</summary>
    public int Side { get; init; } = 1;
    /// <summary>Id of the article.</summary>
    public required string Article { get; init; }
    /// <summary>Its outlet, or empty.</summary>
    public string Outlet { get; init; } = "";
    /// <summary>First UTF-16 code unit of the evidence in the raw text.</summary>
    public int Start { get; init; }
    /// <summary>One past its last code unit.</summary>
    public int End { get; init; }
    /// <summary>The evidence.</summary>
    public required string Text { get; init; }
    /// <summary>A figure's value, else null.</summary>
    public double? Value { get; init; }
    /// <summary>A figure's high end, else null.</summary>
    public double? High { get; init; }
    /// <summary>A figure's unit, else empty.</summary>
    public string Unit { get; init; } = "";
    /// <summary>A figure's qualifier, else empty.</summary>
    public string Qualifier { get; init; } = "";
    /// <summary>Who gives a figure or is quoted, else empty.</summary>
    public string Speaker { get; init; } = "";
}

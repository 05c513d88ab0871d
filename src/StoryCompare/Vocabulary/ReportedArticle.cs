namespace StoryCompare;

/// <summary>What the library made of one article before comparing it.</summary>
public sealed record ReportedArticle
{
    /// <summary>The id in this report.</summary>
    public required string Id { get; init; }
    /// <summary>The outlet given, or the one found in the text; null when neither.</summary>
    public string? Outlet { get; init; }
    /// <summary>The title given, or the one found in the text; null when neither.</summary>
    public string? Title { get; init; }
    /// <summary>Where it was published, as given; null when it was not.</summary>
    public string? Url { get; init; }
    /// <summary>The raw text, for reports that show it; null in a report read back from JSON, which does not hold it.</summary>
    public string? Text { get; init; }
    /// <summary>When it was published.</summary>
    public required PublicationDate Published { get; init; }
    /// <summary>What was dropped, in order.</summary>
    public IReadOnlyList<DroppedText> Dropped { get; init; } = [];
    /// <summary>ISO 639-1 code of the text's main language, or <c>und</c>.</summary>
    public required string Language { get; init; }
    /// <summary><c>composite</c>, <c>machineReworded</c>, <c>stub</c>, <c>live</c> …; ordinal order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

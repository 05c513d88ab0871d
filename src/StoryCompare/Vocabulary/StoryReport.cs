namespace StoryCompare;

/// <summary>The result of <see cref="StoryComparer.Compare(IEnumerable{Article}, IProgress{StageProgress}?, CancellationToken)"/>. Immutable.</summary>
public sealed partial record StoryReport
{
    /// <summary>Name and version of the JSON schema.</summary>
    public const string Schema = "storycompare-report/1";
    /// <summary>All articles, by id (ordinal).</summary>
    public IReadOnlyList<ReportedArticle> Articles { get; init; } = [];
    /// <summary>All stories, by their smallest article id.</summary>
    public IReadOnlyList<Story> Stories { get; init; } = [];
    /// <summary>Stories that belong together over a longer time.</summary>
    public IReadOnlyList<Storyline> Storylines { get; init; } = [];
    /// <summary>What was noticed about the input.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}

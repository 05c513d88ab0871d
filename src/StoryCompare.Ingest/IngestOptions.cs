namespace StoryCompare.Ingest;

/// <summary>Limits and column names for reading.</summary>
public sealed record IngestOptions
{
    /// <summary>Largest file read, in bytes; a larger one is an error and left out.</summary>
    public long MaxFileBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Deepest nesting of JSON and XML.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>For CSV and TSV: names of the columns that hold an article's parts, by part (<c>id outlet title text published url</c>). A part left out is looked for under its usual names.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

namespace StoryCompare.Ingest;

/// <summary>What was read, and what could not be.</summary>
/// <param name="Articles">In input order.</param>
/// <param name="Problems">One for each file or line that could not be read (<see cref="DiagnosticSeverity.Error"/>) or was read with an assumption (<see cref="DiagnosticSeverity.Warning"/>); <see cref="Diagnostic.Article"/> names the file and line.</param>
public sealed record ReadResult(IReadOnlyList<Article> Articles, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Whether some input could not be read.</summary>
    public bool HasErrors => Problems.Any(static p => p.Severity == DiagnosticSeverity.Error);
}

namespace StoryCompare;

/// <summary>Something the library noticed about the input. The batch always goes on.</summary>
/// <param name="Code">Stable kebab-case code, such as <c>duplicate-id</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Article">Id of the article, or null when it concerns the whole input.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Span">Where in the raw text, if anywhere.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string? Article, string Message, TextSpan? Span = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Severity} {Code} {Article}: {Message}";
}

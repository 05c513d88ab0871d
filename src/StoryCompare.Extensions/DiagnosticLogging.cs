using Microsoft.Extensions.Logging;

namespace StoryCompare.Extensions;

/// <summary>Writes what the library noticed about the input to a logger.</summary>
public static partial class DiagnosticLogging
{
    /// <summary>Logs every diagnostic of the report, each on one line: info as information, warning as warning, error as error.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void LogDiagnostics(this ILogger logger, StoryReport report)
    {
        ArgumentNullException.ThrowIfNull(logger);
        ArgumentNullException.ThrowIfNull(report);
        foreach (Diagnostic diagnostic in report.Diagnostics)
        {
            LogLevel level = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => LogLevel.Error,
                DiagnosticSeverity.Warning => LogLevel.Warning,
                _ => LogLevel.Information,
            };
            if (!logger.IsEnabled(level))
            {
                continue;
            }

            string? article = diagnostic.Article is { } id ? OneLine(id) : null;
            string message = OneLine(diagnostic.Message);
            Noticed(logger, level, diagnostic.Code, article, message);
        }
    }

    // Ids and outlets come from strangers: a line break in one must not begin a line of its own in a log.
    private static string OneLine(string text) => string.Concat(text.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    [LoggerMessage(EventId = 1, EventName = "Diagnostic", Message = "{Code} in article {Article}: {Text}")]
    private static partial void Noticed(ILogger logger, LogLevel level, string code, string? article, string text);
}

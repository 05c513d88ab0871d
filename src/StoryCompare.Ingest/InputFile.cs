using System.Text;

namespace StoryCompare.Ingest;

/// <summary>A file in memory, where its articles and problems go, and the limits it is read under.</summary>
internal sealed class InputFile(string name, byte[] bytes, IngestOptions options, List<Article> articles, List<Diagnostic> problems)
{
    /// <summary>The path as given, for messages and as an id.</summary>
    public string Name { get; } = name;

    public byte[] Bytes { get; } = bytes;

    public IngestOptions Options { get; } = options;

    public void Add(Article article) => articles.Add(article);

    public void Problem(string code, DiagnosticSeverity severity, string message, string? where = null) =>
        problems.Add(new Diagnostic(code, severity, where ?? Name, message));

    /// <summary>The text: by byte-order mark, else strict UTF-8, else the charset that <paramref name="declared"/> names when it is a Western one, else Windows-1252 with a warning.</summary>
    public string Decode(string? declared = null)
    {
        try
        {
            using StreamReader reader = new(new MemoryStream(Bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            bool western = declared?.ToUpperInvariant() is "WINDOWS-1252" or "ISO-8859-1" or "LATIN1" or "ISO-8859-15" or "CP1252";
            if (!western)
            {
                Problem("encoding-assumed", DiagnosticSeverity.Warning, "The file is not UTF-8; it was read as Windows-1252.");
            }

            return Windows1252.Decode(Bytes);
        }
    }

    /// <summary>The date, or null with a warning when it cannot be read.</summary>
    public DateTimeOffset? Published(string? text, string? where = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateText.TryParse(text, out DateTimeOffset date))
        {
            return date;
        }

        Problem("bad-date", DiagnosticSeverity.Warning, $"The date '{text}' could not be read; the article is taken as undated.", where);
        return null;
    }
}

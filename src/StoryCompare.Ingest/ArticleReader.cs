using System.Text;

namespace StoryCompare.Ingest;

/// <summary>Reads articles from folders, files and standard input. Nothing is fetched; a bad file or line never stops the rest.</summary>
public static class ArticleReader
{
    /// <summary>
    /// Reads every path in order: a folder (its .txt files, ordinal order, not its subfolders), a .txt file, a .jsonl file, or <c>-</c>
    /// for JSON Lines from <paramref name="standardInput"/>.
    /// </summary>
    /// <remarks>
    /// A .txt file's id is its name up to the first <c>_</c> where that is unique among all .txt files of the call, else its name without
    /// the extension. Text is decoded by byte-order mark, else as strict UTF-8, else as Windows-1252 with a warning.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ReadResult Read(IEnumerable<string> paths, Stream standardInput)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(standardInput);
        List<Article> articles = [];
        List<Diagnostic> problems = [];
        List<string> files = Expand(paths, problems);
        HashSet<string> ambiguous = AmbiguousIds(files);
        foreach (string file in files)
        {
            if (file == "-")
            {
                JsonLinesReader.Read(standardInput, "-", articles, problems);
                continue;
            }

            try
            {
                ReadFile(file, ambiguous, articles, problems);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new Diagnostic("unreadable-file", DiagnosticSeverity.Error, file, e.Message));
            }
        }

        return new ReadResult(articles, problems);
    }

    private static List<string> Expand(IEnumerable<string> paths, List<Diagnostic> problems)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            if (path == "-" || File.Exists(path))
            {
                files.Add(path);
            }
            else if (Directory.Exists(path))
            {
                string[] texts = Directory.GetFiles(path, "*.txt");
                Array.Sort(texts, StringComparer.Ordinal);
                files.AddRange(texts);
                if (texts.Length == 0)
                {
                    problems.Add(new Diagnostic("empty-folder", DiagnosticSeverity.Error, path, "The folder holds no .txt file."));
                }
            }
            else
            {
                problems.Add(new Diagnostic("missing-file", DiagnosticSeverity.Error, path, "There is no such file or folder."));
            }
        }

        return files;
    }

    private static void ReadFile(string file, HashSet<string> ambiguous, List<Article> articles, List<Diagnostic> problems)
    {
        switch (Path.GetExtension(file).ToUpperInvariant())
        {
            case ".TXT":
                string text = Decode(File.ReadAllBytes(file), file, problems);
                string shortId = ShortId(file);
                articles.Add(new Article(text) { Id = ambiguous.Contains(shortId) ? Path.GetFileNameWithoutExtension(file) : shortId });
                break;
            case ".JSONL":
                using (FileStream stream = File.OpenRead(file))
                {
                    JsonLinesReader.Read(stream, file, articles, problems);
                }

                break;
            default:
                problems.Add(new Diagnostic("unknown-format", DiagnosticSeverity.Error, file, "Only .txt and .jsonl files are read."));
                break;
        }
    }

    private static HashSet<string> AmbiguousIds(IEnumerable<string> files)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string> twice = new(StringComparer.Ordinal);
        foreach (string file in files)
        {
            string id = ShortId(file);
            if (!seen.Add(id))
            {
                twice.Add(id);
            }
        }

        return twice;
    }

    private static string ShortId(string file)
    {
        string stem = Path.GetFileNameWithoutExtension(file);
        int cut = stem.IndexOf('_', StringComparison.Ordinal);
        return cut > 0 ? stem[..cut] : stem;
    }

    private static string Decode(byte[] bytes, string file, List<Diagnostic> problems)
    {
        try
        {
            using StreamReader reader = new(new MemoryStream(bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new Diagnostic("encoding-assumed", DiagnosticSeverity.Warning, file, "The file is not UTF-8; it was read as Windows-1252."));
            return Windows1252.Decode(bytes);
        }
    }
}

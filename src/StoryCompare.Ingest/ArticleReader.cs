namespace StoryCompare.Ingest;

/// <summary>Reads articles from folders, files and standard input. Nothing is fetched; a bad file or line never stops the rest.</summary>
public static class ArticleReader
{
    private static readonly string[] Extensions = [".txt", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".rdf"];

    /// <summary>
    /// Reads every path in order: a folder (its files of a known kind, ordinal order, not its subfolders), a file, or <c>-</c>
    /// for JSON Lines from <paramref name="standardInput"/>.
    /// </summary>
    /// <remarks>
    /// Kinds, by extension: .txt; .jsonl and .ndjson; .json (IPTC ninjs, or articles like a JSON Lines row, one or an array); .csv and .tsv; .html;
    /// .xml, .rss, .atom and .rdf (RSS 2.0, RSS 1.0, Atom or NewsML-G2, told apart by content). A .txt file's id is its name up to the first
    /// <c>_</c> where that is unique among all .txt files of the call, else its name without the extension. Text is decoded by byte-order mark, else as
    /// strict UTF-8, else as Windows-1252 with a warning. DTDs are refused, links to other files are not followed.
    /// </remarks>
    /// <param name="paths">What to read.</param>
    /// <param name="standardInput">Read only where a path is <c>-</c>.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> or <paramref name="standardInput"/> is null.</exception>
    public static ReadResult Read(IEnumerable<string> paths, Stream standardInput, IngestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(standardInput);
        options ??= new IngestOptions();
        List<Article> articles = [];
        List<Diagnostic> problems = [];
        List<string> files = Expand(paths, problems);
        HashSet<string> ambiguous = AmbiguousIds(files);
        foreach (string file in files)
        {
            if (file == "-")
            {
                JsonLinesReader.Read(standardInput, new InputFile("-", [], options, articles, problems));
                continue;
            }

            try
            {
                ReadFile(file, ambiguous, options, articles, problems);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
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
                // A link inside the folder could lead out of it.
                string[] known = [.. Directory.GetFiles(path).Where(static f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && !File.GetAttributes(f).HasFlag(FileAttributes.ReparsePoint))];
                Array.Sort(known, StringComparer.Ordinal);
                files.AddRange(known);
                if (known.Length == 0)
                {
                    problems.Add(new Diagnostic("empty-folder", DiagnosticSeverity.Error, path, "The folder holds no file of a known kind."));
                }
            }
            else
            {
                problems.Add(new Diagnostic("missing-file", DiagnosticSeverity.Error, path, "There is no such file or folder."));
            }
        }

        return files;
    }

    private static void ReadFile(string path, HashSet<string> ambiguous, IngestOptions options, List<Article> articles, List<Diagnostic> problems)
    {
        string extension = Path.GetExtension(path).ToUpperInvariant();
        if (extension is ".JSONL" or ".NDJSON")
        {
            // Read line by line: such files may be larger than any one article.
            using FileStream stream = File.OpenRead(path);
            JsonLinesReader.Read(stream, new InputFile(path, [], options, articles, problems));
            return;
        }

        if (new FileInfo(path).Length > options.MaxFileBytes)
        {
            throw new FormatException($"The file is larger than {options.MaxFileBytes} bytes.");
        }

        InputFile file = new(path, File.ReadAllBytes(path), options, articles, problems);
        switch (extension)
        {
            case ".TXT":
                string shortId = ShortId(path);
                file.Add(new Article(file.Decode()) { Id = ambiguous.Contains(shortId) ? Path.GetFileNameWithoutExtension(path) : shortId });
                break;
            case ".JSON":
                JsonDocumentReader.Read(file);
                break;
            case ".CSV" or ".TSV":
                TableReader.Read(file, extension == ".TSV" ? "\t" : ",");
                break;
            case ".HTML" or ".HTM" or ".XHTML":
                HtmlReader.Read(file);
                break;
            case ".XML" or ".RSS" or ".ATOM" or ".RDF":
                XmlNewsReader.Read(file);
                break;
            default:
                problems.Add(new Diagnostic("unknown-format", DiagnosticSeverity.Error, path, $"Only {string.Join(' ', Extensions)} files are read."));
                break;
        }
    }

    private static HashSet<string> AmbiguousIds(IEnumerable<string> files)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string> twice = new(StringComparer.Ordinal);
        foreach (string file in files.Where(static f => f.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)))
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
}

using System.CommandLine;
using StoryCompare.Ingest;

namespace StoryCompare.Cli;

/// <summary>The arguments that both commands share, and reading what they name.</summary>
internal static class Inputs
{
    public static Argument<string[]> Paths() => new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "A folder, a .txt file, a .jsonl file (one {\"id\",\"outlet\",\"title\",\"text\",\"published\",\"url\"} a line, only text required), a .csv, .tsv, .html, .json (ninjs) or .xml file (RSS, Atom, NewsML-G2), or - for JSON Lines from standard input.",
    };

    public static Option<string?> Out() => new("--out") { Description = "Write the result to this file, whole or not at all, instead of standard output.", HelpName = "FILE" };

    public static Option<string?> Aliases() => new("--aliases")
    {
        Description = "A file that teaches names: forms of one name separated by | on a line; a line that starts with ! holds two names that must never be merged; # starts a comment.",
        HelpName = "FILE",
    };

    /// <summary>Reads the paths and names every problem on standard error.</summary>
    public static ReadResult Read(IEnumerable<string> paths)
    {
        using Stream input = Console.OpenStandardInput();
        ReadResult result = ArticleReader.Read(paths, input);
        foreach (Diagnostic problem in result.Problems.Where(static p => p.Severity != DiagnosticSeverity.Info))
        {
            Terminal.Say($"{problem.Article}: {problem.Message}");
        }

        if (result.Articles.Count == 0)
        {
            Terminal.Say("nothing to read.");
        }

        return result;
    }

    /// <summary>Reads an alias file; null means it could not be read, which was said on standard error.</summary>
    public static NameOptions? ReadAliases(string? path)
    {
        if (path is null)
        {
            return new NameOptions();
        }

        List<IReadOnlyList<string>> aliases = [];
        List<KeyValuePair<string, string>> apart = [];
        try
        {
            foreach (string raw in File.ReadLines(path))
            {
                string line = raw.Trim();
                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                string[] forms = line.TrimStart('!').Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (line[0] == '!' && forms.Length == 2)
                {
                    apart.Add(new(forms[0], forms[1]));
                }
                else if (line[0] != '!' && forms.Length >= 2)
                {
                    aliases.Add(forms);
                }
                else
                {
                    Terminal.Say($"{path}: a line needs {(line[0] == '!' ? "exactly two names" : "two names or more")}: {line}");
                    return null;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Say($"{path}: {e.Message}");
            return null;
        }

        return new NameOptions { Aliases = aliases, MustNotMerge = apart };
    }
}

using System.Text;

namespace StoryCompare.Internals;

/// <summary>Reads the tables that ship inside the assembly. A table is UTF-8 text: tab-separated rows, <c>#</c> starts a comment line.</summary>
internal static class EmbeddedData
{
    /// <summary>The rows of a table, split at tabs; comments and blank lines left out.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        foreach (string line in Lines(name))
        {
            yield return line.Split('\t');
        }
    }

    /// <summary>The rows of one kind, which is their first cell.</summary>
    public static IEnumerable<string[]> Rows(string name, string kind)
    {
        List<string[]> rows = [];
        using TableReader table = new(name);
        while (table.Read())
        {
            if (table.Cell(0).SequenceEqual(kind))
            {
                rows.Add(table.Row.ToString().Split('\t'));
            }
        }

        return rows;
    }

    /// <summary>The lines of a table; comments and blank lines left out.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using StreamReader reader = new(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The table as a stream.</summary>
    public static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The embedded table '{name}' is missing.");
}

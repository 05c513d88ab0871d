using System.Globalization;

namespace StoryCompare.Evaluation.Small;

/// <summary>Rows of the evaluation's schemas made of the tests' specs.</summary>
internal static class SmallSpecs
{
    /// <summary>Cells such as <c>15..20 USD range; 3 km exactly</c>.</summary>
    public static IEnumerable<object> Figures(string path) => Rows(path, cells: 2).Select(static row => (object)new
    {
        text = row[0],
        quantities = row[1] == "none" ? [] : row[1].Split(';', StringSplitOptions.TrimEntries).Select(static f => f.Split(' ')).Select(static f => new
        {
            value = f[0].Contains("..", StringComparison.Ordinal) ? (object)f[0].Split("..").Select(Number) : Number(f[0]),
            unit = f[1] == "-" ? "" : f[1],
        }),
    });

    /// <summary>Cells such as <c>Sunday = 2017-06-18; two days after = 2017-06-10..2017-06-12</c>, below a heading that names the day.</summary>
    public static IEnumerable<object> Times(string path)
    {
        string day = "";
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                day = line[(line.IndexOf("published ", StringComparison.Ordinal) + 10)..][..10];
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && day.Length > 0 && !line.StartsWith("| sentence", StringComparison.Ordinal))
            {
                string[] cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
                int from = 0;
                yield return new { text = cells[0], reference = day, entities = cells[1].Split(';', StringSplitOptions.TrimEntries).Select(t => Time(cells[0], t, ref from)).OfType<object>().ToArray() };
            }
        }
    }

    public static IEnumerable<object> NamePairs(string path) => Rows(path, cells: 4).Where(static r => r[0] != "a").Select(static r => (object)new { a = r[0], b = r[1], kind = r[2], same = r[3] == "yes" });

    /// <summary>Every case of the spec as an article.</summary>
    public static IEnumerable<object> NameArticles(string path) => Cases(path).Select(static (c, i) => (object)new { id = i.ToString(CultureInfo.InvariantCulture), text = c.Text });

    /// <summary>The lines <c>one: A = B</c> are forms of one name.</summary>
    public static object NameGold(string path) => new
    {
        aliases = Cases(path).SelectMany(static (c, i) => c.One.Select(forms => new { forms = new Dictionary<string, string[]> { [i.ToString(CultureInfo.InvariantCulture)] = forms } })),
        must_not_merge = Array.Empty<string[]>(),
    };

    private static object? Time(string sentence, string expected, ref int from)
    {
        int cut = expected.LastIndexOf(" = ", StringComparison.Ordinal);
        string words = cut < 0 ? expected.TrimEnd('#', ' ') : expected[..cut];
        int at = sentence.IndexOf(words, from, StringComparison.Ordinal);
        if (expected == "-" || at < 0)
        {
            return null;
        }

        from = at + words.Length;
        string days = cut < 0 ? "?" : expected[(cut + 3)..];
        string[] ends = days.Split("..");
        object[] values = days == "?" ? [] : ends.Length == 1 ? [new { value = ends[0] }] : [new { start = ends[0], end = ends[1] }];
        return new { surface = words.ToLowerInvariant(), type = "", span = new[] { at, from }, values };
    }

    private static IEnumerable<string[]> Rows(string path, int cells) => File.ReadLines(path)
        .Where(static l => l.StartsWith("| ", StringComparison.Ordinal)).Select(static l => l.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .Where(c => c.Length == cells && c[0] is not ("text" or "---"));

    private static IEnumerable<(string Text, string[][] One)> Cases(string path) => File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(static c => c.Split('\n').Skip(1).ToArray()).Select(static lines => (
        string.Join(' ', lines.TakeWhile(static l => !l.StartsWith("- ", StringComparison.Ordinal) && !l.StartsWith("one:", StringComparison.Ordinal))).Trim(),
        lines.Where(static l => l.StartsWith("one:", StringComparison.Ordinal)).Select(static l => l[4..].Split('=', StringSplitOptions.TrimEntries)).ToArray()));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

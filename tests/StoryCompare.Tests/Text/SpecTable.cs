using System.Globalization;

namespace StoryCompare.Tests.Text;

/// <summary>Reads the rows of the Markdown tables in <c>Specs/</c>: cells of every row but heads and rules, with <c>\uXXXX</c> made into characters.</summary>
internal static class SpecTable
{
    public static IEnumerable<string[]> Rows(string file)
    {
        string[] lines = File.ReadAllLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Specs", file));
        for (int i = 0; i < lines.Length; i++)
        {
            bool head = i + 1 < lines.Length && lines[i + 1].StartsWith("|---", StringComparison.Ordinal);
            if (lines[i].StartsWith('|') && !head && !lines[i].StartsWith("|---", StringComparison.Ordinal))
            {
                yield return [.. lines[i].Trim()[1..^1].Split(" | ").Select(c => Unescape(c.Trim(' ')))];
            }
        }
    }

    public static string Unescape(string cell)
    {
        int at;
        while ((at = cell.IndexOf("\\u", StringComparison.Ordinal)) >= 0)
        {
            cell = cell[..at] + (char)int.Parse(cell.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) + cell[(at + 6)..];
        }

        return cell;
    }
}

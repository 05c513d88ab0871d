using StoryCompare.Figures;
using StoryCompare.Internals;

namespace StoryCompare.Tests.Figures;

/// <summary>The table of units: its quick way to say no against the table itself.</summary>
public sealed class FigureUnitTests
{
    [Test]
    public void OfNotation_EveryStretchOfTheTable_IsWhatTheTableSays()
    {
        Dictionary<string, string> table = new(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.Rows("figure_units.tsv"))
        {
            foreach (string notation in row.Length > 4 && row[4].Length > 0 ? row[4].Split('|') : [])
            {
                table.TryAdd(notation.Length > 1 ? notation.TrimEnd('~') : notation, row[0]);
            }
        }

        string text = string.Join(" the 30 ", table.Keys) + "\uD83D\uDE00\uFFFF";
        for (int start = 0; start < text.Length; start++)
        {
            for (int length = 0; length <= Math.Min(FigureUnits.MaxNotationLength, text.Length - start); length++)
            {
                string stretch = text.Substring(start, length);
                Assert.That(FigureUnits.OfNotation(stretch)?.Symbol, Is.EqualTo(table.GetValueOrDefault(stretch)), stretch);
            }
        }

        Assert.That(table, Has.Count.GreaterThan(50));
    }
}

using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Words for one thing that is told by its number: "fifth title defence", "defended it for the fifth time" (<c>ordinal_things.tsv</c>).</summary>
internal static class OrdinalThings
{
    private static readonly TermMap<int[]> Groups = Load();

    /// <summary>Whether the words are of one stem or stand in one group.</summary>
    public static bool Share(uint stem, uint other) =>
        stem == other || (Groups.TryGetValue(stem, out int[]? mine) && Groups.TryGetValue(other, out int[]? theirs) && Array.Exists(mine, theirs.Contains));

    private static TermMap<int[]> Load()
    {
        Dictionary<uint, List<int>> groups = [];
        int group = 0;
        foreach (string[] row in EmbeddedData.Rows("ordinal_things.tsv"))
        {
            foreach (string word in row[0].Split(' '))
            {
                WordTable.Add(groups, WordTable.StemOf(word), group);
            }

            group++;
        }

        return WordTable.Freeze(groups);
    }
}

using System.Collections.Frozen;
using StoryCompare.Internals;

namespace StoryCompare.Names;

/// <summary>Given names that stand for one another ("Bill", "William").</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, int[]> Groups = Load();

    /// <summary>Whether both are forms of one given name.</summary>
    public static bool Same(string a, string b) =>
        Groups.TryGetValue(a, out int[]? x) && Groups.TryGetValue(b, out int[]? y) && Array.Exists(x, g => Array.IndexOf(y, g) >= 0);

    /// <summary>A group of the name, or -1.</summary>
    public static int GroupOf(string name) => Groups.TryGetValue(name, out int[]? groups) ? groups[0] : -1;

    private static FrozenDictionary<string, int[]> Load()
    {
        Dictionary<string, List<int>> groups = new(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in EmbeddedData.Lines("nicknames.tsv"))
        {
            foreach (string name in line.Split(' '))
            {
                if (!groups.TryGetValue(name, out List<int>? list))
                {
                    groups[name] = list = [];
                }

                list.Add(number);
            }

            number++;
        }

        return groups.ToFrozenDictionary(static p => p.Key, static p => p.Value.ToArray(), StringComparer.Ordinal);
    }
}

using System.Collections.Frozen;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Lexicon;

/// <summary>How large a named place is, by its name or the words of it (<c>place_levels.tsv</c>).</summary>
internal static class PlaceLevels
{
    private static readonly FrozenDictionary<string, PlaceLevel> Names = ReadNames();
    private static readonly FrozenDictionary<string, PlaceLevel> Words = ReadWords();

    /// <summary>The level; that of a settlement nobody knows where nothing tells more.</summary>
    public static PlaceLevel Of(ReadOnlySpan<char> name)
    {
        string lower = name.ToString().ToLowerInvariant().TrimEnd('.', '\'', '\u2019');
        lower = lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("\u2019s", StringComparison.Ordinal) ? lower[..^2] : lower;
        if (Names.TryGetValue(lower, out PlaceLevel level))
        {
            return level;
        }

        int last = lower.LastIndexOfAny([' ', '-']);
        int first = lower.IndexOf(' ', StringComparison.Ordinal);
        return Words.TryGetValue(lower[(last + 1)..], out level) || (first > 0 && Words.TryGetValue(lower[..first], out level) && level is PlaceLevel.Land or PlaceLevel.Region or PlaceLevel.County) ? level : PlaceLevel.Settlement;
    }

    /// <summary>Whether one may lie in the other, in sentences that tell one thing: any two sizes but a settlement and a coast or water, which lie beside each other.</summary>
    public static bool MayHold(PlaceLevel a, PlaceLevel b) => a != b && !(a is PlaceLevel.Settlement or PlaceLevel.Land && b is PlaceLevel.Settlement or PlaceLevel.Land);

    private static FrozenDictionary<string, PlaceLevel> ReadNames()
    {
        Dictionary<string, PlaceLevel> names = new(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.Rows("place_names.tsv"))
        {
            names[row[0].ToLowerInvariant()] = PlaceLevel.City;
        }

        foreach (string[] row in EmbeddedData.Rows("countries.tsv"))
        {
            foreach (string name in row[1].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row[0]))
            {
                names[name.ToLowerInvariant()] = PlaceLevel.Country;
            }

            foreach (string name in row[3].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                names[name.ToLowerInvariant()] = PlaceLevel.City;
            }
        }

        foreach (string[] row in EmbeddedData.Rows("place_levels.tsv").Where(static r => IsOfNames(r[0])))
        {
            foreach (string name in row[1].Split('|'))
            {
                names[name] = row[0] == "country" ? PlaceLevel.Country : PlaceLevel.Region;
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsOfNames(string kind) => kind is "region" or "country";

    private static FrozenDictionary<string, PlaceLevel> ReadWords()
    {
        Dictionary<string, PlaceLevel> words = new(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.Rows("place_levels.tsv").Where(static r => !IsOfNames(r[0])))
        {
            foreach (string word in row[1].Split('|'))
            {
                words[word] = row[0] switch
                {
                    "region-word" => PlaceLevel.Region,
                    "county-word" => PlaceLevel.County,
                    "street-word" => PlaceLevel.Street,
                    "site-word" => PlaceLevel.Site,
                    _ => PlaceLevel.Land,
                };
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>What happens once in a story, by its nouns and verbs (<c>happenings.tsv</c>).</summary>
internal static class Happenings
{
    private static readonly string[][] Rows = [.. EmbeddedData.Rows("happenings.tsv")];
    private static readonly TermMap<(uint[] Terms, int Kind, bool Noun)[]> ByFirst = Load();

    /// <summary>The name of a happening.</summary>
    public static string NameOf(int kind) => Rows[kind][0];

    /// <summary>Whether it happens to a person, not to the story as a whole.</summary>
    public static bool IsOfPerson(int kind) => Rows[kind][1] == "person";

    /// <summary>Adds the happenings whose words start at the token, with their length in tokens and whether a noun tells it. A word may tell several.</summary>
    public static void Match(ReadOnlySpan<Token> tokens, int index, List<(int Kind, int Length, bool Noun)> found)
    {
        foreach ((uint[] terms, int kind, bool noun) in ByFirst.GetValueOrDefault(tokens[index].Term) ?? [])
        {
            int at = 0;
            while (at < terms.Length && index + at < tokens.Length && tokens[index + at].Term == terms[at])
            {
                at++;
            }

            if (at == terms.Length)
            {
                found.Add((kind, terms.Length, noun));
            }
        }
    }

    private static TermMap<(uint[] Terms, int Kind, bool Noun)[]> Load() =>
        Rows.SelectMany(static (row, kind) => Phrases(row[2], kind, true).Concat(Phrases(row[3], kind, false)))
            .GroupBy(static p => p.Terms[0]).ToTermMap(static g => g.Key, static g => g.ToArray());

    private static IEnumerable<(uint[] Terms, int Kind, bool Noun)> Phrases(string column, int kind, bool noun) =>
        column.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => (p.Split(' ').Select(static w => TermHash.Of(w)).ToArray(), kind, noun));
}

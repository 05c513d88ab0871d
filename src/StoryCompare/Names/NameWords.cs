using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>The word lists of the stage, by term hash: one look-up a token tells all that is known of it.</summary>
internal static class NameWords
{
    private const int MostWords = 40_000;

    // Some forty thousand words in far fewer sorts: a word's sort is a number, so that the table stays near the processor.
    private static readonly (NameWord[] Sorts, WordMap<ushort> Words) Table = Load();

    /// <summary>What is known of the word; <see cref="NameWord.None"/> for an unknown one.</summary>
    public static NameWord Of(in Token token) => Table.Sorts[Table.Words.Of(token)];

    /// <summary>What is known of a term.</summary>
    public static NameWord Of(uint term) => Table.Sorts[Table.Words.Of(term)];

    /// <summary>What is known of a word that is already folded.</summary>
    public static NameWord OfFolded(ReadOnlySpan<char> folded) => Of(TermHash.OfFolded(folded));

    private static (NameWord[], WordMap<ushort>) Load()
    {
        List<NameWord> sorts = [NameWord.None];
        TermMap<ushort> words = new(MostWords);
        Dictionary<long, ushort> numbers = new() { [0] = 0 };
        void Add(ReadOnlySpan<char> word, NameWord flags)
        {
            uint term = TermHash.Of(word);
            NameWord sort = sorts[words.GetValueOrDefault(term)] | flags;
            if (!numbers.TryGetValue((long)sort, out ushort number))
            {
                numbers[(long)sort] = number = checked((ushort)sorts.Count);
                sorts.Add(sort);
            }

            words[term] = number;
        }

        foreach (string[] row in EmbeddedData.Rows("name_words.tsv"))
        {
            NameWord flag = Class(row[0]);
            foreach (string word in row[1].Split(' '))
            {
                Add(word, flag);
            }
        }

        using TableReader ordinary = new("ordinary_words.txt");
        while (ordinary.Read())
        {
            Add(ordinary.Row, NameWord.Ordinary);
        }

        using TableReader given = new("given_names.tsv");
        while (given.Read())
        {
            Add(given.Cell(0), given.Cell(1).Length > 0 ? NameWord.WeakGivenName : NameWord.GivenName);
        }

        using TableReader places = new("place_names.tsv");
        while (places.Read())
        {
            ReadOnlySpan<char> place = places.Cell(0);
            if (!place.ContainsAny(' ', '-'))
            {
                Add(place, places.Cell(2).Length > 0 ? NameWord.WeakPlace : NameWord.KnownPlace);
            }
        }

        foreach (string[] row in EmbeddedData.Rows("countries.tsv"))
        {
            foreach (string demonym in row[2].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!demonym.Contains(' ', StringComparison.Ordinal) && !demonym.Contains('-', StringComparison.Ordinal))
                {
                    Add(demonym, NameWord.Demonym);
                }
            }
        }

        return ([.. sorts], new WordMap<ushort>(words));
    }

    private static NameWord Class(string name) => name switch
    {
        "title" => NameWord.Title,
        "rolemod" => NameWord.RoleModifier,
        "org" => NameWord.Organisation,
        "orgof" => NameWord.OrganisationOf,
        "bodyand" => NameWord.BodyAnd,
        "place" => NameWord.Place,
        "placeof" => NameWord.PlaceOf,
        "placecue" => NameWord.PlaceCue,
        "media" => NameWord.Media,
        "legal" => NameWord.LegalForm,
        "generic" => NameWord.Generic,
        "particle" => NameWord.Particle,
        "never" => NameWord.Never,
        "wear" => NameWord.Owner,
        "verb" => NameWord.Verb,
        "suffix" => NameWord.Suffix,
        "facility" => NameWord.Facility,
        "article" => NameWord.Article,
        "army" => NameWord.Army,
        "government" => NameWord.Government,
        "police" => NameWord.Police,
        "navy" => NameWord.Navy,
        "bodylink" => NameWord.BodyLink,
        "placebefore" => NameWord.PlaceBefore,
        "staff" => NameWord.Staff,
        "placefirst" => NameWord.PlaceFirst,
        "trade" => NameWord.Trade,
        "adjective" => NameWord.Adjective,
        _ => throw new InvalidOperationException($"name_words.tsv: unknown class '{name}'."),
    };
}

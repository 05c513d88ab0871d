using System.Collections.Frozen;
using System.Globalization;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>The word tables of the stage: cues, role nouns, and the closed classes that bound a noun phrase.</summary>
internal static class SpeechLexicon
{
    private static readonly WordMap<WordRole> Roles = Load();

    /// <summary>Folded words that hang from a detached apostrophe ("I ’ m") or start with one ("’em").</summary>
    public static readonly FrozenSet<string> Contractions = FrozenSet.Create(StringComparer.Ordinal, "m", "s", "t", "d", "ll", "re", "ve");
    public static readonly FrozenSet<string> Elisions = FrozenSet.Create(StringComparer.Ordinal, "em", "til", "tis", "twas", "twill", "cause", "round", "n", "bout", "cuz", "tween", "neath", "fraid", "nother", "course", "ere", "scuse");

    /// <summary>What the word can be.</summary>
    public static WordRole RoleOf(in Token token) =>
        token.IsWord ? Roles.Of(token) : WordRole.None;

    private static WordMap<WordRole> Load()
    {
        TermMap<WordRole> roles = new();
        foreach (string[] row in EmbeddedData.Rows("speech_cues.tsv"))
        {
            Add(roles, row[0], CueRole(row[1], row[2], row[3]));
        }

        foreach (string[] row in EmbeddedData.Rows("role_nouns.tsv"))
        {
            WordRole role = NounRole(row[1]) | (row[2] == "m" ? WordRole.Male : row[2] == "f" ? WordRole.Female : WordRole.None);
            Add(roles, row[0], role);
            if (row[1] is "person" or "group" or "medium" or "document")
            {
                Add(roles, Plural(row[0]), role);
            }
        }

        foreach (string[] row in EmbeddedData.Rows("phrase_words.tsv"))
        {
            Add(roles, row[0], ClosedRole(row[1]));
        }

        return new WordMap<WordRole>(roles);
    }

    private static void Add(TermMap<WordRole> roles, string word, WordRole role)
    {
        uint term = TermHash.Of(word);
        roles[term] = roles.GetValueOrDefault(term) | role;
    }

    private static string Plural(string noun) =>
        noun.EndsWith("man", StringComparison.Ordinal) ? string.Concat(noun.AsSpan(0, noun.Length - 2), "en")
        : noun.EndsWith('y') && !noun.EndsWith("ey", StringComparison.Ordinal) ? string.Concat(noun.AsSpan(0, noun.Length - 1), "ies")
        : noun.EndsWith('s') || noun.EndsWith("ch", StringComparison.Ordinal) ? noun + "es"
        : noun + "s";

    private static WordRole CueRole(string kind, string strength, string shape)
    {
        WordRole role = kind switch
        {
            "hedged" => WordRole.HedgeCue,
            "cited" => WordRole.CitedCue | WordRole.Cue,
            "shown" => WordRole.ShownCue | WordRole.Cue,
            "written" => WordRole.WrittenCue | WordRole.Cue,
            _ => WordRole.Cue,
        };
        role |= strength == "strong" && kind is not "hedged" ? WordRole.StrongCue : WordRole.None;
        return role | (shape switch { "base" => WordRole.BaseCue, "gerund" => WordRole.GerundCue, _ => WordRole.None });
    }

    private static WordRole NounRole(string name) => name switch
    {
        "person" => WordRole.Person,
        "group" => WordRole.Group,
        "medium" => WordRole.Medium,
        "mediumname" => WordRole.MediumName,
        "document" => WordRole.Document,
        "title" => WordRole.Title,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Unknown noun class '{name}'.")),
    };

    private static WordRole ClosedRole(string name) => name switch
    {
        "determiner" => WordRole.Determiner,
        "preposition" => WordRole.Preposition,
        "subordinator" => WordRole.Subordinator,
        "relative" => WordRole.Relative,
        "conjunction" => WordRole.Conjunction,
        "auxiliary" => WordRole.Auxiliary,
        "be" => WordRole.Be,
        "adverb" => WordRole.Adverb,
        "time" => WordRole.Time,
        "negation" => WordRole.Negation,
        "he" => WordRole.He,
        "she" => WordRole.She,
        "they" => WordRole.They,
        "it" => WordRole.It,
        "first" => WordRole.FirstPerson,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Unknown word class '{name}'.")),
    };
}

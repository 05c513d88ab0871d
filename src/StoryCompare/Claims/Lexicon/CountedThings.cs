using System.Collections.Frozen;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>What figures count: which nouns stand for one thing, which for people, which words tell a role (<c>counted_things.tsv</c>).</summary>
internal static class CountedThings
{
    private static readonly FrozenDictionary<string, string> Things = Named("thing");
    private static readonly FrozenDictionary<string, string> Labels = Named("label");
    private static readonly FrozenSet<string> General = Words("people");
    private static readonly FrozenSet<string> Persons = Words("person").Concat(Labels.Keys).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Counted = Words("counted");
    private static readonly FrozenSet<string> Grows = Words("grows");
    private static readonly FrozenSet<string> Once = Words("once");
    private static readonly FrozenSet<string> Tallies = Words("tally");
    private static readonly FrozenDictionary<string, string> Deeds = Named("deed");
    private static readonly FrozenSet<string> Men = Words("men");
    private static readonly FrozenSet<string> Women = Words("women");
    private static readonly FrozenSet<string> Humans = Words("human");

    /// <summary>Nouns of jobs, lives and patients, which stand for people in a role.</summary>
    public static FrozenSet<string> Jobs { get; } = Words("jobs");

    /// <inheritdoc cref="Jobs"/>
    public static FrozenSet<string> Lives { get; } = Words("lives");

    /// <inheritdoc cref="Jobs"/>
    public static FrozenSet<string> Patients { get; } = Words("patients");

    /// <summary>Phrases that make a figure a sum over a longer time or several events.</summary>
    public static PhraseTable<string> Sums { get; } = PhraseTable.Of(Words("sums").Select(static w => (w, w)));

    /// <summary>Words beside a bare number that say what it is: unit, or unit and role behind a slash.</summary>
    public static PhraseTable<string> Measures { get; } = PhraseTable.Of(Phrases("measure"));

    /// <summary>Words near a number of people that tell their role.</summary>
    public static PhraseTable<string> Roles { get; } = PhraseTable.Of(Phrases("role"));

    /// <summary>Stems that tell nothing of what is measured.</summary>
    public static TermSet Generic { get; } = Words("generic").Select(WordTable.StemOf).ToTermSet();

    /// <summary>Stems that make a figure one that is asked for.</summary>
    public static TermSet Asked { get; } = Words("asked").Select(WordTable.StemOf).ToTermSet();

    /// <summary>Words, followed by "of" and a number, whose children the number counts: "mother of three".</summary>
    public static TermSet Parents { get; } = Words("parent").Select(static w => TermHash.Of(w)).ToTermSet();

    /// <summary>Words, followed by "of" and a number, for a group of so many people: "a crew of 14".</summary>
    public static TermSet Groups { get; } = Words("group").Select(static w => TermHash.Of(w)).ToTermSet();

    /// <summary>Stems of change: "rose", "fell".</summary>
    public static TermSet Change { get; } = Words("change").Select(WordTable.StemOf).ToTermSet();

    /// <summary>Stems of verbs between an event and its duration: "the talks lasted six hours".</summary>
    public static TermSet Lasting { get; } = Words("lasting").Select(WordTable.StemOf).ToTermSet();

    /// <summary>Stems of nouns for an occasion at which people gather.</summary>
    public static TermSet Gatherings { get; } = Words("gathering").Select(WordTable.StemOf).ToTermSet();

    /// <summary>Nouns of people who make a crowd.</summary>
    public static FrozenSet<string> CrowdNouns { get; } = Words("crowd");

    /// <summary>Words of what is counted that say the role themselves: "31 dead".</summary>
    public static FrozenSet<string> Conditions { get; } = Words("condition");

    /// <summary>Words that pick a part out of what is counted, in any case: "the four hardest-hit villages".</summary>
    public static FrozenSet<string> Extremes { get; } = Words("extreme").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words, in any case, for what is counted after a first part: "two others".</summary>
    public static FrozenSet<string> Rests { get; } = Words("rest").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Verbs and the thing that "ten times" counts beside them: shots for "fired ten times"; by stem.</summary>
    public static TermMap<string> Repeated { get; } = Named("times").GroupBy(static w => WordTable.StemOf(w.Key)).ToTermMap(static g => g.Key, static g => g.First().Value);

    /// <summary>Nouns of people who are employed, and words from which a number of jobs is one of those cut.</summary>
    public static FrozenSet<string> Staff { get; } = Words("staff");

    /// <inheritdoc cref="Staff"/>
    public static TermSet JobCuts { get; } = Words("jobcut").Select(static w => TermHash.Of(w)).ToTermSet();

    /// <summary>Words for no one material: "kilograms of the drug".</summary>
    public static TermSet AnyMaterial { get; } = Words("anymaterial").Select(WordTable.StemOf).ToTermSet();

    /// <summary>Words that make a figure the most that is possible.</summary>
    public static TermSet Most { get; } = Words("most").Select(WordTable.StemOf).ToTermSet();

    private static readonly FrozenDictionary<string, string> Kinds = Named("kind");

    private static readonly FrozenDictionary<string, string[]> Matters = EmbeddedData.Rows("counted_things.tsv", "matterkin").GroupBy(static r => r[1]).ToFrozenDictionary(static g => g.Key, static g => g.SelectMany(static r => r[2].Split('|')).ToArray(), StringComparer.Ordinal);

    /// <summary>Whether two kinds of people may be the same people: "pupils", "children".</summary>
    public static bool AreKin(string label, string other) => label == other || (Kinds.TryGetValue(label, out string? mine) && Kinds.TryGetValue(other, out string? theirs) && mine == theirs);

    /// <summary>Whether two matters of an amount may be one: what is paid, and what a deal is worth.</summary>
    public static bool AreKinMatters(string matter, string other) => matter == other || (Matters.TryGetValue(matter, out string[]? kin) && kin.Contains(other)) || (Matters.TryGetValue(other, out string[]? back) && back.Contains(matter));

    /// <summary>The one name of what a counted noun stands for; the noun itself where no other is known.</summary>
    public static string ThingOf(string noun) => Things.GetValueOrDefault(noun, noun);

    /// <summary>Stems of nouns for people.</summary>
    public static TermSet PersonStems { get; } = Persons.Concat(Humans).Concat(Men).Concat(Women).Select(WordTable.StemOf).ToTermSet();

    /// <summary>Whether the noun counts people in general.</summary>
    public static bool IsPeople(string noun) => noun == "people" || General.Contains(noun);

    /// <summary>Whether the noun counts people of one kind.</summary>
    public static bool IsPerson(string noun) => Persons.Contains(noun) || Counted.Contains(noun);

    /// <summary>The one name of a kind of people that outlets call differently.</summary>
    public static string LabelOf(string noun) => Labels.GetValueOrDefault(noun, noun);

    /// <summary>"m" or "f" where the noun counts only men or only women; empty for others.</summary>
    public static string SexOf(string noun) => Men.Contains(noun) ? "m" : Women.Contains(noun) ? "f" : "";

    /// <summary>The role of people of whom a noun counts what befell them: killed for "five deaths"; empty for other nouns.</summary>
    public static string DeedOf(string noun) => Deeds.GetValueOrDefault(noun, "");

    /// <summary>Whether the noun names people at all, also where counts of them are not compared with other counts of people ("four defendants").</summary>
    public static bool NamesPeople(string noun) => IsPeople(noun) || IsPerson(noun) || Humans.Contains(noun) || Men.Contains(noun) || Women.Contains(noun);

    /// <summary>Whether more of the thing become known with time.</summary>
    public static bool GrowsWithTime(string thing) => Grows.Contains(thing);

    /// <summary>Whether the thing is told once of an event: its number needs no further word to tie it.</summary>
    public static bool IsToldOnce(string thing) => Once.Contains(thing);

    /// <summary>Whether sport tells a number of them of everybody who takes part.</summary>
    public static bool IsTally(string thing) => Tallies.Contains(thing);

    private static FrozenDictionary<string, string> Named(string kind)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.Rows("counted_things.tsv", kind))
        {
            foreach (string word in row[2].Split('|'))
            {
                names.TryAdd(word, row[1]);
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Words(string kind) =>
        EmbeddedData.Rows("counted_things.tsv", kind).SelectMany(static r => r[2].Split('|')).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<(string Phrase, string Value)> Phrases(string kind) =>
        EmbeddedData.Rows("counted_things.tsv", kind).SelectMany(static r => r[2].Split('|').Select(p => (p, r[1])));
}

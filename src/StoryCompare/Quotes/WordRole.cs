namespace StoryCompare.Quotes;

/// <summary>What a word can be in a clause of attribution. A word may be several ("report").</summary>
[Flags]
internal enum WordRole : uint
{
    None = 0,
    /// <summary>Introduces speech; with a subject alone when <see cref="StrongCue"/>.</summary>
    Cue = 1,
    StrongCue = 1 << 1,
    /// <summary>"say", "tell": a cue after a plural subject or an auxiliary.</summary>
    BaseCue = 1 << 2,
    /// <summary>"saying": takes its subject from the clause before.</summary>
    GerundCue = 1 << 3,
    /// <summary>"cited", "quoting": names the source as its object.</summary>
    CitedCue = 1 << 4,
    /// <summary>"shows": what a map or a film does.</summary>
    ShownCue = 1 << 5,
    WrittenCue = 1 << 6,
    /// <summary>"reportedly": reported by nobody in particular.</summary>
    HedgeCue = 1 << 7,
    Person = 1 << 8,
    Group = 1 << 9,
    Medium = 1 << 10,
    Document = 1 << 11,
    Title = 1 << 12,
    /// <summary>Name of a medium, when capitalised.</summary>
    MediumName = 1 << 13,
    Determiner = 1 << 14,
    Preposition = 1 << 15,
    Subordinator = 1 << 16,
    Relative = 1 << 17,
    Conjunction = 1 << 18,
    Auxiliary = 1 << 19,
    Be = 1 << 20,
    Adverb = 1 << 21,
    Time = 1 << 22,
    Negation = 1 << 23,
    He = 1 << 24,
    She = 1 << 25,
    They = 1 << 26,
    It = 1 << 27,
    /// <summary>"I", "we".</summary>
    FirstPerson = 1 << 28,
    Male = 1 << 29,
    Female = 1 << 30,

    AnyNoun = Person | Group | Medium | Document,
    Pronoun = He | She | They | It,
}

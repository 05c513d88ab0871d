namespace StoryCompare.Names;

/// <summary>What a word does in names; the classes of <c>name_words.tsv</c> and of the name lists.</summary>
[Flags]
internal enum NameWord : long
{
    None = 0,
    Title = 1 << 0,
    RoleModifier = 1 << 1,
    Organisation = 1 << 2,
    OrganisationOf = 1 << 3,
    BodyAnd = 1 << 4,
    Place = 1 << 5,
    PlaceOf = 1 << 6,
    PlaceCue = 1 << 7,
    Media = 1 << 8,
    LegalForm = 1 << 9,
    Generic = 1 << 10,
    Particle = 1 << 11,
    Never = 1 << 12,
    Owner = 1 << 13,
    Verb = 1 << 14,
    Suffix = 1 << 15,
    Facility = 1 << 16,
    Article = 1 << 17,
    GivenName = 1 << 18,
    /// <summary>A given name that is also an ordinary word.</summary>
    WeakGivenName = 1 << 19,
    Demonym = 1 << 20,
    /// <summary>An ordinary English word: no name where a sentence starts with it.</summary>
    Ordinary = 1 << 21,
    /// <summary>One-word name of a place.</summary>
    KnownPlace = 1 << 22,
    /// <summary>One-word name of a place that is also a given name or a word.</summary>
    WeakPlace = 1 << 23,
    Army = 1 << 24,
    Government = 1 << 25,
    Police = 1 << 26,
    Navy = 1 << 27,
    BodyLink = 1 << 28,
    PlaceBefore = 1 << 29,
    Staff = 1 << 30,
    PlaceFirst = 1L << 31,
    /// <summary>Word of a company's trade: "Excel Industries" is called "Excel".</summary>
    Trade = 1L << 32,
    /// <summary>May lead the name of a body: "Northern Fisheries Council".</summary>
    Adjective = 1L << 33,
}

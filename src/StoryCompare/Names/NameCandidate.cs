namespace StoryCompare.Names;

/// <summary>A stretch of tokens that names something, with votes on what.</summary>
internal readonly record struct NameCandidate
{
    /// <summary>First token, index into the text's tokens.</summary>
    public int First { get; init; }

    /// <summary>One past the last token.</summary>
    public int End { get; init; }

    /// <summary>Index of the sentence.</summary>
    public int Sentence { get; init; }

    /// <summary>What speaks for each kind; see <see cref="KindVotes"/>.</summary>
    public KindVotes Votes { get; init; }

    /// <summary>Term of the title in front ("General"); 0 when there is none.</summary>
    public uint Title { get; init; }

    /// <summary>Index of the candidate that stands in front of the brackets this one fills, or -1.</summary>
    public int BracketOf { get; init; }

    /// <summary>"Chilean troops": a people's body, named by two words.</summary>
    public bool NationalBody { get; init; }
}

/// <summary>Evidence for the kinds of a name. Strong evidence is <see cref="Strong"/> or more.</summary>
/// <param name="Person">For a person.</param>
/// <param name="Place">For a place.</param>
/// <param name="Organisation">For an organisation.</param>
internal readonly record struct KindVotes(short Person, short Place, short Organisation)
{
    /// <summary>A title, a kind's own word, a cue such as "town of".</summary>
    public const short Strong = 10;

    /// <summary>A table of names.</summary>
    public const short Medium = 4;

    /// <summary>A hint of the words around.</summary>
    public const short Weak = 1;

    /// <summary>The kind with most votes; <see cref="NameKind.Other"/> where none leads.</summary>
    public NameKind Kind =>
        Person > Place && Person > Organisation ? NameKind.Person
        : Place > Person && Place > Organisation ? NameKind.Place
        : Organisation > Person && Organisation > Place ? NameKind.Organisation
        : NameKind.Other;

    /// <summary>Whether the leading kind rests on strong evidence that no other kind has.</summary>
    public bool IsCertain => Math.Max(Person, Math.Max(Place, Organisation)) >= Strong
        && (Person >= Strong ? 1 : 0) + (Place >= Strong ? 1 : 0) + (Organisation >= Strong ? 1 : 0) == 1;

    /// <summary>Whether hardly anything speaks for any kind.</summary>
    public bool IsFaint => Math.Max(Person, Math.Max(Place, Organisation)) < 2;

    /// <summary>The one kind that strong evidence names, or <see cref="NameKind.Other"/>.</summary>
    public NameKind StrongKind => IsCertain ? Kind : NameKind.Other;

    public static KindVotes operator +(KindVotes a, KindVotes b) => a.Add(b);

    public KindVotes Add(KindVotes other) => new(Sum(Person, other.Person), Sum(Place, other.Place), Sum(Organisation, other.Organisation));

    private static short Sum(short a, short b) => (short)Math.Min(a + b, 1000);
}

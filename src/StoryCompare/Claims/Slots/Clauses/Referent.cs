namespace StoryCompare.Claims.Slots;

/// <summary>Who or what a noun phrase stands for, as far as words tell.</summary>
internal sealed record Referent
{
    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }
    /// <summary>Stem of the noun; 0 for a pronoun.</summary>
    public uint Head { get; init; }
    /// <summary>Story-wide groups of the names in it.</summary>
    public required HashSet<int> Names { get; init; }
    /// <summary>Values of <c>fill_values.tsv</c> that its noun tells.</summary>
    public required int[] Values { get; init; }
    /// <summary>Node of its noun among the <see cref="Lexicon.NounClasses"/>; -1 for none.</summary>
    public int Node { get; init; } = -1;
    /// <summary>Whether it is a pronoun.</summary>
    public bool IsPronoun { get; init; }
    /// <summary>Whether it is a certain one: "the", "his", a name.</summary>
    public bool IsDefinite { get; init; }
    /// <summary>Whether it is a person or several, a name of one included.</summary>
    public bool IsPerson { get; init; }
    /// <summary>Whether the noun fits anybody or anything ("man", "vehicle").</summary>
    public bool IsVague { get; init; }
    /// <summary>Whether it is one of several, a further one, or that of another day: "the second goal", "a rival yard", "Saturday's stage".</summary>
    public bool IsFurther { get; init; }
    /// <summary>Stems of the content words of the phrase, the noun among them.</summary>
    public required uint[] Stems { get; init; }
}

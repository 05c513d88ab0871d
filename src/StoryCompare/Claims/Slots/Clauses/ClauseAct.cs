namespace StoryCompare.Claims.Slots;

/// <summary>One verb of a sentence with who does it, what it is done to, and what prepositions tie to it; tokens counted in the sentence.</summary>
internal sealed class ClauseAct
{
    /// <summary>Token of the main verb.</summary>
    public required int Verb { get; init; }
    /// <summary>First token of the verb group: the first auxiliary.</summary>
    public required int First { get; init; }
    /// <summary>Token behind the main verb.</summary>
    public required int End { get; init; }
    /// <summary>Whether the subject suffers it.</summary>
    public bool IsPassive { get; init; }
    /// <summary>Whether a negation stands in the verb group.</summary>
    public bool IsNegated { get; init; }
    /// <summary>Whether it is not told as done: an infinitive, "would", "may", "could".</summary>
    public bool IsUnreal { get; init; }
    /// <summary>Whether it is still to come: "will".</summary>
    public bool IsPlanned { get; init; }
    /// <summary>Whether it is a form of "be" with what the subject is behind it.</summary>
    public bool IsCopula { get; init; }
    /// <summary>Whether it hangs on a noun: a relative clause or a participle.</summary>
    public bool IsAttached { get; set; }
    /// <summary>Whether it is a participle without auxiliary.</summary>
    public bool IsBare { get; init; }
    /// <summary>The subject; none where the clause has none.</summary>
    public Phrase Subject { get; set; } = Phrase.None;
    /// <summary>The object, or what the subject is.</summary>
    public Phrase Object { get; set; } = Phrase.None;
    /// <summary>What prepositions tie to it, in order.</summary>
    public List<Phrase> Ties { get; } = [];
}

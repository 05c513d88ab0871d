using StoryCompare.Alignment;

namespace StoryCompare.Claims.Slots;

/// <summary>One predicate of a sentence with what it is said of, as far as word order tells.</summary>
internal sealed record Proposition
{
    public required SentenceRef At { get; init; }
    /// <summary>First token of the predicate, counted in the sentence.</summary>
    public required int First { get; init; }
    /// <summary>Its tokens.</summary>
    public required int Count { get; init; }
    /// <summary>The words of the predicate.</summary>
    public required TextSpan Span { get; init; }
    /// <summary>The clause it stands in: what else is told there ("on Monday") belongs to it.</summary>
    public required TextSpan Clause { get; init; }
    /// <summary>Whether a negation reaches it.</summary>
    public bool Negated { get; init; }
    /// <summary>Whether the text states it: no condition, question, wish, order or plan.</summary>
    public bool Real { get; init; } = true;
    /// <summary>Whether "may", "apparently", "unconfirmed" and the like stand in its clause.</summary>
    public bool Hedged { get; init; }
    /// <summary>Whether it is a verb in the passive.</summary>
    public bool Passive { get; init; }
    /// <summary>The sentence it stands in.</summary>
    public required SentenceSlots Slots { get; init; }
    /// <summary>First token of its clause, and the one behind its last, counted in the sentence.</summary>
    public required (int Start, int End) ClauseTokens { get; init; }
    /// <summary>Content words before it, nearest first; read when asked for, which most predicates are not.</summary>
    public IReadOnlyList<SlotWord> Before => field ??= PropositionReader.Before(Slots, ClauseTokens.Start, First);
    /// <summary>Content words after it, nearest first.</summary>
    public IReadOnlyList<SlotWord> After => field ??= PropositionReader.After(Slots, First + Count, ClauseTokens.End);
    /// <summary>Whether its subject is a pronoun: what it is said of stands in an earlier sentence.</summary>
    public bool SubjectIsPronoun { get; init; }
    /// <summary>Whether no object follows it directly ("was destroyed in", "destroyed by").</summary>
    public bool NoObject { get; init; }
}

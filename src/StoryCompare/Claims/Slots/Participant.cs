namespace StoryCompare.Claims.Slots;

/// <summary>A noun phrase that takes part in what a predicate tells.</summary>
/// <param name="Head">Content words of the phrase itself ("the major hospitals"), nearest to its end first; of a coordination those of all members.</param>
/// <param name="Rest">Content words that prepositions tie to it ("on the island"), nearest first.</param>
/// <param name="Pronoun">Token of the pronoun that stands for it, counted in the sentence; -1 where it is told by a noun.</param>
/// <param name="IsDefinite">Whether it is a certain one: "the", "his", a name.</param>
/// <param name="IsIndefinite">Whether it is one or some of a kind: "a", "several", "30".</param>
internal sealed record Participant(IReadOnlyList<SlotWord> Head, IReadOnlyList<SlotWord> Rest, int Pronoun, bool IsDefinite, bool IsIndefinite)
{
    /// <summary>Nobody and nothing.</summary>
    public static Participant None { get; } = new([], [], -1, false, false);

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => Head.Count == 0 && Pronoun < 0;
}

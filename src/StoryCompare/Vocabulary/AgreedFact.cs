namespace StoryCompare;

/// <summary>A statement that two outlets or more support, shown in one outlet's own sentence.</summary>
/// <param name="Id">Stable for the same input.</param>
/// <param name="Text">The clearest of the supporting sentences.</param>
/// <param name="Outlets">Different outlets among the evidence; 2 or more.</param>
/// <param name="Origins">Independent origins left after copies, and statements of one named source, are merged; at least 1, never above <paramref name="Outlets"/> plus named sources.</param>
/// <param name="OriginNames">The named sources, where the sentences name one; ordinal order.</param>
/// <param name="Evidence">Supporting sentences.</param>
/// <param name="Dissent">Sentences that conflict with it.</param>
public sealed partial record AgreedFact(string Id, string Text, int Outlets, int Origins, IReadOnlyList<string> OriginNames, IReadOnlyList<Provenance> Evidence, IReadOnlyList<Provenance> Dissent)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({Outlets} outlets, {Origins} origins): {Text}";
}

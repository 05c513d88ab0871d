namespace StoryCompare;

/// <summary>Two or more claims about one thing that differ in one slot.</summary>
public sealed partial record Conflict
{
    /// <summary>Stable for the same input.</summary>
    public required string Id { get; init; }
    /// <summary>The slot that differs.</summary>
    public required ConflictKind Kind { get; init; }
    /// <summary>Weight for an editor.</summary>
    public required Severity Severity { get; init; }
    /// <summary>What both sides speak of, in the texts' words.</summary>
    public required string About { get; init; }
    /// <summary>True when one article contradicts itself and no other article takes part.</summary>
    public bool Internal { get; init; }
    /// <summary>What explains the difference, if anything does.</summary>
    public ConflictExplanation ExplainedBy { get; init; }
    /// <summary>One line made from the slots.</summary>
    public required string Explanation { get; init; }
    /// <summary>The sides, two or more.</summary>
    public required IReadOnlyList<Statement> Sides { get; init; }
    /// <summary>Which rule decided, and the slots it compared: one line each, for a reader who asks why. May be empty.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Kind} ({Severity}): {Explanation}";
}

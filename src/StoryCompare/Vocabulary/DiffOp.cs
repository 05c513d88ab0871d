namespace StoryCompare;

/// <summary>One step of a word diff.</summary>
/// <param name="Op"><c>equal</c>, <c>insert</c> or <c>delete</c>.</param>
/// <param name="Text">The words.</param>
public sealed record DiffOp(string Op, string Text);

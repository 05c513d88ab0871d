namespace StoryCompare;

/// <summary>A verdict on two figures, with its reason in words.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">One short English clause: which rule decided.</param>
/// <param name="IsUpdate">Whether time explains a <see cref="FigureVerdict.Conflict"/>: a later, moved-on count.</param>
public sealed record FigureComparison(FigureVerdict Verdict, string Reason, bool IsUpdate = false);

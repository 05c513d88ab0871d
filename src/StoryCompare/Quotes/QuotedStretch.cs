namespace StoryCompare.Quotes;

/// <summary>Text between quotation marks.</summary>
/// <param name="Span">With its marks.</param>
/// <param name="Inner">Without them.</param>
/// <param name="Closed">Whether a closing mark was found; a quotation that runs on in the next paragraph has none.</param>
/// <param name="RunOn">Whether it carries on the stretch before it, which was left open at the end of its paragraph.</param>
internal readonly record struct QuotedStretch(TextSpan Span, TextSpan Inner, bool Closed, bool RunOn);

namespace StoryCompare.Ingest;

/// <summary>What a stretch of HTML source is.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Running text, character references as they stand.</summary>
    Text,
    StartTag,
    EndTag,
    /// <summary>The whole content of an element whose content is no markup: <c>script</c>, <c>style</c>, <c>title</c>.</summary>
    RawText,
    /// <summary>Comment, doctype or the rest of a page that breaks off inside a tag.</summary>
    Nothing,
}

namespace StoryCompare;

/// <summary>One news article as it was given: raw text and what is known about it. Nothing here is changed by the library.</summary>
/// <remarks>
/// All offsets in a report are UTF-16 code units, half-open <c>[start, end)</c>, into <see cref="Text"/>.
/// Only <see cref="Text"/> is required. A separate <see cref="Title"/> is read (for clustering) but never spanned.
/// </remarks>
public sealed record Article
{
    /// <summary>Creates an article from its raw text, which may be empty but not null.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Article(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The raw text: paragraphs separated by line breaks, page furniture allowed, no HTML expected.</summary>
    public string Text { get; }

    /// <summary>Identifies the article in the report; when null or blank, the position in the input (from 1) is used. A repeated id becomes <c>id~2</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Who published it. Null means unknown: the article then counts as an outlet of its own.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline, when it is known apart from the text.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, when that is known; the date part, in the offset given, anchors words such as "on Sunday".</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Where it was published. Only carried along, never fetched.</summary>
    public string? Url { get; init; }
}

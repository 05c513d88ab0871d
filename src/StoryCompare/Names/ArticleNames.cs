using System.Diagnostics.CodeAnalysis;

namespace StoryCompare.Names;

/// <summary>A mention of a name.</summary>
/// <param name="Span">The name as written, without titles and possessive.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Entity">Index into <see cref="ArticleNames.Entities"/>.</param>
internal readonly record struct NameMention(TextSpan Span, int Sentence, int Entity);

/// <summary>A person, place or organisation of one article, its short forms joined.</summary>
internal sealed class ArticleEntity
{
    private readonly string? _source;
    private readonly TextSpan _span;

    /// <summary>An entity whose form is cut out of its text when first asked for: clustering never asks.</summary>
    public ArticleEntity(string source, TextSpan span)
    {
        _source = source;
        _span = span;
    }

    public ArticleEntity()
    {
    }

    /// <summary>The fullest form in this article.</summary>
    public string Form
    {
        get => field ??= _source?.Substring(_span.Start, _span.Length) ?? "";
        init;
    }

    public required NameKind Kind { get; init; }

    /// <summary>Equal for entities that an alias pack or plain folding makes one, in any article: an index key, not a decision.</summary>
    public required uint Key { get; init; }

    /// <summary>Whether the kind rests on strong evidence.</summary>
    public bool KindCertain { get; init; }

    /// <summary>All forms in this article, the fullest first, then in order of appearance.</summary>
    /// <remarks>Null given means the one of <see cref="Form"/>: most entities have no other, and few are asked.</remarks>
    [AllowNull]
    public IReadOnlyList<string> Forms
    {
        get => field ?? [Form];
        init;
    }
}

/// <summary>The names of one article.</summary>
internal sealed class ArticleNames
{
    public static ArticleNames Empty { get; } = new();

    public IReadOnlyList<ArticleEntity> Entities { get; init; } = [];

    /// <summary>In text order; spans never overlap.</summary>
    public IReadOnlyList<NameMention> Mentions { get; init; } = [];
}

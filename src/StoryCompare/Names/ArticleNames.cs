namespace StoryCompare.Names;

/// <summary>A mention of a name.</summary>
/// <param name="Span">The name as written, without titles and possessive.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Entity">Index into <see cref="ArticleNames.Entities"/>.</param>
internal readonly record struct NameMention(TextSpan Span, int Sentence, int Entity);

/// <summary>A person, place or organisation of one article, its short forms joined.</summary>
internal sealed class ArticleEntity
{
    private readonly TextSpan _span;
    private readonly byte _kind;

    // One field, since most entities have no other form than the fullest: the text that this one is cut out of, cut out when first asked for; or the forms.
    private object _forms;

    /// <summary>An entity of one form, which is cut out of its text when first asked for: clustering never asks.</summary>
    public ArticleEntity(string source, TextSpan span)
    {
        _forms = source;
        _span = span;
    }

    /// <summary>An entity of these forms, one at least.</summary>
    public ArticleEntity(string[] forms) => _forms = forms;

    /// <summary>The fullest form in this article.</summary>
    public string Form => Forms[0];

    public required NameKind Kind
    {
        get => (NameKind)_kind;
        init => _kind = (byte)value;
    }

    /// <summary>Equal for entities that an alias pack or plain folding makes one, in any article: an index key, not a decision.</summary>
    public required uint Key { get; init; }

    /// <summary>Whether the kind rests on strong evidence.</summary>
    public bool KindCertain { get; init; }

    /// <summary>All forms in this article, the fullest first, then in order of appearance.</summary>
    public IReadOnlyList<string> Forms
    {
        get
        {
            if (_forms is string source)
            {
                _forms = new[] { source.Substring(_span.Start, _span.Length) };
            }

            return (string[])_forms;
        }
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

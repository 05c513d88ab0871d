namespace StoryCompare.Names;

/// <summary>Keys of the forms of names that are folded together, each made once: the articles of a story name the same people.</summary>
internal sealed class NameKeys
{
    private readonly Dictionary<(string Form, NameKind Kind, bool KindCertain), NameKey> _known = [];

    /// <summary>The key of a form of an entity.</summary>
    public NameKey Of(string form, ArticleEntity entity)
    {
        if (!_known.TryGetValue((form, entity.Kind, entity.KindCertain), out NameKey? key))
        {
            _known[(form, entity.Kind, entity.KindCertain)] = key = NameKeyBuilder.Build(form, entity.Kind, entity.KindCertain);
        }

        return key;
    }
}

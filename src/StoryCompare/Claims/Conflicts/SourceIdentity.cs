using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Names;
using StoryCompare.Quotes;

namespace StoryCompare.Claims.Conflicts;

/// <summary>The named people and organisations of a source and of the medium it speaks through, by story-wide group.</summary>
/// <param name="Words">The source in the text's words.</param>
/// <param name="Names">Groups of the names in source and channel; empty for "officials", "witnesses".</param>
internal sealed record SourceIdentity(string Words, HashSet<int> Names)
{
    /// <summary>The identity of an attribution's source.</summary>
    public static SourceIdentity Of(ArticleSlots article, Attribution attribution)
    {
        HashSet<int> names = [];
        foreach (NameMention n in article.Names(attribution.Sentence))
        {
            NameKind kind = article.Article.Names.Entities[n.Entity].Kind;
            bool inside = attribution.Source.Overlaps(n.Span) || (attribution.Channel is { } channel && channel.Overlaps(n.Span));
            if (inside && kind != NameKind.Place)
            {
                names.Add(article.GroupOf(n));
            }
        }

        if (names.Count == 0)
        {
            AddResolved(article, attribution.SourceName, names);
        }

        return new SourceIdentity(attribution.SourceName, names);
    }

    /// <summary>The identity of a quotation's speaker.</summary>
    public static SourceIdentity? Of(ArticleSlots article, QuoteMention quote)
    {
        if (quote.SpeakerName is not { Length: > 0 } name)
        {
            return null;
        }

        HashSet<int> names = [];
        AddResolved(article, name, names);
        return new SourceIdentity(name, names);
    }

    // "He" resolved to "Paul Browne": the name stands elsewhere in the article.
    private static void AddResolved(ArticleSlots article, string source, HashSet<int> names)
    {
        for (int e = 0; e < article.NameGroups.Length; e++)
        {
            ArticleEntity entity = article.Article.Names.Entities[e];
            if (entity.Kind != NameKind.Place && entity.Form.Length > 2 && (source.Contains(entity.Form, StringComparison.Ordinal) || entity.Form.Contains(source, StringComparison.Ordinal)))
            {
                names.Add(article.NameGroups[e]);
            }
        }
    }
}

/// <summary>Which names stand side by side in a story ("France Telecom spokesman Louis-Michel Aymard"): they speak for each other.</summary>
internal sealed class Affiliations
{
    // Characters between two names that belong together.
    private const int Gap = 40;

    private readonly HashSet<(int Low, int High)> _pairs = [];

    public Affiliations(StoryContext story)
    {
        foreach (ArticleSlots article in story.Articles)
        {
            IReadOnlyList<NameMention> mentions = article.Article.Names.Mentions;
            for (int i = 1; i < mentions.Count; i++)
            {
                for (int j = i - 1; j >= 0 && j >= i - 2 && mentions[j].Sentence == mentions[i].Sentence && mentions[i].Span.Start - mentions[j].Span.End <= Gap; j--)
                {
                    int a = article.GroupOf(mentions[j]);
                    int b = article.GroupOf(mentions[i]);
                    _pairs.Add((Math.Min(a, b), Math.Max(a, b)));
                }
            }
        }
    }

    /// <summary>Whether the sources are known by name, share no name, and none speaks for another.</summary>
    public bool AreDistinct(SourceIdentity a, SourceIdentity b)
    {
        if (a.Names.Count == 0 || b.Names.Count == 0 || a.Names.Overlaps(b.Names))
        {
            return false;
        }

        foreach (int x in a.Names)
        {
            foreach (int y in b.Names)
            {
                if (_pairs.Contains((Math.Min(x, y), Math.Max(x, y))))
                {
                    return false;
                }
            }
        }

        return true;
    }
}

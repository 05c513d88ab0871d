using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Finds the people, places and organisations of an article.</summary>
internal static class NameExtractor
{
    /// <summary>The names of the article's sentences and, where it stands apart, of its title (which gives entities but no mentions).</summary>
    public static ArticleNames Extract(CleanedArticle article) => ArticleNames.Empty;
}

namespace StoryCompare.Claims.Findings;

/// <summary>Names a story by its most central article.</summary>
internal static class StoryTitle
{
    /// <summary>The headline of the article with most aligned sentences, else its first sentence; empty for articles without text.</summary>
    public static string Of(StoryContext story)
    {
        int best = 0;
        int most = -1;
        for (int a = 0; a < story.Articles.Length; a++)
        {
            // A headline counts for more than any number of aligned sentences.
            int aligned = story.GroupOfSentence[a].Count(static g => g >= 0) + (story.Analyzed(a).Cleaned.Title is { Length: > 0 } ? 100_000 : 0);
            if (aligned > most)
            {
                most = aligned;
                best = a;
            }
        }

        Analysis.AnalyzedArticle article = story.Analyzed(best);
        return article.Cleaned.Title is { Length: > 0 } title ? title
            : article.Text.Sentences.Length > 0 ? article.Text.String(article.Text.Sentences[0].Span)
            : "";
    }
}

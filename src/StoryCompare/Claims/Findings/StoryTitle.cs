namespace StoryCompare.Claims.Findings;

/// <summary>Names a story by its most central article.</summary>
internal static class StoryTitle
{
    private const int LeastWords = 3;

    /// <summary>The headline of the article with most aligned sentences, else its first sentence; empty for articles without text.</summary>
    public static string Of(StoryContext story)
    {
        int best = 0;
        int most = -1;
        for (int a = 0; a < story.Articles.Length; a++)
        {
            // A headline counts for more than any number of aligned sentences.
            int aligned = story.GroupOfSentence[a].Count(static g => g >= 0) + (Tells(story.Analyzed(a).Cleaned.Title) ? 100_000 : 0);
            if (aligned > most)
            {
                most = aligned;
                best = a;
            }
        }

        Analysis.AnalyzedArticle article = story.Analyzed(best);
        return article.Cleaned.Title is { Length: > 0 } title && (Tells(title) || article.Text.Sentences.Length == 0) ? title
            : article.Text.Sentences.Length > 0 ? article.Text.String(article.Text.Sentences[0].Span)
            : "";
    }

    // A date, a number or a section's name stands where headlines stand, and tells nothing.
    private static bool Tells(string? title)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in title ?? "")
        {
            bool letter = char.IsLetter(c);
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }

        return words >= LeastWords;
    }
}

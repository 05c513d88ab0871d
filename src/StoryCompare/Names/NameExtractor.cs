using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Finds the people, places and organisations of an article.</summary>
/// <remarks>
/// Capitals decide inside sentences; at the start of a sentence and in headlines a word must be known for a name: from the article's own
/// running text, from the tables, or because no dictionary has it. Misses names written in lower case and most of other alphabets.
/// </remarks>
internal static class NameExtractor
{
    private const int FewForms = 128;

    /// <summary>The names of the article's sentences and, where it stands apart, of its title (which gives entities but no mentions).</summary>
    public static ArticleNames Extract(CleanedArticle article)
    {
        using PooledList<NameCandidate> found = new(64);
        using PooledList<NameCandidate> inTitle = new(16);
        using WordEvidence evidence = WordEvidence.Gather(article.Text);
        NameScanner scanner = new(article.Text, evidence, found);
        for (int s = 0; s < article.Text.Sentences.Length; s++)
        {
            scanner.Scan(s);
        }

        NameScanner titles = new(article.TitleText, evidence, inTitle);
        for (int s = 0; s < article.TitleText.Sentences.Length; s++)
        {
            titles.Scan(s);
        }

        if (found.Count == 0 && inTitle.Count == 0)
        {
            return ArticleNames.Empty;
        }

        using FormTable forms = new(article.Text, article.TitleText);
        forms.Add(found, inTitle: false);
        forms.Add(inTitle, inTitle: true);
        int count = forms.Forms.Count;
        Span<int> entityOf = count <= FewForms ? stackalloc int[FewForms] : new int[count];
        List<ArticleEntity> entities = EntityJoiner.Join(forms, entityOf);
        List<NameMention> mentions = new(found.Count);
        for (int c = 0; c < found.Count; c++)
        {
            int entity = entityOf[forms.FormOf[c]];
            if (entity >= 0)
            {
                mentions.Add(new NameMention(FormTable.SpanOf(article.Text, found[c]), found[c].Sentence, entity));
            }
        }

        TitleMentions.Add(article.Text, found, forms.FormOf.AsSpan(), entityOf, mentions);
        return new ArticleNames { Entities = entities, Mentions = mentions };
    }
}

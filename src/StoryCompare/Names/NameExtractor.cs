using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Finds the people, places and organisations of an article.</summary>
/// <remarks>
/// Capitals decide inside sentences; at the start of a sentence and in headlines a word must be known for a name: from the article's own
/// running text, from the tables, or because no dictionary has it. Misses names written in lower case and most of other alphabets.
/// One object reads one article after the other in the same room; not for two threads at once.
/// </remarks>
internal sealed class NameExtractor : IDisposable
{
    private const int FewForms = 128;

    private readonly PooledList<NameCandidate> _found = new(64);
    private readonly PooledList<NameCandidate> _inTitle = new(16);
    private readonly PooledList<NameMention> _mentions = new(64);
    private readonly FormTable _forms = new();
    private readonly EntityJoiner _joiner = new();
    private readonly TitleMentions _titles = new();

    /// <summary>The names of one article.</summary>
    public static ArticleNames Extract(CleanedArticle article)
    {
        using NameExtractor extractor = new();
        return extractor.Read(article);
    }

    /// <summary>The names of the article's sentences and, where it stands apart, of its title (which gives entities but no mentions).</summary>
    public ArticleNames Read(CleanedArticle article)
    {
        _found.Clear();
        _inTitle.Clear();
        using WordEvidence evidence = WordEvidence.Gather(article.Text);
        NameScanner body = new(article.Text, evidence, _found);
        for (int s = 0; s < article.Text.Sentences.Length; s++)
        {
            body.Scan(s, evidence.StyleOf(s));
        }

        // A title that stands in the text is read twice as well, but without being cut out and made tokens again.
        TokenizedText title = article.TitleIsFirstSentence ? article.Text : article.TitleText;
        NameScanner titles = new(title, evidence, _inTitle);
        for (int s = 0; s < (article.TitleIsFirstSentence ? 1 : title.Sentences.Length); s++)
        {
            titles.Scan(s, HeadlineStyle.Of(title.TokensOf(title.Sentences[s]), NameScanner.EndsWithStop(title, title.Sentences[s])));
        }
        if (_found.Count == 0 && _inTitle.Count == 0)
        {
            return ArticleNames.Empty;
        }

        _forms.Open(article.Text, title);
        _forms.Add(_found, inTitle: false);
        _forms.Add(_inTitle, inTitle: true);
        int count = _forms.Forms.Count;
        Span<int> entityOf = count <= FewForms ? stackalloc int[FewForms] : new int[count];
        ArticleEntity[] entities = _joiner.Join(_forms, entityOf);
        _mentions.Clear();
        for (int c = 0; c < _found.Count; c++)
        {
            int entity = entityOf[_forms.FormOf[c]];
            if (entity >= 0)
            {
                _mentions.Add(new NameMention(FormTable.SpanOf(article.Text, _found[c]), _found[c].Sentence, entity));
            }
        }

        _titles.Add(article.Text, _found, _forms.FormOf.AsSpan(), entityOf, _mentions);
        _forms.Close();
        return new ArticleNames { Entities = entities, Mentions = _mentions.ToArray() };
    }

    public void Dispose()
    {
        _found.Dispose();
        _inTitle.Dispose();
        _mentions.Dispose();
        _forms.Dispose();
        _joiner.Dispose();
    }
}

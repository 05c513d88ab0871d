using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>The Text stage: raw text in, sentences and tokens of the article's own statements out, with everything dropped named.</summary>
/// <remarks>
/// Markup is cut out, the text is cut into lines, each line is judged by itself and then by its place on the page, what is kept is split into sentences.
/// Every character of the raw text that is no white space belongs to exactly one sentence or dropped stretch. Linear in the length of the text.
/// One object reads one article after the other in the same room; not for two threads at once.
/// </remarks>
internal sealed class TextAnalyzer : IDisposable
{
    private readonly PooledList<Token> _tokens = new(1024);
    private readonly PooledList<Token> _titleTokens = new(64);
    private readonly PooledList<Line> _lines = new(64);
    private readonly SentenceRoom _sentences = new();

    /// <summary>Cleans, splits and tokenises one article.</summary>
    public static CleanedArticle Analyze(Article article)
    {
        using TextAnalyzer analyzer = new();
        return analyzer.Read(article);
    }

    /// <summary>Cleans, splits and tokenises an article.</summary>
    public CleanedArticle Read(Article article)
    {
        string raw = article.Text;
        _tokens.Clear((raw.Length / 5) + 16);
        MarkupHole[] holes = MarkupScanner.Find(raw);
        LineReader.Read(raw, holes, _tokens, _lines);
        TokenizedText givenTitle = article.Title is null ? TokenizedText.Empty : Sentence(article.Title, _titleTokens);
        PageLayout layout = PageLayout.Judge(raw, _lines, _tokens, givenTitle);
        ArticleAssembler parts = ArticleAssembler.Assemble(raw, _lines, _tokens, layout, _sentences);
        CleanedArticle cleaned = ArticleTraits.Describe(article, parts, _lines, layout, givenTitle, holes);
        _lines.Clear();
        return cleaned;
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _titleTokens.Dispose();
        _lines.Dispose();
        _sentences.Dispose();
    }

    /// <summary>One string as one sentence: a title, or a row of an evaluation set.</summary>
    public static TokenizedText Sentence(string text)
    {
        using PooledList<Token> tokens = new((text.Length / 4) + 16);
        return Sentence(text, tokens);
    }

    private static TokenizedText Sentence(string text, PooledList<Token> tokens)
    {
        tokens.Clear();
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        return new TokenizedText(text, tokens.ToArray(), tokens.Count == 0 ? [] : [new Sentence(new TextSpan(0, text.Length), 0, tokens.Count, 0, SentenceKind.Body)]);
    }

    /// <summary>A few sentences of plain prose, split but not cleaned: a row of an evaluation set.</summary>
    public static TokenizedText Prose(string text)
    {
        using PooledList<Token> tokens = new((text.Length / 4) + 16);
        List<Sentence> sentences = [];
        List<TextSpan> spans = [];
        TextSpan whole = new(0, text.Length);
        Tokenizer.Tokenize(text, whole, tokens);
        SentenceSplitter.Split(text, whole, tokens.AsSpan(), spans);
        int token = 0;
        foreach (TextSpan span in spans)
        {
            int first = token;
            while (token < tokens.Count && tokens[token].Start < span.End)
            {
                token++;
            }

            if (token > first)
            {
                sentences.Add(new Sentence(span, first, token - first, 0, SentenceKind.Body));
            }
        }

        return new TokenizedText(text, [.. tokens.AsSpan()], [.. sentences]);
    }
}

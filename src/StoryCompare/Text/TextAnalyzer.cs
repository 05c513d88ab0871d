using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>The Text stage: raw text in, sentences and tokens of the article's own statements out, with everything dropped named.</summary>
/// <remarks>
/// Markup is cut out, the text is cut into lines, each line is judged by itself and then by its place on the page, what is kept is split into sentences.
/// Every character of the raw text that is no white space belongs to exactly one sentence or dropped stretch. Linear in the length of the text.
/// </remarks>
internal static class TextAnalyzer
{
    /// <summary>Cleans, splits and tokenises an article.</summary>
    public static CleanedArticle Analyze(Article article)
    {
        string raw = article.Text;
        using PooledList<Token> tokens = new((raw.Length / 5) + 16);
        List<MarkupHole> holes = MarkupScanner.Find(raw);
        using PooledList<Line> lines = LineReader.Read(raw, holes, tokens);
        TokenizedText givenTitle = article.Title is null ? TokenizedText.Empty : Sentence(article.Title);
        PageLayout layout = PageLayout.Judge(raw, lines, tokens, givenTitle);
        ArticleAssembler parts = ArticleAssembler.Assemble(raw, lines, tokens, layout);
        return ArticleTraits.Describe(article, parts, lines, layout, givenTitle, holes);
    }

    /// <summary>One string as one sentence: a title, or a row of an evaluation set.</summary>
    public static TokenizedText Sentence(string text)
    {
        using PooledList<Token> tokens = new((text.Length / 4) + 16);
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        return new TokenizedText(text, [.. tokens.AsSpan()], tokens.Count == 0 ? [] : [new Sentence(new TextSpan(0, text.Length), 0, tokens.Count, 0, SentenceKind.Body)]);
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

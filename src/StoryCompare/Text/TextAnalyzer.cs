namespace StoryCompare.Text;

/// <summary>The Text stage: raw text in, sentences and tokens of the article's own statements out, with everything dropped named.</summary>
internal static class TextAnalyzer
{
    /// <summary>Cleans, splits and tokenises an article.</summary>
    public static CleanedArticle Analyze(Article article)
    {
        string raw = article.Text;
        List<Token> tokens = [];
        List<Sentence> sentences = [];
        List<TextSpan> spans = [];
        int paragraph = 0;
        int lineStart = 0;
        while (lineStart < raw.Length)
        {
            int lineEnd = raw.IndexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? raw.Length : lineEnd;
            spans.Clear();
            SentenceSplitter.Split(raw, new TextSpan(lineStart, lineEnd), spans);
            foreach (TextSpan span in spans)
            {
                int first = tokens.Count;
                Tokenizer.Tokenize(raw, span, tokens);
                if (tokens.Count > first)
                {
                    sentences.Add(new Sentence(span, first, tokens.Count - first, paragraph, SentenceKind.Body));
                }
            }

            paragraph += spans.Count > 0 ? 1 : 0;
            lineStart = lineEnd + 1;
        }

        return new CleanedArticle
        {
            Text = new TokenizedText(raw, [.. tokens], [.. sentences]),
            Title = article.Title,
            TitleText = article.Title is null ? TokenizedText.Empty : Sentence(article.Title),
        };
    }

    /// <summary>One string as one sentence: a title, or a row of an evaluation set.</summary>
    public static TokenizedText Sentence(string text)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        return new TokenizedText(text, [.. tokens], tokens.Count == 0 ? [] : [new Sentence(new TextSpan(0, text.Length), 0, tokens.Count, 0, SentenceKind.Body)]);
    }

    /// <summary>A few sentences of plain prose, split but not cleaned: a row of an evaluation set.</summary>
    public static TokenizedText Prose(string text)
    {
        List<Token> tokens = [];
        List<Sentence> sentences = [];
        List<TextSpan> spans = [];
        SentenceSplitter.Split(text, new TextSpan(0, text.Length), spans);
        foreach (TextSpan span in spans)
        {
            int first = tokens.Count;
            Tokenizer.Tokenize(text, span, tokens);
            if (tokens.Count > first)
            {
                sentences.Add(new Sentence(span, first, tokens.Count - first, 0, SentenceKind.Body));
            }
        }

        return new TokenizedText(text, [.. tokens], [.. sentences]);
    }
}

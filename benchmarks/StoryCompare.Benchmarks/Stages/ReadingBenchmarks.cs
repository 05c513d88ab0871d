using BenchmarkDotNet.Attributes;
using StoryCompare.Analysis;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>What is done once an article, on one core: stage by stage and together, beside a plain loop over the same characters.</summary>
public class ReadingBenchmarks : IWorkload, IDisposable
{
    private readonly List<TextSpan> _spans = [];
    private readonly List<ExtractedFigure> _figures = [];
    private readonly List<TimeMention> _times = [];

    // One object of each stage reads all articles, as in a batch each thread has one.
    private readonly TextAnalyzer _text = new();
    private readonly NameExtractor _names = new();
    private readonly QuoteExtractor _quotations = new();
    private readonly ArticleAnalyzer _analyzer = new();
    private GeneratedArticle[] _articles = [];
    private CleanedArticle[] _cleaned = [];
    private Token[][] _tokenized = [];
    private PublicationDate[] _dates = [];
    private int _sentences;
    private int _quotes;
    private int _digits;

    [GlobalSetup]
    public void Setup()
    {
        _articles = NewsSample.Articles;
        _cleaned = NewsSample.Cleaned;
        _tokenized = [.. _articles.Select(static g => Tokens(g.Article.Text))];
        _dates = [.. _articles.Select((g, i) => ArticleDater.Date(g.Article, _cleaned[i]))];
        _sentences = NewsSample.Sentences;
        _quotes = NewsSample.Count('“');
        _digits = _articles.Sum(static g => g.Article.Text.Count(char.IsAsciiDigit));
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _text.Dispose();
        _names.Dispose();
        _analyzer.Dispose();
        GC.SuppressFinalize(this);
    }

    Work IWorkload.WorkOf(string benchmark) => new(NewsSample.Bytes, Work.TextBytes);

    [Benchmark(Baseline = true, Description = "loop of char.IsLetterOrDigit")]
    public int Letters()
    {
        int letters = 0;
        foreach (GeneratedArticle g in _articles)
        {
            foreach (char c in g.Article.Text)
            {
                letters += char.IsLetterOrDigit(c) ? 1 : 0;
            }
        }

        return NewsSample.Check(letters, _sentences * 20, int.MaxValue);
    }

    [Benchmark(Description = "clean")]
    public int Clean()
    {
        int lines = 0;
        using PooledList<Token> pooled = new(4096);
        using PooledList<Line> read = new(64);
        foreach (GeneratedArticle g in _articles)
        {
            pooled.Clear();
            string raw = g.Article.Text;
            LineReader.Read(raw, MarkupScanner.Find(raw), pooled, read);
            PageLayout.Judge(raw, read, pooled, TokenizedText.Empty);
            lines += read.Count;
        }

        return NewsSample.Check(lines, _sentences / 3, _sentences * 3);
    }

    [Benchmark(Description = "split, tokens given")]
    public int Split()
    {
        int sentences = 0;
        for (int a = 0; a < _articles.Length; a++)
        {
            _spans.Clear();
            string raw = _articles[a].Article.Text;
            SentenceSplitter.Split(raw, new TextSpan(0, raw.Length), _tokenized[a], _spans);
            sentences += _spans.Count;
        }

        return NewsSample.Check(sentences, _sentences * 0.9, _sentences * 1.5);
    }

    [Benchmark(Description = "tokenise")]
    public int Tokenize()
    {
        int tokens = 0;
        using PooledList<Token> pooled = new(4096);
        foreach (GeneratedArticle g in _articles)
        {
            pooled.Clear();
            Tokenizer.Tokenize(g.Article.Text, new TextSpan(0, g.Article.Text.Length), pooled);
            tokens += pooled.Count;
        }

        return NewsSample.Check(tokens, _sentences * 8, _sentences * 40);
    }

    [Benchmark(Description = "clean, split and tokenise")]
    public int Text()
    {
        int sentences = 0;
        foreach (GeneratedArticle g in _articles)
        {
            sentences += _text.Read(g.Article).Text.Sentences.Length;
        }

        return NewsSample.Check(sentences, _sentences, _sentences * 1.5);
    }

    [Benchmark(Description = "figures")]
    public int Figures()
    {
        _figures.Clear();
        foreach (CleanedArticle article in _cleaned)
        {
            FigureExtractor.Extract(article.Text, _figures);
        }

        return NewsSample.Check(_figures.Count, _digits / 12.0, _digits);
    }

    [Benchmark(Description = "times")]
    public int Times()
    {
        _times.Clear();
        for (int a = 0; a < _cleaned.Length; a++)
        {
            TimeExtractor.Extract(_cleaned[a].Text, _dates[a], _times, _cleaned[a].Language);
        }

        return NewsSample.Check(_times.Count, _articles.Length / 3.0, _sentences);
    }

    [Benchmark(Description = "names")]
    public int Names()
    {
        int mentions = 0;
        foreach (CleanedArticle article in _cleaned)
        {
            mentions += _names.Read(article).Mentions.Count;
        }

        return NewsSample.Check(mentions, _sentences / 3.0, _sentences * 5);
    }

    [Benchmark(Description = "quotes")]
    public int Quotes()
    {
        int quotes = 0;
        foreach (CleanedArticle article in _cleaned)
        {
            quotes += _quotations.Read(article.Text).Quotes.Count;
        }

        return NewsSample.Check(quotes, _quotes * 0.9, _quotes * 1.1);
    }

    [Benchmark(Description = "everything for clustering")]
    public int ForClustering() => _articles.Sum(g => _analyzer.ReadForClustering(g.Article, g.Article.Id!).Text.Sentences.Length);

    [Benchmark(Description = "everything")]
    public int Everything()
    {
        int figures = 0;
        foreach (GeneratedArticle g in _articles)
        {
            figures += _analyzer.Read(g.Article, g.Article.Id!).Figures.Count;
        }

        return NewsSample.Check(figures, _digits / 12.0, _digits);
    }

    private static Token[] Tokens(string text)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        return [.. tokens];
    }
}

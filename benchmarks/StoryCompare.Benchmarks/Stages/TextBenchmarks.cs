using BenchmarkDotNet.Attributes;
using StoryCompare.Text;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>The Text stage on the five seed articles, 17,000 characters: cleaning, splitting and tokenising together and apart.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private readonly List<Article> _articles = [];
    private readonly List<Token> _tokens = [];

    [GlobalSetup]
    public void ReadSeeds()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !Directory.Exists(Path.Combine(root.FullName, "seeds")))
        {
            root = root.Parent;
        }

        string folder = Path.Combine(root?.FullName ?? throw new DirectoryNotFoundException("The folder 'seeds' was not found."), "seeds");
        foreach (string file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            _articles.Add(new Article(File.ReadAllText(file)));
        }

        if (_articles.Count == 0 || Analyze() == 0)
        {
            throw new InvalidOperationException("No seed was read.");
        }
    }

    /// <summary>Characters in one operation, to turn the time into characters a second.</summary>
    public int Characters => _articles.Sum(static a => a.Text.Length);

    [Benchmark(Baseline = true, Description = "clean, split and tokenise")]
    public int Analyze()
    {
        int sentences = 0;
        foreach (Article article in _articles)
        {
            sentences += TextAnalyzer.Analyze(article).Text.Sentences.Length;
        }

        return sentences;
    }

    [Benchmark(Description = "tokenise only")]
    public int Tokenize()
    {
        int tokens = 0;
        foreach (Article article in _articles)
        {
            _tokens.Clear();
            Tokenizer.Tokenize(article.Text, new TextSpan(0, article.Text.Length), _tokens);
            tokens += _tokens.Count;
        }

        return tokens;
    }

    [Benchmark(Description = "split and tokenise, no cleaning")]
    public int Prose()
    {
        int sentences = 0;
        foreach (Article article in _articles)
        {
            sentences += TextAnalyzer.Prose(article.Text).Sentences.Length;
        }

        return sentences;
    }
}

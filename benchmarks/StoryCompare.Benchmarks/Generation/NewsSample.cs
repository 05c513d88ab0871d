using System.Text;
using StoryCompare.Text;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>The articles that the reading stages are timed on: a hundred generated ones of 300 words.</summary>
internal static class NewsSample
{
    private static readonly Lazy<GeneratedArticle[]> Made = new(static () => [.. CorpusGenerator.Corpus(Sizes.Of(100, 10))]);
    private static readonly Lazy<CleanedArticle[]> Read = new(static () => [.. Made.Value.Select(static g => TextAnalyzer.Analyze(g.Article))]);

    public static GeneratedArticle[] Articles => Made.Value;

    public static CleanedArticle[] Cleaned => Read.Value;

    /// <summary>Length of all texts in UTF-8.</summary>
    public static long Bytes => Articles.Sum(static g => (long)Encoding.UTF8.GetByteCount(g.Article.Text));

    /// <summary>Sentences the generator wrote.</summary>
    public static int Sentences => Articles.Sum(static g => g.Sentences.Count);

    /// <summary>How often the texts hold a character.</summary>
    public static int Count(char c) => Articles.Sum(g => g.Article.Text.AsSpan().Count(c));

    /// <summary>Throws when an answer is not between the bounds: a fast wrong answer is no result.</summary>
    public static int Check(int answer, double least, double most) =>
        answer >= least && answer <= most ? answer : throw new InvalidOperationException($"The answer {answer} is not between {least} and {most}.");
}

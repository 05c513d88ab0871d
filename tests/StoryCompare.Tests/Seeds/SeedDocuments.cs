namespace StoryCompare.Tests.Seeds;

/// <summary>The five seed documents, their report with library defaults, and places in them named by their first words.</summary>
internal static class SeedDocuments
{
    public static IReadOnlyList<Article> Articles { get; } = [.. Directory.GetFiles(TestFiles.InRepository("seeds"), "*.txt")
        .Order(StringComparer.Ordinal)
        .Select(static f => new Article(File.ReadAllText(f)) { Id = Path.GetFileName(f)[..3] })];

    public static StoryReport Report { get; } = StoryComparer.Default.Compare(Articles);

    public static Story Story(string article) => Report.Stories.Single(s => s.Articles.Contains(article));

    public static string Raw(string article) => Articles.Single(a => a.Id == article).Text;

    /// <summary>The stretch from the first words to the next full stop or line end; the words stand once in the article's running text.</summary>
    public static (string Article, TextSpan Span) At(string article, string words)
    {
        string raw = Raw(article);
        int start = raw.IndexOf(words, StringComparison.Ordinal);
        Assert.That(start, Is.GreaterThanOrEqualTo(0), $"'{words}' stands in {article}");
        return (article, new TextSpan(start, start + words.Length));
    }

    /// <summary>Whether some piece of evidence touches the place.</summary>
    public static bool Touches(IEnumerable<Provenance> evidence, (string Article, TextSpan Span) place) =>
        evidence.Any(e => e.Article == place.Article && e.Span.Overlaps(place.Span));
}

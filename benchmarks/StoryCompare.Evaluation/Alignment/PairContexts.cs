using System.Globalization;
using System.Text.Json;
using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Clustering;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Puts the two sentences of a row back into their articles and measures them as the aligner does; the articles are clustered first, as the library does.</summary>
internal sealed class PairContexts
{
    private static readonly ParallelOptions Alone = new() { MaxDegreeOfParallelism = 1 };

    private readonly Dictionary<string, AnalyzedArticle> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _storyOf = new(StringComparer.Ordinal);

    /// <param name="path">Articles by id.</param>
    public PairContexts(string path)
    {
        List<AnalyzedArticle> articles = [.. TaskArguments.Rows(path).Select(Analyze)];
        foreach (AnalyzedArticle article in articles)
        {
            _articles[article.Id] = article;
        }

        IReadOnlyList<EventCluster> stories = EventClusterer.Cluster(articles, new ClusteringOptions(), CancellationToken.None).Stories;
        for (int s = 0; s < stories.Count; s++)
        {
            foreach (int member in stories[s].Members)
            {
                _storyOf[articles[member].Id] = s;
            }
        }
    }

    /// <summary>Fills the features of the pair.</summary>
    /// <param name="a">First sentence.</param>
    /// <param name="b">Second sentence.</param>
    /// <param name="id">The row's id: <c>article:3|article:5</c>.</param>
    /// <param name="features">The vector.</param>
    /// <returns>False when an article is not in the file.</returns>
    public bool Measure(string a, string b, string id, Span<float> features)
    {
        string[] ids = [.. id.Split('|').Select(static part => part[..Math.Max(0, part.LastIndexOf(':'))])];
        if (ids.Length != 2 || !_articles.ContainsKey(ids[0]) || !_articles.ContainsKey(ids[1]))
        {
            return false;
        }

        ArticleContext[] articles = ArticleContext.OfStory([Sentences(ids[0], a, out int i), Sentences(ids[1], b, out int j)], Alone);
        SentenceInContext.Measure(articles[0], i, articles[1], j, features);
        features[(int)PairFeature.SameStory] = _storyOf[ids[0]] == _storyOf[ids[1]] ? 1 : 0;
        return true;
    }

    private static AnalyzedArticle Analyze(JsonElement row)
    {
        Article article = new(row.GetProperty("text").GetString()!)
        {
            Title = row.TryGetProperty("title", out JsonElement title) ? title.GetString() : null,
            Outlet = row.TryGetProperty("source", out JsonElement source) ? source.GetString() : null,
            Published = row.TryGetProperty("published", out JsonElement day) && day.GetString() is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
        };
        return ArticleAnalyzer.AnalyzeForClustering(article, row.GetProperty("id").GetString()!);
    }

    // The sentence is found by its letters (title and date lines may be missing from the article); one that is not there is added at the end.
    private SentenceSource[] Sentences(string id, string sentence, out int number)
    {
        TokenizedText text = _articles[id].Text;
        List<SentenceSource> sources = [.. text.Sentences.Select(s => new SentenceSource(text, s.FirstToken, s.TokenCount))];
        string letters = Letters(sentence);
        number = sources.FindIndex(s => Letters(text.Source[text.Tokens[s.FirstToken].Start..text.Tokens[s.FirstToken + s.TokenCount - 1].End]).Contains(letters, StringComparison.Ordinal));
        if (number < 0)
        {
            number = sources.Count;
            sources.Add(default);
        }

        sources[number] = SentenceSource.Of(TextAnalyzer.Sentence(sentence));
        return [.. sources];
    }

    private static string Letters(string s) => string.Concat(s.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

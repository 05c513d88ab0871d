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

    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);
    private readonly List<AnalyzedArticle> _articles;
    private readonly int[] _storyOf;
    private readonly HashSet<uint>[] _stems;
    private readonly StoryCore[] _cores;
    private readonly ArticleNeighbours _neighbours;

    /// <param name="path">Articles by id.</param>
    public PairContexts(string path)
    {
        _articles = [.. TaskArguments.Rows(path).Select(Analyze)];
        for (int i = 0; i < _articles.Count; i++)
        {
            _numberOf[_articles[i].Id] = i;
        }

        IReadOnlyList<EventCluster> stories = EventClusterer.Cluster(_articles, new ClusteringOptions(), CancellationToken.None).Stories;
        _storyOf = new int[_articles.Count];
        for (int s = 0; s < stories.Count; s++)
        {
            foreach (int member in stories[s].Members)
            {
                _storyOf[member] = s;
            }
        }

        ArticleContext[] alone = [.. _articles.Select(static a => ArticleContext.OfStory([Sentences(a.Text)], Alone)[0])];
        _stems = Array.ConvertAll(alone, static a => a.Sentences.SelectMany(static s => s.Words).Select(static w => w.Stem).ToHashSet());
        _cores = [.. stories.Select(static _ => new StoryCore())];
        for (int i = 0; i < alone.Length; i++)
        {
            _cores[_storyOf[i]].Add(_stems[i]);
        }

        _neighbours = new ArticleNeighbours(alone, _storyOf);
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
        if (ids.Length != 2 || !_numberOf.TryGetValue(ids[0], out int first) || !_numberOf.TryGetValue(ids[1], out int second))
        {
            return false;
        }

        ArticleContext[] articles = ArticleContext.OfStory([Sentences(first, a, out int i), Sentences(second, b, out int j)], Alone);
        SentenceInContext.Measure(articles[0], i, articles[1], j, features);
        features[(int)PairFeature.SameStory] = _storyOf[first] == _storyOf[second] ? 1 : 0;
        _neighbours.Measure(first, second, features);
        MeasureCores(articles[0].Sentences[i], first, articles[1].Sentences[j], second, features);
        return true;
    }

    private void MeasureCores(SentenceProfile a, int first, SentenceProfile b, int second, Span<float> features)
    {
        (float Most, float Share, float Sum) x = _cores[_storyOf[first]].Of(a, _stems[first]);
        (float Most, float Share, float Sum) y = _cores[_storyOf[second]].Of(b, _stems[second]);
        features[(int)PairFeature.CoreMin] = Math.Min(x.Most, y.Most);
        features[(int)PairFeature.CoreMax] = Math.Max(x.Most, y.Most);
        features[(int)PairFeature.CoreShareMin] = Math.Min(x.Share, y.Share);
        features[(int)PairFeature.CoreShareMax] = Math.Max(x.Share, y.Share);
        features[(int)PairFeature.CoreSumMin] = Math.Min(x.Sum, y.Sum);
        features[(int)PairFeature.CoreSumMax] = Math.Max(x.Sum, y.Sum);
        features[(int)PairFeature.WordsMin] = MathF.Log(1 + Math.Min(a.Words.Length, b.Words.Length)) / 4;
        features[(int)PairFeature.WordsMax] = MathF.Log(1 + Math.Max(a.Words.Length, b.Words.Length)) / 4;
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
    private SentenceSource[] Sentences(int article, string sentence, out int number)
    {
        TokenizedText text = _articles[article].Text;
        List<SentenceSource> sources = [.. Sentences(text)];
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

    private static SentenceSource[] Sentences(TokenizedText text) => [.. text.Sentences.Select(s => new SentenceSource(text, s.FirstToken, s.TokenCount))];

    private static string Letters(string s) => string.Concat(s.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

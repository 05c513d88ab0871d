using System.Globalization;
using System.Text.Json;
using StoryCompare.Analysis;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>A clustering set: articles with the event each tells of.</summary>
internal sealed record LabelledArticles(string Name, IReadOnlyList<Article> Articles, string[] Ids, string[] Events)
{
    /// <summary>How the set is altered, to measure robustness.</summary>
    [Flags]
    public enum Variant
    {
        None = 0,
        NoDates = 1,
        Excerpts = 2,
        NoTitles = 4,
        /// <summary>Every other article, by its id, has no date.</summary>
        HalfDates = 8,
    }

    public static LabelledArticles Load(string path, Variant variant = Variant.None)
    {
        List<Article> articles = [];
        List<string> ids = [];
        List<string> events = [];
        foreach (JsonElement row in TaskArguments.Rows(path))
        {
            string text = Text(row, "text") ?? "";
            if (variant.HasFlag(Variant.Excerpts) && text.Length > 300)
            {
                text = text[..300];
            }

            string id = Text(row, "id") ?? articles.Count.ToString(CultureInfo.InvariantCulture);
            ids.Add(id);
            events.Add(Text(row, "event") ?? id);
            articles.Add(new Article(text)
            {
                Id = id,
                Outlet = Text(row, "source") ?? Text(row, "outlet"),
                Title = variant.HasFlag(Variant.NoTitles) ? null : Text(row, "title"),
                Published = !variant.HasFlag(Variant.NoDates) && !(variant.HasFlag(Variant.HalfDates) && (TermHash.Of(id) & 8) == 0) && DateTimeOffset.TryParse(Text(row, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null,
            });
        }

        return new LabelledArticles(Path.GetFileNameWithoutExtension(path), articles, [.. ids], [.. events]);
    }

    /// <summary>The articles analysed as the façade does before clustering, in row order; a repeated id is made distinct.</summary>
    public AnalyzedArticle[] Analyze()
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        string[] distinct = [.. Ids.Select((id, i) => used.Add(id) ? id : string.Create(CultureInfo.InvariantCulture, $"{id}~{i}"))];
        AnalyzedArticle[] analyzed = new AnalyzedArticle[Articles.Count];
        Parallel.For(0, analyzed.Length, i => analyzed[i] = ArticleAnalyzer.AnalyzeForClustering(Articles[i], distinct[i]));
        return analyzed;
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

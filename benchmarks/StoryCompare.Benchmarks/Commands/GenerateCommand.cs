using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using StoryCompare.Benchmarks.Generation;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>Writes generated articles as JSON Lines in the schema of the evaluation's <c>clustering</c> task, for other programs to cluster.</summary>
internal static class GenerateCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(Arguments line) => Write(line.Need("out"), line.Number("articles", 10_000), line.Number("seed", 1));

    public static void Write(string path, int articles, int seed)
    {
        using StreamWriter writer = new(path);
        foreach (GeneratedArticle generated in CorpusGenerator.Corpus(articles, (ulong)seed))
        {
            Article article = generated.Article;
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                id = article.Id,
                source = article.Outlet,
                text = article.Text,
                published = article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                @event = generated.Event.ToString(CultureInfo.InvariantCulture),
            }, Json));
        }
    }
}

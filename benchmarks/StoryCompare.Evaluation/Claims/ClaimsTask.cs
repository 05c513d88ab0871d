using System.Text.Json;
using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims;
using StoryCompare.Names;
using StoryCompare.Syndication;

namespace StoryCompare.Evaluation.Claims;

/// <summary>Compares the articles of given stories, so that the claims stage is measured apart from clustering. Writes a report.</summary>
internal sealed class ClaimsTask : EvaluationTask
{
    public override string Name => "claims";

    public override string Summary => "a report over given clusters: --data ARTICLES.jsonl|FOLDER --gold GOLD.json --predictions REPORT.json";

    public override void Run(TaskArguments arguments)
    {
        string data = arguments.Get("data") ?? throw new ArgumentException("Give the articles: --data FILE|FOLDER.");
        string goldFile = arguments.Get("gold") ?? throw new ArgumentException("Give the gold: --gold FILE.");
        Dictionary<string, Article> articles = Read(data);
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(goldFile));
        List<Story> stories = [];
        List<ReportedArticle> reported = [];
        foreach (JsonElement cluster in gold.RootElement.GetProperty("clusters").GetProperty("event").EnumerateArray())
        {
            string[] ids = [.. cluster.EnumerateArray().Select(i => i.GetString()!).Order(StringComparer.Ordinal)];
            AnalyzedArticle[] members = [.. ids.Select(i => ArticleAnalyzer.Analyze(articles[i], i))];
            int[][] names = NameFolding.Fold([.. members.Select(m => m.Names)], new NameOptions());
            StoryCompareOptions options = new();
            Dependence dependence = SyndicationFinder.Find(members, options, CancellationToken.None);
            IReadOnlyList<AlignmentGroup> alignments = SentenceAligner.Align(members, names, options, CancellationToken.None);
            StoryFindings findings = ClaimComparer.Compare(new StoryInput($"s{stories.Count + 1}", DateTransfer.Apply(members), names, dependence, alignments, options), CancellationToken.None);
            stories.Add(findings.Story);
            reported.AddRange(members.Select((m, i) => new ReportedArticle { Id = m.Id, Outlet = m.Outlet, Title = m.Cleaned.Title, Published = findings.Published[i], Dropped = m.Cleaned.Dropped, Language = m.Cleaned.Language, Flags = findings.Flags[i] }));
        }

        StoryReport report = new() { Articles = [.. reported.OrderBy(a => a.Id, StringComparer.Ordinal)], Stories = stories };
        if (arguments.Get("predictions") is { Length: > 0 } path)
        {
            using FileStream stream = File.Create(path);
            ReportWriter.WriteJson(report, stream);
        }

        ScoreTable.Print("claims", [("stories", stories.Count), ("agreed facts", stories.Sum(s => s.AgreedFacts.Count)), ("conflicts", stories.Sum(s => s.Conflicts.Count)), ("of severity high or medium", stories.Sum(s => s.Conflicts.Count(c => c.Severity != Severity.Low)))]);
    }

    private static Dictionary<string, Article> Read(string data)
    {
        Dictionary<string, Article> articles = new(StringComparer.Ordinal);
        if (Directory.Exists(data))
        {
            foreach (string file in Directory.EnumerateFiles(data, "*.txt").Order(StringComparer.Ordinal))
            {
                string id = Path.GetFileNameWithoutExtension(file).Split('_')[0];
                articles[id] = new Article(File.ReadAllText(file)) { Id = id };
            }

            return articles;
        }

        foreach (JsonElement row in TaskArguments.Rows(data))
        {
            string id = row.GetProperty("id").GetString()!;
            articles[id] = new Article(row.GetProperty("text").GetString()!)
            {
                Id = id,
                Outlet = Text(row, "outlet"),
                Title = Text(row, "title"),
                Published = Text(row, "published") is { } day ? DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal) : null,
            };
        }

        return articles;
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;
}

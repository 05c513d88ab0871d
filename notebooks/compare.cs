#:package StoryCompare@0.1.0
#:package StoryCompare.Ingest@0.1.0
#:property PublishAot=false
#:property NuGetAudit=false

// Compares the seeds and shows what a notebook would: facts, conflicts, figures, an option, an alias, a table.
// Run it with: dotnet run notebooks/compare.cs -- seeds
using StoryCompare;
using StoryCompare.Ingest;

IReadOnlyList<Article> articles = ArticleReader.Read([args.Length > 0 ? args[0] : "seeds"], Stream.Null).Articles;
StoryReport report = StoryComparer.Default.Compare(articles);

foreach (Story story in report.Stories)
{
    Console.WriteLine(story);
    foreach (AgreedFact fact in story.AgreedFacts) Console.WriteLine("  " + fact);
    foreach (Conflict conflict in story.Conflicts) Console.WriteLine("  " + conflict);
    foreach (RecurringFigure figure in story.Figures.Where(f => f.Outlets > 1)) Console.WriteLine("  " + figure);
}

// Teach a name, and ask only for what is beyond doubt.
StoryComparer strict = new(new StoryCompareOptions
{
    Comparison = new ComparisonOptions { Precision = Precision.Strict },
    Names = new NameOptions { Aliases = [["the Observatory", "Syrian Observatory for Human Rights"]] },
});
Console.WriteLine($"strict: {strict.Compare(articles).Stories.Sum(s => s.Conflicts.Count)} conflicts, default: {report.Stories.Sum(s => s.Conflicts.Count)}");

// Track a stream: each article joins a story or starts one.
StoryTracker tracker = new();
foreach (Article article in articles) Console.WriteLine(tracker.Add(article));

// Flat rows go into a data frame, a grid or a file.
IReadOnlyList<FindingRow> rows = report.ToRows();
Console.WriteLine($"{rows.Count} rows, {rows.Select(r => r.Finding).Distinct().Count()} findings");
File.WriteAllText(Path.Combine(Path.GetTempPath(), "storycompare-report.html"), report.ToHtml());

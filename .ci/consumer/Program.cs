// Uses the packed library as a stranger would: compares two articles, then reads a report of the seeds back.
using Microsoft.Extensions.DependencyInjection;
using StoryCompare;
using StoryCompare.Extensions;
using StoryCompare.Ingest;

Article[] articles =
[
    new("Storm floods harbour town\n\nAt least 12 people were killed when a storm flooded the harbour town of Varnholm on Friday, the mayor said. Rescue teams reached 300 stranded residents by boat.") { Id = "a", Outlet = "Coast Daily" },
    new("Twelve dead in Varnholm flood\n\nA storm flooded the harbour town of Varnholm on Friday, killing at least 12 people, according to the mayor. Boats brought 300 residents to safety.") { Id = "b", Outlet = "Harbour Post" },
];
StoryReport report = StoryComparer.Default.Compare(articles);
Check(report.Stories.Count == 1, "two articles on one flood are one story");
foreach (Story story in report.Stories)
{
    foreach (RecurringFigure figure in story.Figures)
    {
        Console.WriteLine(figure);
    }
}

using FileStream json = File.OpenRead(args[0]);
StoryReport seeds = ReportReader.ReadJson(json);
Check(seeds.Articles.Count == 5, "five seeds");
Check(seeds.Stories.Count == 3, "three stories");
Check(seeds.Stories[0].AgreedFacts.Count > 0, "agreed facts");
Check(seeds.Stories[0].Conflicts.Count > 0, "conflicts");

using (ServiceProvider services = new ServiceCollection().AddStoryCompare().BuildServiceProvider())
{
    Check(services.GetRequiredService<StoryComparer>().Compare(articles).Stories.Count == 1, "the registered comparer compares");
}

string table = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
File.WriteAllText(table, "id,outlet,text\na,Coast Daily,A bridge fell in Oakham.\n");
Check(ArticleReader.Read([table], Stream.Null).Articles is [{ Outlet: "Coast Daily" }], "Ingest reads a table");
File.Delete(table);
Console.WriteLine("ok");

static void Check(bool condition, string what)
{
    if (!condition)
    {
        Console.Error.WriteLine($"not so: {what}");
        Environment.Exit(1);
    }
}

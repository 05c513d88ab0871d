// Uses the packed library as a stranger would: compares two articles, then reads a report of the seeds back.
using StoryCompare;

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
Console.WriteLine("ok");

static void Check(bool condition, string what)
{
    if (!condition)
    {
        Console.Error.WriteLine($"not so: {what}");
        Environment.Exit(1);
    }
}

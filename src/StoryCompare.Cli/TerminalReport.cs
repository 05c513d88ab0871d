using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace StoryCompare.Cli;

/// <summary>The text report for a person at a terminal: the same findings in colour and tables. Only this class uses Spectre.Console, so that nothing else waits for it to load.</summary>
internal static class TerminalReport
{
    private const int MostPerList = 12;

    public static void Write(StoryReport report, IAnsiConsole console)
    {
        Dictionary<string, ReportedArticle> articles = report.Articles.ToDictionary(static a => a.Id, StringComparer.Ordinal);
        console.MarkupLine($"[grey]{Count(report.Articles.Count, "article", "articles")}, {Count(report.Stories.Count, "story", "stories")}[/]");
        foreach (Story story in report.Stories)
        {
            console.WriteLine();
            console.Write(new Rule($"[bold]{Plain(story.Id)}  {Plain(story.Title)}[/]") { Justification = Justify.Left, Style = Style.Parse("grey") });
            Sources(console, story, articles);
            Agreed(console, story);
            Conflicts(console, story);
            Figures(console, story);
        }

        foreach (Storyline line in report.Storylines)
        {
            console.MarkupLine($"\n[bold]Storyline[/] {Plain(string.Join(", ", line.Stories))}: {Plain(line.Reason)}");
        }
    }

    private static void Sources(IAnsiConsole console, Story story, Dictionary<string, ReportedArticle> articles)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap()).AddColumn().AddColumn();
        foreach (ReportedArticle a in story.Articles.Select(id => articles[id]))
        {
            string flags = a.Flags.Count == 0 ? "" : $" [yellow]{Plain(string.Join(", ", a.Flags))}[/]";
            grid.AddRow($"[aqua]{Plain(a.Id)}[/]", Plain(a.Outlet ?? "outlet unknown"), Published(a.Published) + flags);
        }

        console.Write(new Padder(grid, new Padding(2, 0, 0, 0)));
    }

    private static void Agreed(IAnsiConsole console, Story story)
    {
        if (story.AgreedFacts.Count == 0)
        {
            return;
        }

        Table table = Lines("[green]Agreed[/]", "outlets", "origins", "");
        foreach (AgreedFact f in story.AgreedFacts.Take(MostPerList))
        {
            table.AddRow($"[grey]{Plain(f.Id)}[/]", Plain(f.Text), Number(f.Outlets), Number(f.Origins), f.Dissent.Count > 0 ? "[red]disputed[/]" : "");
        }

        console.Write(table);
        More(console, story.AgreedFacts.Count);
    }

    private static void Conflicts(IAnsiConsole console, Story story)
    {
        if (story.Conflicts.Count == 0)
        {
            return;
        }

        console.MarkupLine("\n[red]Conflicts[/]");
        foreach (Conflict c in story.Conflicts.Take(MostPerList))
        {
            string colour = c.Severity switch { Severity.High => "red", Severity.Medium => "yellow", _ => "grey" };
            string about = string.Concat(
                c.Kind.ToString().ToLowerInvariant(),
                c.Internal ? ", inside one article" : "",
                c.ExplainedBy == ConflictExplanation.None ? "" : $", explained by {c.ExplainedBy.ToString().ToLowerInvariant()}");
            Grid sides = new();
            sides.AddColumn(new GridColumn().NoWrap()).AddColumn();
            foreach (Statement side in c.Sides)
            {
                sides.AddRow($"[aqua]{Plain(string.Join(' ', side.Evidence.Select(static e => e.Article).Distinct(StringComparer.Ordinal)))}[/]", Plain(side.Evidence[0].Text));
            }

            console.Write(new Panel(new Rows((IRenderable)new Markup($"[bold]{Plain(c.Explanation)}[/]"), sides))
            {
                Header = new PanelHeader($" [grey]{Plain(c.Id)}[/] {about}, [{colour}]{c.Severity.ToString().ToLowerInvariant()}[/] "),
                Border = BoxBorder.Rounded,
                BorderStyle = Style.Parse(colour),
                Expand = true,
            });
        }

        More(console, story.Conflicts.Count);
    }

    private static void Figures(IAnsiConsole console, Story story)
    {
        RecurringFigure[] recurring = [.. story.Figures.Where(static f => f.Outlets > 1)];
        if (recurring.Length == 0)
        {
            return;
        }

        Table table = Lines("[yellow]Figures[/]", "outlets", "origins");
        foreach (RecurringFigure f in recurring.Take(MostPerList))
        {
            string forms = string.Join(" / ", f.Mentions.Select(static m => Plain(m.Where.Text)).Distinct(StringComparer.Ordinal));
            table.AddRow($"[grey]{Plain(f.Id)}[/]", $"{forms} [grey]{Plain(f.Figure.Counts)}[/]", Number(f.Outlets), Number(f.Origins));
        }

        console.Write(table);
        More(console, recurring.Length);
    }

    private static Table Lines(string heading, params string[] columns)
    {
        Table table = new() { Border = TableBorder.Horizontal, BorderStyle = Style.Parse("grey"), Expand = true };
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn(new TableColumn(heading));
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = column.Length == 0 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    private static void More(IAnsiConsole console, int count)
    {
        if (count > MostPerList)
        {
            console.MarkupLine($"  [grey]... and {Number(count - MostPerList)} more; --format html or markdown shows all[/]");
        }
    }

    private static string Published(PublicationDate p)
    {
        string from = Day(p.From);
        string to = Day(p.To);
        string days = p.From is null && p.To is null ? "undated" : p.From == p.To ? from : $"{from} to {to}";
        return p.Basis is DateBasis.Unknown or DateBasis.Stated ? days : $"{days} [grey]({p.Basis.ToString().ToLowerInvariant()})[/]";
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "...";

    private static string Count(int n, string one, string many) => $"{Number(n)} {(n == 1 ? one : many)}";

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Plain(string words) => Markup.Escape(Explanation.Plain(words));
}

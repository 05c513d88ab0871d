namespace StoryCompare.Reporting;

/// <summary>The terminal report: what a person wants to see first, short, at most 100 columns wide.</summary>
internal sealed class TextReportWriter(TextWriter writer)
{
    private const int Width = 100;
    private const int MostPerList = 12;
    private const int MostWords = 260;

    public void Write(StoryReport report)
    {
        Dictionary<string, ReportedArticle> articles = report.Articles.ToDictionary(a => a.Id, StringComparer.Ordinal);
        Line($"{FigureText.Count(report.Articles.Count, "article")}, {Stories(report.Stories.Count)}");
        foreach (Story story in report.Stories)
        {
            Line();
            Story(story, articles);
        }

        if (report.Storylines.Count > 0)
        {
            Line();
            Line("Storylines");
            foreach (Storyline line in report.Storylines)
            {
                Wrap("  ", "    ", $"{string.Join(", ", line.Stories)}: {line.Reason}");
            }
        }

        Diagnostic[] warnings = [.. report.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info)];
        if (warnings.Length > 0)
        {
            Line();
            Line("Notes on the input");
            List(warnings, d => Wrap("  ", "    ", $"{d.Article}: {d.Message}"));
        }
    }

    private static string Stories(int n) => n == 1 ? "1 story" : FigureText.Count(n, "storie");

    private void Story(Story story, Dictionary<string, ReportedArticle> articles)
    {
        Wrap($"{story.Id}  ", "    ", story.Title);
        foreach (string id in story.Articles)
        {
            Wrap("    ", "      ", Describe(articles[id]));
        }

        if (story.AgreedFacts.Count > 0)
        {
            Heading("Agreed");
            List(story.AgreedFacts, f => Wrap($"    {f.Id}  ", "        ", $"{Short(f.Text)} ({FigureText.Count(f.Outlets, "outlet")}, {FigureText.Count(f.Origins, "origin")}{(f.Dissent.Count > 0 ? ", disputed" : "")})"));
        }

        if (story.Conflicts.Count > 0)
        {
            Heading("Conflicts");
            List(story.Conflicts, Conflict);
        }

        RecurringFigure[] recurring = [.. story.Figures.Where(f => f.Outlets > 1)];
        if (recurring.Length > 0)
        {
            Heading("Recurring figures");
            List(recurring, f => Wrap(
                $"    {f.Id}  ",
                "        ",
                $"{FigureText.Of(f)}: {string.Join(", ", f.Mentions.Select(m => m.Where.Article).Distinct(StringComparer.Ordinal))} ({FigureText.Count(f.Outlets, "outlet")}, {FigureText.Count(f.Origins, "origin")})"));
        }

        Quotation[] quotations = [.. story.Quotations.Where(q => q.Versions.Select(v => v.Where.Article).Distinct(StringComparer.Ordinal).Skip(1).Any())];
        if (quotations.Length > 0)
        {
            Heading("Quoted by several");
            List(quotations, q => Wrap($"    {q.Id}  ", "        ", $"{q.Speaker ?? "(no speaker named)"}: {Short(q.Versions[0].Where.Text)}"));
        }

        string[] more = [.. More(story)];
        if (more.Length > 0)
        {
            Line();
            Wrap("    ", "    ", "Also: " + string.Join(", ", more) + " (see --format markdown or json)");
        }
    }

    private static IEnumerable<string> More(Story story)
    {
        int single = story.Figures.Count(f => f.Outlets < 2);
        (int Count, string Noun)[] counts =
        [
            (story.Alignments.Count, "sentence alignment"), (single, "figure of one outlet"), (story.Wording.Count, "wording difference"),
            (story.SingleSource.Count, "single-source claim"), (story.NotConflicts.Count, "near miss"), (story.Copies.Count, "dependence"),
        ];
        foreach ((int count, string noun) in counts)
        {
            if (count > 0)
            {
                yield return (count, noun) switch
                {
                    ( > 1, "near miss") => FigureText.Count(count, "near misse"),
                    ( > 1, "figure of one outlet") => $"{FigureText.Count(count, "figure")} of one outlet",
                    _ => FigureText.Count(count, noun),
                };
            }
        }
    }

    private static string Describe(ReportedArticle a)
    {
        string date = (a.Published.From, a.Published.To) switch
        {
            (null, null) => "undated",
            ({ } from, { } to) when from == to => Day(from),
            ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
            ({ } from, null) => $"from {Day(from)}",
            (null, { } to) => $"until {Day(to)}",
        };
        string basis = a.Published.Basis is DateBasis.Inferred or DateBasis.Transferred ? $" ({ReportNames.Of(a.Published.Basis)})" : "";
        string flags = a.Flags.Count > 0 ? $" [{string.Join(", ", a.Flags)}]" : "";
        return $"{a.Id}  {a.Outlet ?? "outlet unknown"}, {date}{basis}{flags}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private void Conflict(Conflict c)
    {
        string explained = c.ExplainedBy == ConflictExplanation.None ? "" : $", explained by {ReportNames.Of(c.ExplainedBy)}";
        Wrap($"    {c.Id}  ", "        ", $"{ReportNames.Of(c.Kind)}, {ReportNames.Of(c.Severity)}{(c.Internal ? ", inside one article" : "")}{explained}: {c.Explanation}");
        foreach (Statement side in c.Sides)
        {
            // One outlet's own sentence speaks for the side; the others that say so are named.
            string others = string.Concat(side.Evidence.Select(e => e.Article).Distinct(StringComparer.Ordinal).Skip(1).Select(static id => $" (also {id})"));
            Wrap($"        {side.Evidence[0].Article}: ", "          ", Short(side.Evidence[0].Text) + others);
        }
    }

    private void Heading(string text)
    {
        Line();
        Line("  " + text);
    }

    private void List<T>(IReadOnlyList<T> items, Action<T> write)
    {
        foreach (T item in items.Take(MostPerList))
        {
            write(item);
        }

        if (items.Count > MostPerList)
        {
            Line($"    ... and {items.Count - MostPerList} more");
        }
    }

    private static string Short(string text) => text.Length <= MostWords ? text : string.Concat(text.AsSpan(0, text.LastIndexOf(' ', MostWords) is > 0 and int cut ? cut : MostWords), " ...");

    private void Wrap(string first, string rest, string text)
    {
        ReadOnlySpan<char> left = SafeText.Line(text).AsSpan().Trim();
        string indent = SafeText.Line(first);
        while (true)
        {
            int room = Width - indent.Length;
            if (left.Length <= room)
            {
                Line(string.Concat(indent, left));
                return;
            }

            int cut = left[..(room + 1)].LastIndexOf(' ');
            cut = cut <= 0 ? left.IndexOf(' ') : cut;
            if (cut <= 0)
            {
                Line(string.Concat(indent, left));
                return;
            }

            Line(string.Concat(indent, left[..cut]));
            left = left[cut..].TrimStart();
            indent = rest;
        }
    }

    private void Line(string text = "")
    {
        writer.Write(text.AsSpan().TrimEnd());
        writer.Write('\n');
    }
}

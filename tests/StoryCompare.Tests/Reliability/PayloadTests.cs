using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using Spectre.Console;
using StoryCompare.Cli;

namespace StoryCompare.Tests.Reliability;

/// <summary>Every payload in every text field, in every kind of report: what was read never becomes markup, script, formula, control sequence or override. (In a browser: <c>Browser/HtmlReportTests</c>.)</summary>
public sealed class PayloadTests
{
    private static readonly string[] Fields = ["id", "outlet", "title", "text", "url", "names", "all"];

    [TestCaseSource(nameof(Fields))]
    public void Html_HoldsNoForeignMarkup(string field) => ForEach(field, ReportWriter.WriteHtml, static (html, payload) =>
    {
        string[] tags = [.. Regex.Matches(html, "</?([a-zA-Z!][a-zA-Z0-9-]*)", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(static m => m.Groups[1].Value.ToLowerInvariant()).Distinct()];
        Assert.That(tags.Where(static t => t is "script" or "img" or "iframe" or "b" or "object" or "embed" or "base" or "form" or "math" or "mi" or "javascript"), Is.Empty, payload);
        Assert.That(Regex.IsMatch(html, "<[^>]*\\son[a-z]+\\s*=", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)), Is.False, payload);
        string[] links = [.. Regex.Matches(html, "href=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(static m => m.Groups[1].Value)];
        Assert.That(links.Where(static l => !l.StartsWith('#') && !l.StartsWith("https://", StringComparison.Ordinal) && !l.StartsWith("http://", StringComparison.Ordinal)), Is.Empty, payload);
        Assert.That(html.Where(static c => IsControl(c)), Is.Empty, payload);
    });

    [TestCaseSource(nameof(Fields))]
    public void Markdown_HoldsNoForeignMarkup(string field) => ForEach(field, ReportWriter.WriteMarkdown, static (text, payload) =>
    {
        Assert.That(Regex.IsMatch(text, @"(?<!\\)(<[a-zA-Z/!]|\]\()", RegexOptions.None, TimeSpan.FromSeconds(5)), Is.False, payload);
        Assert.That(Regex.IsMatch(text, @"^\s*(\\?```|~~~)", RegexOptions.Multiline, TimeSpan.FromSeconds(5)), Is.False, payload);
        Assert.That(text.Where(static c => IsControl(c)), Is.Empty, payload);
        foreach (string[] table in text.Split("\n\n").Select(static b => b.Split('\n')).Where(static b => b.Length > 1 && b[1].StartsWith("|---", StringComparison.Ordinal)))
        {
            Assert.That(table.Where(static r => r.Length > 0).Select(static r => Regex.Count(r, @"(?<!\\)\|", RegexOptions.None, TimeSpan.FromSeconds(5))).Distinct().Count(), Is.EqualTo(1), payload + "\n" + string.Join('\n', table));
        }
    });

    [TestCaseSource(nameof(Fields))]
    public void Csv_HoldsNoFormula(string field) => ForEach(field, ReportWriter.WriteCsv, static (text, payload) =>
    {
        using CsvReader csv = new(new StringReader(text), CultureInfo.InvariantCulture);
        int columns = 0;
        while (csv.Read())
        {
            columns = columns == 0 ? csv.Parser.Count : columns;
            Assert.That(csv.Parser.Count, Is.EqualTo(columns), payload);
            foreach (string cell in csv.Parser.Record!.Where(static c => !double.TryParse(c, CultureInfo.InvariantCulture, out _)))
            {
                string start = cell.TrimStart(' ', '\t', '\u00A0', '\u200B');
                Assert.That(start.Length == 0 || !"=+-@|%＝＋－＠".Contains(start[0], StringComparison.Ordinal), payload + ": " + cell);
                Assert.That(cell.Where(static c => IsControl(c) || c == '\n'), Is.Empty, payload);
            }
        }
    });

    [TestCaseSource(nameof(Fields))]
    public void Json_HoldsNoMarkupAndReadsBack(string field) => ForEach(field, static (r, w) => w.Write(ReportWriter.ToJson(r)), static (json, payload) =>
    {
        // The words themselves are kept: a character without width is no control.
        Assert.That(json.Where(static c => c is '<' or '>' || (IsControl(c) && c is not (>= '\u200B' and <= '\u200D'))), Is.Empty, payload);
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.That(ReportWriter.ToJson(ReportReader.ReadJson(json)), Is.EqualTo(json), payload);
    });

    [TestCaseSource(nameof(Fields))]
    public void Text_HoldsNoControlAndNoForgedLine(string field) => ForEach(field, ReportWriter.WriteText, static (text, payload) =>
    {
        Assert.That(text.Where(static c => IsControl(c)), Is.Empty, payload);
        Assert.That(text.Split('\n').Where(static l => l.StartsWith("storycompare:", StringComparison.Ordinal)), Is.Empty, payload);
    });

    [TestCaseSource(nameof(Fields))]
    public void Terminal_GetsColoursOnly(string field) => ForEach(field, WriteTerminal, static (text, payload) =>
    {
        // What is left without Spectre's own colours.
        string plain = Regex.Replace(text, "\u001B\\[[0-9;]*m", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.That(plain.Where(static c => c != '\r' && IsControl(c)), Is.Empty, payload);
    });

    [TestCaseSource(nameof(Fields))]
    public void Explanation_HoldsNoControl(string field) => ForEach(field, static (r, w) =>
    {
        foreach (string id in r.Stories.SelectMany(static s => s.AgreedFacts.Select(static f => f.Id).Concat(s.Figures.Select(static f => f.Id)).Concat(s.Quotations.Select(static q => q.Id)).Concat(s.Names.Select(static n => n.Id))).Take(12))
        {
            Explanation.Write(r, id, w);
        }
    }, static (text, payload) => Assert.That(text.Where(static c => IsControl(c)), Is.Empty, payload));

    [TestCaseSource(nameof(Fields))]
    public void Spans_SliceBack(string field)
    {
        foreach (string payload in Payloads.All)
        {
            Assert.That(ReportSpans.Wrong(Payloads.Report(payload, field), Payloads.In(payload, field)), Is.Empty, payload);
        }
    }

    [Test]
    public void Standard_Error_IsPlain()
    {
        using StringWriter writer = new();
        TextWriter before = Console.Error;
        try
        {
            Console.SetError(writer);
            foreach (string payload in Payloads.All)
            {
                Terminal.Say($"{payload}: the date '{payload}' could not be read");
            }
        }
        finally
        {
            Console.SetError(before);
        }

        string[] lines = writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(Payloads.All.Length), "one line each");
        Assert.That(lines.SelectMany(static l => l).Where(static c => IsControl(c)), Is.Empty);
    }

    private static bool IsControl(char c) => (char.IsControl(c) && c != '\n') || c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C';

    private static void WriteTerminal(StoryReport report, TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 100;
        TerminalReport.Write(report, console);
    }

    private static void ForEach(string field, Action<StoryReport, TextWriter> write, Action<string, string> check)
    {
        foreach (string payload in Payloads.All)
        {
            using StringWriter writer = new(CultureInfo.InvariantCulture);
            write(Payloads.Report(payload, field), writer);
            check(writer.ToString(), payload);
        }
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace StoryCompare.Reporting;

/// <summary>Writes <c>storycompare-report/1</c>. Property order, story order and number format are fixed: equal reports are equal bytes.</summary>
internal sealed class JsonReportWriter
{
    private static readonly JsonWriterOptions WriterOptions = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = CreateEncoder() };
    private readonly Utf8JsonWriter _json;

    private JsonReportWriter(Utf8JsonWriter json) => _json = json;

    public static void Write(StoryReport report, Stream utf8)
    {
        using Utf8JsonWriter json = new(utf8, WriterOptions);
        new JsonReportWriter(json).Report(report);
        json.Flush();
        utf8.WriteByte((byte)'\n');
    }

    // All scripts readable as they are; markup characters and direction controls escaped, so that a report pasted
    // into a page or shown on a terminal does nothing.
    private static JavaScriptEncoder CreateEncoder()
    {
        TextEncoderSettings settings = new(UnicodeRanges.All);
        settings.ForbidRange(UnicodeRange.Create('\u200E', '\u200F'));
        settings.ForbidRange(UnicodeRange.Create('\u2028', '\u202E'));
        settings.ForbidRange(UnicodeRange.Create('\u2066', '\u2069'));
        settings.ForbidRange(UnicodeRange.Create('\u0080', '\u009F'));
        // U+FFFD is escaped as a lone surrogate, which becomes it, is.
        settings.ForbidCharacters('\uFEFF', '\u061C', '\uFFFD');
        return JavaScriptEncoder.Create(settings);
    }

    private void Report(StoryReport report)
    {
        _json.WriteStartObject();
        _json.WriteString("schema", StoryReport.Schema);
        List("articles", report.Articles, ReportedArticle);
        List("stories", report.Stories, Story);
        List("storylines", report.Storylines, l =>
        {
            Strings("stories", l.Stories);
            _json.WriteString("reason", l.Reason);
        });
        List("diagnostics", report.Diagnostics, Diagnostic);
        _json.WriteEndObject();
    }

    private void ReportedArticle(ReportedArticle a)
    {
        _json.WriteString("id", a.Id);
        _json.WriteString("outlet", a.Outlet);
        _json.WriteString("title", a.Title);
        _json.WriteStartObject("published");
        _json.WriteString("from", Date(a.Published.From));
        _json.WriteString("to", Date(a.Published.To));
        _json.WriteString("basis", ReportNames.Of(a.Published.Basis));
        Strings("reasons", a.Published.Reasons);
        _json.WriteEndObject();
        List("dropped", a.Dropped, d =>
        {
            _json.WriteNumber("start", d.Span.Start);
            _json.WriteNumber("end", d.Span.End);
            _json.WriteString("kind", d.Kind);
            _json.WriteString("rule", d.Rule);
        });
        _json.WriteString("language", a.Language);
        Strings("flags", a.Flags);
    }

    private void Story(Story s)
    {
        _json.WriteString("id", s.Id);
        _json.WriteString("title", s.Title);
        Strings("articles", s.Articles);
        List("reasons", s.Reasons, Reason);
        List("copies", s.Copies, c =>
        {
            Strings("articles", c.Articles);
            _json.WriteString("kind", ReportNames.Of(c.Kind));
            Score("score", c.Score);
            Evidence("evidence", c.Evidence);
        });
        List("alignments", s.Alignments, AlignedSentences);
        List("agreedFacts", s.AgreedFacts, AgreedFact);
        List("conflicts", s.Conflicts, Conflict);
        List("notConflicts", s.NotConflicts, n =>
        {
            _json.WriteString("id", n.Id);
            _json.WriteString("kind", ReportNames.Of(n.Kind));
            _json.WriteString("why", n.Why);
            Evidence("evidence", n.Evidence);
        });
        List("figures", s.Figures, RecurringFigure);
        List("quotations", s.Quotations, Quotation);
        List("names", s.Names, n =>
        {
            _json.WriteString("id", n.Id);
            _json.WriteString("name", n.Name);
            _json.WriteString("kind", ReportNames.Of(n.Kind));
            Strings("forms", n.Forms);
            Evidence("mentions", n.Mentions);
        });
        List("wording", s.Wording, w =>
        {
            _json.WriteString("id", w.Id);
            _json.WriteString("about", w.About);
            List("forms", w.Forms, f =>
            {
                _json.WriteString("text", f.Text);
                Evidence("evidence", f.Evidence);
            });
        });
        List("singleSource", s.SingleSource, c =>
        {
            _json.WriteString("id", c.Id);
            _json.WriteString("article", c.Article);
            _json.WriteString("text", c.Text);
            Evidence("evidence", c.Evidence);
        });
        List("coverage", s.Coverage, c =>
        {
            _json.WriteString("finding", c.Finding);
            Strings("has", c.Has);
            Strings("missing", c.Missing);
        });
    }

    private void Reason(PairReason r)
    {
        _json.WriteString("a", r.A);
        _json.WriteString("b", r.B);
        _json.WriteBoolean("joined", r.Joined);
        Score("score", r.Score);
        _json.WriteStartObject("parts");
        foreach (KeyValuePair<string, double?> part in r.Parts)
        {
            if (part.Value is { } value)
            {
                Score(part.Key, value);
            }
            else
            {
                _json.WriteNull(part.Key);
            }
        }

        _json.WriteEndObject();
        _json.WriteString("why", r.Why);
    }

    private void AlignedSentences(AlignedSentences a)
    {
        _json.WriteString("id", a.Id);
        _json.WriteString("kind", ReportNames.Of(a.Kind));
        Score("score", a.Score);
        Evidence("spans", a.Spans);
        List("diff", a.Diffs, d =>
        {
            _json.WriteNumber("a", d.A);
            _json.WriteNumber("b", d.B);
            List("ops", d.Ops, o =>
            {
                _json.WriteString("op", o.Op);
                _json.WriteString("text", o.Text);
            });
        });
    }

    private void AgreedFact(AgreedFact f)
    {
        _json.WriteString("id", f.Id);
        _json.WriteString("text", f.Text);
        _json.WriteNumber("outlets", f.Outlets);
        _json.WriteNumber("origins", f.Origins);
        Strings("originNames", f.OriginNames);
        Evidence("evidence", f.Evidence);
        Evidence("dissent", f.Dissent);
    }

    private void Conflict(Conflict c)
    {
        _json.WriteString("id", c.Id);
        _json.WriteString("kind", ReportNames.Of(c.Kind));
        _json.WriteString("severity", ReportNames.Of(c.Severity));
        _json.WriteString("about", c.About);
        _json.WriteBoolean("internal", c.Internal);
        _json.WriteString("explainedBy", c.ExplainedBy == ConflictExplanation.None ? null : ReportNames.Of(c.ExplainedBy));
        _json.WriteString("explanation", c.Explanation);
        List("sides", c.Sides, s =>
        {
            _json.WriteString("says", s.Text);
            Evidence("evidence", s.Evidence);
        });
    }

    private void RecurringFigure(RecurringFigure f)
    {
        _json.WriteString("id", f.Id);
        Value(f.Figure);
        _json.WriteString("counts", f.Figure.Counts);
        _json.WriteNumber("outlets", f.Outlets);
        _json.WriteNumber("origins", f.Origins);
        List("mentions", f.Mentions, m =>
        {
            Span(m.Where);
            Value(m.Figure);
            _json.WriteString("counts", m.Figure.Counts);
            _json.WriteString("role", m.Figure.Role);
            _json.WriteString("change", ReportNames.Of(m.Figure.Change));
            _json.WriteNumber("step", m.Figure.Step);
            _json.WriteString("speaker", m.Speaker);
        });
        _json.WriteString("role", f.Figure.Role);
        _json.WriteString("change", ReportNames.Of(f.Figure.Change));
        _json.WriteNumber("step", f.Figure.Step);
    }

    private void Value(Figure figure)
    {
        _json.WriteNumber("value", figure.Value);
        if (figure.High is { } high)
        {
            _json.WriteNumber("high", high);
        }
        else
        {
            _json.WriteNull("high");
        }

        _json.WriteString("unit", figure.Unit);
        _json.WriteString("qualifier", ReportNames.Of(figure.Qualifier));
    }

    private void Quotation(Quotation q)
    {
        _json.WriteString("id", q.Id);
        _json.WriteString("speaker", q.Speaker);
        List("versions", q.Versions, v =>
        {
            Span(v.Where);
            _json.WriteString("kind", ReportNames.Of(v.Kind));
            _json.WriteString("speaker", v.Speaker);
            _json.WriteString("cue", v.Cue);
            _json.WriteString("channel", v.Channel);
        });
    }

    private void Diagnostic(Diagnostic d)
    {
        _json.WriteString("code", d.Code);
        _json.WriteString("severity", ReportNames.Of(d.Severity));
        _json.WriteString("article", d.Article);
        _json.WriteString("message", d.Message);
        if (d.Span is { } span)
        {
            _json.WriteNumber("start", span.Start);
            _json.WriteNumber("end", span.End);
        }
        else
        {
            _json.WriteNull("start");
            _json.WriteNull("end");
        }
    }

    private void Span(Provenance p)
    {
        _json.WriteString("article", p.Article);
        _json.WriteNumber("start", p.Span.Start);
        _json.WriteNumber("end", p.Span.End);
        _json.WriteString("text", p.Text);
    }

    private void Evidence(string name, IReadOnlyList<Provenance> evidence) => List(name, evidence, Span);

    private void Strings(string name, IReadOnlyList<string> values)
    {
        _json.WriteStartArray(name);
        foreach (string value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void List<T>(string name, IReadOnlyList<T> items, Action<T> properties)
    {
        _json.WriteStartArray(name);
        foreach (T item in items)
        {
            _json.WriteStartObject();
            properties(item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    // Four decimals: enough to read, few enough to be the same on every processor.
    private void Score(string name, double score) => _json.WriteNumber(name, Math.Round(score, 4, MidpointRounding.AwayFromZero));

    private static string? Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;

namespace StoryCompare.Reporting;

/// <summary>Reads <c>storycompare-report/1</c> back. Unknown properties are passed over: adding one is compatible.</summary>
internal static class JsonReportReader
{
    public static StoryReport Read(JsonElement root)
    {
        string? schema = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schema", out JsonElement s) ? s.GetString() : null;
        if (schema != StoryReport.Schema)
        {
            throw new FormatException($"The schema is '{schema}', not '{StoryReport.Schema}'.");
        }

        return new StoryReport
        {
            Articles = List(root, "articles", ReportedArticle),
            Stories = List(root, "stories", Story),
            Storylines = List(root, "storylines", l => new Storyline(Strings(l, "stories"), Text(l, "reason"))),
            Diagnostics = List(root, "diagnostics", Diagnostic),
        };
    }

    private static ReportedArticle ReportedArticle(JsonElement a)
    {
        JsonElement p = a.GetProperty("published");
        return new ReportedArticle
        {
            Id = Text(a, "id"),
            Outlet = OptionalText(a, "outlet"),
            Title = OptionalText(a, "title"),
            Published = new PublicationDate(Date(p, "from"), Date(p, "to"), Enum<DateBasis>(p, "basis"), Strings(p, "reasons")),
            Dropped = List(a, "dropped", d => new DroppedText(Span(d), Text(d, "kind"), Text(d, "rule"))),
            Language = Text(a, "language"),
            Flags = Strings(a, "flags"),
        };
    }

    private static Story Story(JsonElement s) => new()
    {
        Id = Text(s, "id"),
        Title = Text(s, "title"),
        Articles = Strings(s, "articles"),
        Reasons = List(s, "reasons", r => new PairReason(
            Text(r, "a"),
            Text(r, "b"),
            r.GetProperty("joined").GetBoolean(),
            Number(r, "score"),
            [.. r.GetProperty("parts").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.ValueKind == JsonValueKind.Null ? (double?)null : p.Value.GetDouble()))],
            OptionalText(r, "why") ?? "")),
        Copies = List(s, "copies", c => new SyndicationGroup(Strings(c, "articles"), Enum<SyndicationKind>(c, "kind"), Number(c, "score"), Evidence(c, "evidence"))),
        Alignments = List(s, "alignments", a => new AlignedSentences(
            Text(a, "id"),
            Enum<AlignmentKind>(a, "kind"),
            Number(a, "score"),
            Evidence(a, "spans"),
            List(a, "diff", d => new AlignmentDiff(Integer(d, "a"), Integer(d, "b"), List(d, "ops", o => new DiffOp(Text(o, "op"), Text(o, "text"))))))),
        AgreedFacts = List(s, "agreedFacts", f => new AgreedFact(
            Text(f, "id"), Text(f, "text"), Integer(f, "outlets"), Integer(f, "origins"), Strings(f, "originNames"), Evidence(f, "evidence"), Evidence(f, "dissent"))),
        Conflicts = List(s, "conflicts", Conflict),
        NotConflicts = List(s, "notConflicts", n => new NotConflict(Text(n, "id"), Enum<ConflictKind>(n, "kind"), Text(n, "why"), Evidence(n, "evidence"))),
        Figures = List(s, "figures", f => new RecurringFigure
        {
            Id = Text(f, "id"),
            Figure = Figure(f),
            Outlets = Integer(f, "outlets"),
            Origins = Integer(f, "origins"),
            Mentions = List(f, "mentions", m => new FigureMention(Provenance(m), Figure(m), OptionalText(m, "speaker"))),
        }),
        Quotations = List(s, "quotations", q => new Quotation(Text(q, "id"), OptionalText(q, "speaker"), List(q, "versions", v => new QuotationVersion(
            Provenance(v), Enum<QuotationKind>(v, "kind"), OptionalText(v, "speaker"), OptionalText(v, "cue"), OptionalText(v, "channel"))))),
        Names = List(s, "names", n => new NamedEntity(Text(n, "id"), Text(n, "name"), Enum<NameKind>(n, "kind"), Strings(n, "forms"), Evidence(n, "mentions"))),
        Wording = List(s, "wording", w => new WordingDifference(Text(w, "id"), Text(w, "about"), List(w, "forms", f => new Statement(Text(f, "text"), Evidence(f, "evidence"))))),
        SingleSource = List(s, "singleSource", c => new SingleSourceClaim(Text(c, "id"), Text(c, "article"), Text(c, "text"), Evidence(c, "evidence"))),
        Coverage = List(s, "coverage", c => new Coverage(Text(c, "finding"), Strings(c, "has"), Strings(c, "missing"))),
    };

    private static Conflict Conflict(JsonElement c) => new()
    {
        Id = Text(c, "id"),
        Kind = Enum<ConflictKind>(c, "kind"),
        Severity = Enum<Severity>(c, "severity"),
        About = Text(c, "about"),
        Internal = c.GetProperty("internal").GetBoolean(),
        ExplainedBy = OptionalText(c, "explainedBy") is { } e ? ReportNames.Parse<ConflictExplanation>(e) : ConflictExplanation.None,
        Explanation = Text(c, "explanation"),
        Sides = List(c, "sides", s => new Statement(Text(s, "says"), Evidence(s, "evidence"))),
    };

    private static Figure Figure(JsonElement f) => new()
    {
        Value = Number(f, "value"),
        High = f.TryGetProperty("high", out JsonElement high) && high.ValueKind == JsonValueKind.Number ? high.GetDouble() : null,
        Unit = Text(f, "unit"),
        Qualifier = Enum<FigureQualifier>(f, "qualifier"),
        Counts = OptionalText(f, "counts") ?? "",
        Role = OptionalText(f, "role") ?? "",
        Change = OptionalText(f, "change") is { } c ? ReportNames.Parse<FigureChange>(c) : FigureChange.None,
        Step = f.TryGetProperty("step", out JsonElement step) ? step.GetDouble() : 0,
    };

    private static Diagnostic Diagnostic(JsonElement d) => new(
        Text(d, "code"),
        Enum<DiagnosticSeverity>(d, "severity"),
        OptionalText(d, "article"),
        Text(d, "message"),
        d.TryGetProperty("start", out JsonElement start) && start.ValueKind == JsonValueKind.Number ? Span(d) : null);

    private static Provenance Provenance(JsonElement p) => new(Text(p, "article"), Span(p), Text(p, "text"));

    private static IReadOnlyList<Provenance> Evidence(JsonElement e, string name) => List(e, name, Provenance);

    private static TextSpan Span(JsonElement e) => new(Integer(e, "start"), Integer(e, "end"));

    private static T Enum<T>(JsonElement e, string name)
        where T : struct, Enum => ReportNames.Parse<T>(Text(e, name));

    private static DateOnly? Date(JsonElement e, string name) =>
        OptionalText(e, name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string Text(JsonElement e, string name) => OptionalText(e, name) ?? throw new FormatException($"The property '{name}' is missing or null.");

    private static string? OptionalText(JsonElement e, string name) => e.TryGetProperty(name, out JsonElement v) ? v.GetString() : null;

    private static int Integer(JsonElement e, string name) => e.GetProperty(name).GetInt32();

    private static double Number(JsonElement e, string name) => e.GetProperty(name).GetDouble();

    private static IReadOnlyList<string> Strings(JsonElement e, string name) => [.. e.GetProperty(name).EnumerateArray().Select(v => v.GetString() ?? "")];

    private static IReadOnlyList<T> List<T>(JsonElement e, string name, Func<JsonElement, T> read) => [.. e.GetProperty(name).EnumerateArray().Select(read)];
}

namespace StoryCompare.Tests.Reporting;

/// <summary>Reports made by hand, so that the writers are tested apart from the analysis.</summary>
internal static class SampleReports
{
    public const string Hostile = "</script><img src=x onerror=alert(1)> | `code` [link](javascript:alert(1)) =HYPERLINK(\"x\") \u202Egnirts\u202C \u001B[31mred\u001B[0m \u0000 & <b>";

    /// <summary>A report with one of everything, its texts taken from <paramref name="text"/>.</summary>
    public static StoryReport WithOneOfEverything(string text)
    {
        Provenance a = new("a", new TextSpan(0, text.Length), text);
        Provenance b = new("b", new TextSpan(3, 3 + text.Length), text);
        Figure figure = new() { Value = 25000, Unit = "km2", Qualifier = FigureQualifier.MoreThan, Counts = text, Role = "taken", Step = 1000, Change = FigureChange.Up };
        Figure range = new() { Value = 0.1, High = 12.5, Unit = "", Qualifier = FigureQualifier.Range };
        return new StoryReport
        {
            Articles =
            [
                new ReportedArticle { Id = "a", Outlet = text, Title = text, Published = new PublicationDate(new DateOnly(2020, 2, 29), null, DateBasis.Inferred, [text]), Dropped = [new DroppedText(new TextSpan(0, 4), "byline", "starts-with-by")], Language = "en", Flags = ["composite"] },
                new ReportedArticle { Id = "b", Published = PublicationDate.Unknown, Language = "und" },
            ],
            Stories =
            [
                new Story
                {
                    Id = "s1",
                    Title = text,
                    Articles = ["a", "b"],
                    Reasons = [new PairReason("a", "b", true, 0.98765432, [new("title", 0.5), new("time", null)], text)],
                    Copies = [new SyndicationGroup(["a", "b"], SyndicationKind.SharedSource, 0.5, [a, b])],
                    Alignments = [new AlignedSentences("s1.a1", AlignmentKind.NearCopy, 0.75, [a, b], [new AlignmentDiff(0, 1, [new DiffOp("equal", text), new DiffOp("insert", "x")])])],
                    AgreedFacts = [new AgreedFact("s1.f1", text, 2, 1, [text], [a, b], [b])],
                    Conflicts = [new Conflict { Id = "s1.c1", Kind = ConflictKind.Figure, Severity = Severity.High, About = text, Internal = true, ExplainedBy = ConflictExplanation.Update, Explanation = text, Sides = [new Statement(text, [a]), new Statement("other", [b])] }],
                    NotConflicts = [new NotConflict("s1.n1", ConflictKind.Date, text, [a, b])],
                    Figures = [new RecurringFigure { Id = "s1.g1", Figure = figure, Outlets = 2, Origins = 1, Mentions = [new FigureMention(a, figure, text), new FigureMention(b, range, null)] }],
                    Quotations = [new Quotation("s1.q1", text, [new QuotationVersion(a, QuotationKind.Direct, text, "said", null), new QuotationVersion(b, QuotationKind.Continued, null, null, text)])],
                    Names = [new NamedEntity("s1.e1", text, NameKind.Organisation, [text, "other"], [a])],
                    Wording = [new WordingDifference("s1.w1", text, [new Statement(text, [a]), new Statement("other", [b])])],
                    SingleSource = [new SingleSourceClaim("s1.u1", "a", text, [a])],
                    Coverage = [new Coverage("s1.f1", ["a"], ["b"])],
                },
            ],
            Storylines = [new Storyline(["s1", "s1"], text)],
            Diagnostics = [new Diagnostic("stub", DiagnosticSeverity.Warning, "a", text, new TextSpan(1, 2)), new Diagnostic("empty-text", DiagnosticSeverity.Info, null, "nothing")],
        };
    }
}

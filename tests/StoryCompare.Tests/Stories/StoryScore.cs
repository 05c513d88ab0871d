namespace StoryCompare.Tests.Stories;

/// <summary>Holds a report against a story's expectations.</summary>
internal sealed class StoryScore
{
    private readonly StoryReport _report;

    /// <summary>The score with the library's own clustering.</summary>
    public StoryScore(StorySpec spec)
        : this(spec, StoryComparer.Default.Compare(spec.Articles))
    {
    }

    private StoryScore(StorySpec spec, StoryReport report)
    {
        _report = report;
        Partition = Partitions(spec);
        Count(spec, "conflict", ConflictFound, ConflictsFound, ConflictsMissed);
        Count(spec, "agreed", AgreedFound, AgreedFoundList, AgreedMissed);
        Count(spec, "aligned", AlignedFound, AlignedFoundList, AlignedMissed);
        Count(spec, "figure", FigureFound, FiguresFound, FiguresMissed);
        Count(spec, "quotation", QuotationFound, QuotationsFound, QuotationsMissed);
        Traps.AddRange(spec.Expected("no conflict").Where(e => Conflicts.Any(c => Between(c, e))).Select(static e => e.Text));
        Traps.AddRange(spec.Expected("not aligned").Where(AlignedFound).Select(static e => e.Text));
        Expectation[] allowed = [.. spec.Expected("conflict"), .. spec.Expected("acceptable conflict")];
        False.AddRange(Conflicts.Where(c => c.Severity != Severity.Low && !allowed.Any(e => Between(c, e))));
    }

    /// <summary>The score with the articles given as the stories they are: what comparing finds where clustering leaves nobody out.</summary>
    public static StoryScore OfGivenStories(StorySpec spec)
    {
        string[][] groups = [.. spec.Expected("stories").SelectMany(static e => e.Text[(e.Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|')).Select(static g => g.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        (string, IReadOnlyList<Article>)[] stories = [.. groups.Select((g, i) => ($"s{i + 1}", (IReadOnlyList<Article>)[.. spec.Articles.Where(a => g.Contains(a.Id, StringComparer.Ordinal))]))];
        return new StoryScore(spec, ComparisonRun.Compare(stories, new StoryCompareOptions(), null, CancellationToken.None));
    }

    public bool Partition { get; }
    public List<string> ConflictsFound { get; } = [];
    public List<string> ConflictsMissed { get; } = [];
    public List<string> AgreedFoundList { get; } = [];
    public List<string> AgreedMissed { get; } = [];
    public List<string> AlignedFoundList { get; } = [];
    public List<string> AlignedMissed { get; } = [];
    public List<string> FiguresFound { get; } = [];
    public List<string> FiguresMissed { get; } = [];
    public List<string> QuotationsFound { get; } = [];
    public List<string> QuotationsMissed { get; } = [];
    /// <summary>Near misses that were reported after all.</summary>
    public List<string> Traps { get; } = [];
    /// <summary>Conflicts of severity high or medium that no expectation names.</summary>
    public List<Conflict> False { get; } = [];

    public StoryReport Report => _report;

    private IEnumerable<Conflict> Conflicts => _report.Stories.SelectMany(static s => s.Conflicts);

    private static void Count(StorySpec spec, string what, Func<Expectation, bool> found, List<string> hits, List<string> misses)
    {
        foreach (Expectation e in spec.Expected(what))
        {
            (found(e) ? hits : misses).Add($"{spec.Name}: {e.Text}");
        }
    }

    private bool Partitions(StorySpec spec)
    {
        string[] expected = [.. spec.Expected("stories").SelectMany(static e => e.Text[(e.Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|')).Select(static g => string.Join(' ', g.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
        return expected.SequenceEqual(_report.Stories.Select(static s => string.Join(' ', s.Articles)).Order(StringComparer.Ordinal));
    }

    // "conflict figure update": the kind is the second word; place and actor, certainty and polarity, figure and date are near kin.
    private bool ConflictFound(Expectation e) => Conflicts.Any(c => Kin(c.Kind, e.What.Split(' ')[1]) && Between(c, e) && (!e.What.EndsWith("update", StringComparison.Ordinal) || c.ExplainedBy == ConflictExplanation.Update));

    private bool AgreedFound(Expectation e) => _report.Stories.SelectMany(static s => s.AgreedFacts).Any(f => Several(f.Evidence, e));

    private bool AlignedFound(Expectation e) => _report.Stories.SelectMany(static s => s.Alignments).Any(a => e.Places.All(side => side.Any(p => Touches(a.Spans, p))));

    private bool FigureFound(Expectation e) => _report.Stories.SelectMany(static s => s.Figures).Any(f => e.Places.All(side => side.Any(p => Touches([.. f.Mentions.Select(static m => m.Where)], p))));

    private bool QuotationFound(Expectation e) => _report.Stories.SelectMany(static s => s.Quotations).Any(q => e.Places.All(side => side.Any(p => Touches([.. q.Versions.Select(static v => v.Where)], p))));

    private static bool Kin(ConflictKind kind, string name) => name switch
    {
        "figure" or "date" => kind is ConflictKind.Figure or ConflictKind.Date,
        "place" or "actor" => kind is ConflictKind.Place or ConflictKind.Actor,
        "certainty" or "polarity" => kind is ConflictKind.Certainty or ConflictKind.Polarity,
        "attribution" => kind is ConflictKind.Attribution,
        "quotation" => kind is ConflictKind.Quotation,
        _ => false,
    };

    private static bool Between(Conflict c, Expectation e)
    {
        for (int i = 0; i < e.Places.Count; i++)
        {
            for (int j = i + 1; j < e.Places.Count; j++)
            {
                if (c.Sides.Any(x => e.Places[i].Any(p => Touches(x.Evidence, p)) && c.Sides.Any(y => !ReferenceEquals(x, y) && e.Places[j].Any(p => Touches(y.Evidence, p)))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Several(IReadOnlyList<Provenance> evidence, Expectation e) => e.Places.Count(side => side.Any(p => Touches(evidence, p))) >= 2;

    private static bool Touches(IReadOnlyList<Provenance> evidence, Place place) => evidence.Any(p => p.Article == place.Article && p.Span.Overlaps(place.Span));
}
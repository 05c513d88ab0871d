using StoryCompare.Alignment;
using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Findings;
using StoryCompare.Internals;

namespace StoryCompare.Claims;

/// <summary>What the Claims stage found in a story, and the dates it passed on between the articles.</summary>
/// <param name="Story">The story with all lists but reasons filled.</param>
/// <param name="Published">For each article: its date, transferred where cluster mates tell it.</param>
/// <param name="Flags">For each article: flags that only comparing shows, such as <c>composite</c>.</param>
internal sealed record StoryFindings(Story Story, IReadOnlyList<PublicationDate> Published, IReadOnlyList<IReadOnlyList<string>> Flags)
{
    /// <summary>What the bounds of the options left out.</summary>
    public IReadOnlyList<Diagnostic> LeftOut { get; init; } = [];
}

/// <summary>Compares the claims of a story's articles.</summary>
internal static class ClaimComparer
{
    /// <summary>All findings of one story, the same whatever the number of threads.</summary>
    /// <remarks>Works through groups and indexes; never over all pairs of the story's sentences. What needs nothing of each other runs side by side.</remarks>
    public static StoryFindings Compare(StoryInput input, CancellationToken cancellationToken)
    {
        ParallelOptions parallel = Together.Threads(input.Options.MaxDegreeOfParallelism, cancellationToken);
        FiguresAndQuotes read = FiguresAndQuotes.Read(new StoryContext(input), parallel);
        StoryContext story = read.Story;

        // Conflicts are looked for among one of each text.
        ExactCopies copies = new(input);
        FiguresAndQuotes once = copies.Any ? FiguresAndQuotes.Read(new StoryContext(copies.Without(input)), parallel) : read;
        IReadOnlyList<AgreedFact> facts = [];
        IReadOnlyList<RecurringFigure> recurring = [];
        IReadOnlyList<Quotation> quotations = [];
        IReadOnlyList<AlignedSentences> alignments = [];
        IReadOnlyList<NamedEntity> names = [];
        IReadOnlyList<WordingDifference> wording = [];
        IReadOnlyList<SingleSourceClaim> single = [];

        // The longest step first, the many short ones last: no thread is left with a long one at the end.
        List<ConflictLedger> ledgers = [];
        Together.Run(parallel,
        [
            () =>
            {
                List<FigureGroup> reported = ReportedFigures.Of(story, read.Figures);
                facts = FactFindings.Write(story, reported);
                recurring = FigureFindings.Write(story, reported);
            },
            () => quotations = QuotationFindings.Write(story, read.Quotes),
            () => alignments = AlignmentFindings.Write(story),
            () => wording = WordingFindings.Write(story),
            () => names = NameFindings.Write(story),
            () => single = SingleSourceFindings.Write(story, read.Figures, read.Quotes),
            .. ConflictFinder.Steps(once.Story, once.Figures, once.Quotes, ledgers),
        ]);

        ConflictWriter writer = new(once.Story, ledgers);
        IReadOnlyList<Conflict> conflicts = copies.WithCopies(writer.WriteConflicts());
        facts = FactFindings.WithDissent(facts, conflicts);
        Story found = new()
        {
            Id = input.Id,
            Title = StoryTitle.Of(story),
            Articles = [.. input.Articles.Select(static a => a.Id)],
            Copies = input.Dependence.Groups,
            Alignments = alignments,
            AgreedFacts = facts,
            Conflicts = conflicts,
            NotConflicts = writer.WriteNotConflicts(),
            Figures = recurring,
            Quotations = quotations,
            Names = names,
            Wording = wording,
            SingleSource = single,
            Coverage = CoverageFindings.Write(story, facts, recurring, quotations),
        };
        return new StoryFindings(found, [.. input.Articles.Select(static a => a.Published)], CompositeFlags.Of(story, conflicts));
    }

    /// <summary>A story with its figures and quotations grouped; the words of its sentences are read.</summary>
    private sealed record FiguresAndQuotes(StoryContext Story, List<FigureGroup> Figures, List<List<StoryQuote>> Quotes)
    {
        public static FiguresAndQuotes Read(StoryContext story, ParallelOptions parallel)
        {
            // Finders ask for the words of nearly all sentences: read beforehand, no two of them read the same at one time.
            List<StoryFigure>[] figures = new List<StoryFigure>[story.Articles.Length];
            List<List<StoryQuote>> quotes = [];
            Together.Run(parallel,
            [
                .. Enumerable.Range(0, figures.Length).Select<int, Action>(a => () =>
                {
                    story.Articles[a].ReadWords();
                    figures[a] = StoryFigure.ReadAll(story, a);
                }),
                () => quotes = QuotationGroups.Group(story),
            ]);
            return new FiguresAndQuotes(story, FigureGroups.Group(story, [.. figures.SelectMany(static f => f)]), quotes);
        }
    }
}

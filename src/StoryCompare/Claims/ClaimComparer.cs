using StoryCompare.Alignment;
using StoryCompare.Claims.Conflicts;
using StoryCompare.Claims.Findings;

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
    /// <summary>All findings of one story.</summary>
    /// <remarks>Works through groups and indexes; never over all pairs of the story's sentences.</remarks>
    public static StoryFindings Compare(StoryInput input, CancellationToken cancellationToken)
    {
        IReadOnlyList<PublicationDate> published = DateTransfer.Apply(ref input);
        StoryContext story = new(input);
        List<FigureGroup> figures = FigureGroups.Group(story, StoryFigure.ReadAll(story));
        List<List<StoryQuote>> quotes = QuotationGroups.Group(story);
        cancellationToken.ThrowIfCancellationRequested();

        (IReadOnlyList<Conflict> conflicts, IReadOnlyList<NotConflict> notConflicts) = FindConflicts(story, figures, quotes, cancellationToken);
        List<FigureGroup> reported = ReportedFigures.Of(story, figures);
        IReadOnlyList<AgreedFact> facts = FactFindings.Write(story, conflicts, reported);
        IReadOnlyList<RecurringFigure> recurring = FigureFindings.Write(story, reported);
        IReadOnlyList<Quotation> quotations = QuotationFindings.Write(story, quotes);
        Story found = new()
        {
            Id = input.Id,
            Title = StoryTitle.Of(story),
            Articles = [.. input.Articles.Select(static a => a.Id)],
            Copies = input.Dependence.Groups,
            Alignments = AlignmentFindings.Write(story),
            AgreedFacts = facts,
            Conflicts = conflicts,
            NotConflicts = notConflicts,
            Figures = recurring,
            Quotations = quotations,
            Names = NameFindings.Write(story),
            Wording = WordingFindings.Write(story),
            SingleSource = SingleSourceFindings.Write(story, figures, quotes),
            Coverage = CoverageFindings.Write(story, facts, recurring, quotations),
        };
        return new StoryFindings(found, published, CompositeFlags.Of(story, conflicts));
    }

    private static (IReadOnlyList<Conflict> Conflicts, IReadOnlyList<NotConflict> NotConflicts) FindConflicts(StoryContext story, List<FigureGroup> figures, List<List<StoryQuote>> quotes, CancellationToken cancellationToken)
    {
        ExactCopies copies = new(story.Input);
        if (copies.Any)
        {
            story = new StoryContext(copies.Without(story.Input));
            figures = FigureGroups.Group(story, StoryFigure.ReadAll(story));
            quotes = QuotationGroups.Group(story);
        }

        ConflictLedger ledger = new(story);
        ConflictFinder.Find(story, figures, quotes, ledger, cancellationToken);
        return (copies.WithCopies(ledger.WriteConflicts()), ledger.WriteNotConflicts());
    }
}

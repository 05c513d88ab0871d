using StoryCompare.Claims.Findings;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Lists the finders of every kind of conflict.</summary>
/// <remarks>
/// Each is a step of its own and may run beside any other. So a finder keeps what it reads to itself or, where others ask for the same, in a place of
/// <see cref="BySentence{T}"/> or <see cref="Lazy{T}"/>; what it adds is seen by the finders after it only (<see cref="ConflictLedger.Tells"/>). Their order is that of the ledger, not of time.
/// </remarks>
internal static class ConflictFinder
{
    private delegate void Finder(ConflictLedger ledger);

    /// <summary>A step for each finder. A story of one article can only contradict itself.</summary>
    /// <param name="story">The story.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="quotes">Its quotations.</param>
    /// <param name="ledgers">Takes the finders' ledgers, in order; complete when all steps were run.</param>
    public static List<Action> Steps(StoryContext story, IReadOnlyList<FigureGroup> figures, IReadOnlyList<List<StoryQuote>> quotes, List<ConflictLedger> ledgers)
    {
        List<Action> steps = [];
        foreach (Finder finder in Finders(story, figures, quotes))
        {
            ConflictLedger ledger = new(ledgers.Count > 0 ? ledgers[^1] : null);
            ledgers.Add(ledger);
            steps.Add(() => Run(finder, ledger));
        }

        return steps;
    }

    private static void Run(Finder finder, ConflictLedger ledger)
    {
        try
        {
            finder(ledger);
        }
        finally
        {
            ledger.Close();
        }
    }

    private static IEnumerable<Finder> Finders(StoryContext story, IReadOnlyList<FigureGroup> figures, IReadOnlyList<List<StoryQuote>> quotes)
    {
        WordIndex words = new(story);
        Scope scope = new(story);
        ClaimContext context = new(story, scope);

        // What takes long to make is made by the first finder that needs it, beside the others.
        Lazy<DeedReader> deeds = new(() => new DeedReader(story, scope, context, figures));
        Lazy<Affiliations> affiliations = new(() => new Affiliations(story));
        Lazy<PersonTies> ties = new(() => new PersonTies(story, scope));
        Lazy<MainPerson> main = new(() => new MainPerson(story, context, ties.Value));
        yield return ledger => CertaintyConflicts.Find(story, words, context, ledger);
        yield return ledger => CauseConflicts.Find(story, context, ledger);
        if (story.Articles.Length < 2)
        {
            yield break;
        }

        yield return ledger => FigureConflicts.Find(story, scope, figures, ledger);
        yield return ledger => HolderFigures.Find(story, scope, figures, ledger);
        yield return ledger => LoneActors.Find(story, scope, figures, ledger);
        yield return ledger => ResultConflicts.Find(story, scope, context, ledger);
        yield return ledger => OrdinalConflicts.Find(story, scope, ledger);
        yield return ledger => DateConflicts.Find(story, scope, context, ledger);
        yield return ledger => MainTimeConflicts.Find(story, scope, ledger);
        yield return ledger => PlaceConflicts.Find(story, scope, context, ledger);
        yield return ledger => SettingConflicts.Find(story, scope, deeds.Value, ledger);
        yield return ledger => RelativeDayConflicts.Find(story, scope, deeds.Value, ledger);
        yield return ledger => DirectionConflicts.Find(story, scope, ledger);
        yield return ledger => OfficeConflicts.Find(story, ledger);
        yield return ledger => RankConflicts.Find(story, ledger);
        yield return ledger => NameConflicts.Find(story, scope, ledger);
        yield return ledger => NationalityConflicts.Find(story, scope, ledger);
        yield return ledger => DeathCauseConflicts.Find(story, context, ledger);
        yield return ledger => HappeningDates.Find(story, scope, context, ties.Value, main.Value, ledger);
        yield return ledger => FillConflicts.Find(story, scope, context, ties.Value, ledger);
        yield return ledger => NamedFillConflicts.Find(story, scope, context, ties.Value, ledger);
        yield return ledger => AddressConflicts.Find(story, scope, context, ledger);
        yield return ledger => AttributionConflicts.Find(story, context, affiliations.Value, figures, quotes, ledger);
        yield return ledger => ContraryConflicts.Find(story, context, ties.Value, main.Value, ledger);
        yield return ledger => NegationConflicts.Find(story, context, ledger);
        yield return ledger => RivalCauses.Find(story, context, ledger);
        yield return ledger => QuestionConflicts.Find(story, words, context, ledger);
        yield return ledger => TopicConflicts.Find(story, scope, context, ties.Value, ledger);
        yield return ledger => MatterConflicts.Find(story, scope, context, ledger);
        yield return ledger => ActorConflicts.Find(story, ledger);
        yield return ledger => RivalActors.Find(story, context, affiliations.Value, ledger);
        yield return ledger => RivalDoers.Find(story, context, ledger);
        yield return ledger => EventConflicts.Find(story, scope, context, ties.Value, ledger);
        yield return ledger => RoleConflicts.Find(story, scope, context, ledger);
        yield return ledger => HolderConflicts.Find(story, ledger);
        yield return ledger => QuotationConflicts.Find(story, quotes, ledger);
        yield return ledger => QuotedSentenceConflicts.Find(story, quotes, ledger);
    }
}

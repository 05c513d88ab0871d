using StoryCompare.Claims.Findings;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Runs the finders of every kind of conflict over a story.</summary>
internal static class ConflictFinder
{
    /// <summary>Fills the ledger. A story of one article can only contradict itself.</summary>
    public static void Find(StoryContext story, IReadOnlyList<FigureGroup> figures, IReadOnlyList<List<StoryQuote>> quotes, ConflictLedger ledger, CancellationToken cancellationToken)
    {
        ActIndex index = new(story);
        WordIndex words = new(story);
        Scope scope = new(story);
        ClaimContext context = new(story, scope);
        CertaintyConflicts.Find(story, index, words, context, ledger);
        CauseConflicts.Find(story, context, ledger);
        if (story.Articles.Length < 2)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        FigureConflicts.Find(story, scope, figures, ledger);
        HolderFigures.Find(story, scope, figures, ledger);
        LoneActors.Find(story, scope, figures, ledger);
        ResultConflicts.Find(story, scope, context, ledger);
        OrdinalConflicts.Find(story, scope, ledger);
        DateConflicts.Find(story, scope, context, ledger);
        MainTimeConflicts.Find(story, scope, ledger);
        PlaceConflicts.Find(story, scope, context, ledger);
        DeedReader deeds = new(story, scope, context, figures);
        SettingConflicts.Find(story, scope, deeds, ledger);
        RelativeDayConflicts.Find(story, scope, deeds, ledger);
        DirectionConflicts.Find(story, scope, ledger);
        OfficeConflicts.Find(story, ledger);
        RankConflicts.Find(story, ledger);
        NameConflicts.Find(story, scope, ledger);
        NationalityConflicts.Find(story, scope, ledger);
        DeathCauseConflicts.Find(story, context, ledger);
        PersonTies ties = new(story, scope);
        MainPerson main = new(story, context, ties);
        HappeningDates.Find(story, scope, context, ties, main, ledger);
        FillConflicts.Find(story, scope, context, ties, ledger);
        NamedFillConflicts.Find(story, scope, context, ties, ledger);
        AddressConflicts.Find(story, scope, context, ledger);
        AttributionConflicts.Find(story, context, figures, quotes, ledger);
        ContraryConflicts.Find(story, context, ties, main, ledger);
        NegationConflicts.Find(story, context, ledger);
        RivalCauses.Find(story, context, ledger);
        QuestionConflicts.Find(story, words, context, ledger);
        TopicConflicts.Find(story, scope, context, ties, ledger);
        MatterConflicts.Find(story, scope, context, ledger);
        ActorConflicts.Find(story, ledger);
        RivalActors.Find(story, context, ledger);
        RivalDoers.Find(story, context, ledger);
        EventConflicts.Find(story, scope, context, ties, ledger);
        RoleConflicts.Find(story, scope, context, ledger);
        HolderConflicts.Find(story, ledger);
        QuotationConflicts.Find(story, quotes, ledger);
        QuotedSentenceConflicts.Find(story, quotes, ledger);
    }
}

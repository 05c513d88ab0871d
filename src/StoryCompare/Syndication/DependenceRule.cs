namespace StoryCompare.Syndication;

/// <summary>Decides from the evidence how two articles depend on each other.</summary>
internal static class DependenceRule
{
    /// <summary>Containment from which one text is a copy of the other.</summary>
    public const double Copy = 0.6;

    /// <summary>Containment, outside quotations and templates, from which it is a reworded one (see <see cref="ShingledText"/> for the measurement).</summary>
    public const double Rewrite = 0.1;

    /// <summary>Words of a common run that is a whole sentence of one desk, told outside quotation marks.</summary>
    public const int OneSentence = 20;

    /// <summary>The kind and its score in [0, 1], or null where the two look independent.</summary>
    public static (SyndicationKind Kind, double Score)? Decide(PairEvidence e)
    {
        if (e.Containment >= Copy && e.OwnWords >= Copy / 2)
        {
            return (SyndicationKind.Copy, Math.Min(1, e.Containment));
        }

        // Stock paragraphs stand at the end of an article; a rewritten wire text shares its news.
        bool background = e.Containment < 0.35 && e.Early < 0.1 && e.Conversions + e.Quotations == 0;
        if (e.OwnWords >= Rewrite && !background)
        {
            return (SyndicationKind.Rewrite, Math.Min(0.95, 0.6 + e.OwnWords));
        }

        (int points, int kinds) = Points(e);
        int needed = e.Conversions + e.Quotations > 0 ? 4 : 5;
        if ((points >= needed && kinds >= 2) || e.LongestOwnRun >= OneSentence)
        {
            return (SyndicationKind.SharedSource, Math.Min(0.9, 0.3 + (0.08 * Math.Max(points, needed))));
        }

        return e.LongestRun >= 8 && (e.TemplateRuns > 0 || background) ? (SyndicationKind.HouseStyle, Math.Min(0.5, 0.1 + (0.02 * e.LongestRun))) : null;
    }

    /// <summary>Weak signs add up: none of them alone makes two articles dependent, since two reporters may attend one press conference.</summary>
    private static (int Points, int Kinds) Points(PairEvidence e)
    {
        int conversions = e.Conversions > 0 ? 2 : 0;
        int quotations = Math.Min(2, e.Quotations);
        int order = e.SourcesInOrder >= 3 ? 2 : e.SourcesInOrder == 2 ? 1 : 0;
        int words = e.OwnWords >= 0.05 ? 2 : e.OwnWords >= 0.015 ? 1 : 0;
        int runs = e.SharedRuns >= 2 ? 1 : 0;
        int kinds = (conversions > 0 ? 1 : 0) + (quotations > 0 ? 1 : 0) + (order > 0 ? 1 : 0) + (words + runs > 0 ? 1 : 0);
        return (conversions + quotations + order + words + runs, kinds);
    }
}

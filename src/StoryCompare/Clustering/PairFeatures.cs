namespace StoryCompare.Clustering;

/// <summary>What the model reads of a pair of articles. Few, and none that tells which collection an article is from.</summary>
internal static class PairFeatures
{
    private static readonly string[] Measures =
    [
        "bias", "words", "bigrams", "names", "title", "noTitle", "lead", "act", "numbers", "noNumbers",
        "noDate", "sameWeek", "sameMonth", "weekdayApart", "weekdaySame", "sharedDay", "otherDay",
        "overCrowdLow", "overCrowdHigh", "sharedCrowd", "wordMass", "bigramMass", "nameMass", "titleLead", "leadBody", "leadHeldLow", "leadHeldHigh", "titleHeldLow", "titleHeldHigh", "namesMissedLow", "namesMissedHigh",
    ];

    /// <summary>The last measures, which count in a crowd alone: in a small batch <see cref="MergeFeatures"/> judge what one side lacks.</summary>
    private const int OfCrowdsOnly = 2;

    /// <summary>Share of a lead that is names and numbers which the other article has nowhere, half the mean of doubtful pairs: more speaks against a pair, less for it. Chosen by cross-validation and sets left out (ARCHITECTURE.md).</summary>
    private const double UsuallyMissed = 0.08;

    /// <summary>
    /// Names of the features, in order; the shipped coefficients carry them. Each measure comes twice, shared out by how much of a crowd the two
    /// articles have: a batch of five gives no local scale and little notion of which words are rare, and its pairs read differently.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } = [.. Measures, .. Measures.Select(static m => "small." + m)];

    /// <summary>Writes the features into <paramref name="x"/>, which is as long as <see cref="Names"/>. Symmetric in the articles.</summary>
    public static void Fill(ArticleVectors a, ArticleVectors b, PairSimilarity similarity, Crowd crowdA, Crowd crowdB, Span<double> x) =>
        Fill(a, b, similarity, PairFields.Of(a, b), crowdA, crowdB, x);

    /// <summary>The same from fields compared before.</summary>
    public static void Fill(ArticleVectors a, ArticleVectors b, in PairSimilarity similarity, in PairFields fields, in Crowd crowdA, in Crowd crowdB, Span<double> x)
    {
        bool titled = a.Has(Channel.Title) && b.Has(Channel.Title);
        bool counted = a.Has(Channel.Numbers) && b.Has(Channel.Numbers);
        int gap = EventTime.Gap(a.When, b.When);
        int weekdayGap = EventTime.WeekdayGap(a.When, b.When);
        int sharedDays = EventTime.SharedDays(a.When, b.When);
        double overA = Math.Log((similarity.Blend + 0.01) / (crowdA.Level + 0.01));
        double overB = Math.Log((similarity.Blend + 0.01) / (crowdB.Level + 0.01));
        int i = 0;
        x[i++] = 1;
        x[i++] = Math.Sqrt(similarity.Words);
        x[i++] = Math.Sqrt(similarity.Bigrams);
        x[i++] = Math.Sqrt(similarity.Names);
        x[i++] = titled ? Math.Sqrt(fields.Title) : 0;
        x[i++] = titled ? 0 : 1;
        x[i++] = Math.Sqrt(fields.Lead);
        x[i++] = Math.Sqrt(fields.Act);
        x[i++] = counted ? Math.Sqrt(fields.Numbers * Ample(a.Norm(Channel.Numbers) * b.Norm(Channel.Numbers))) : 0;
        x[i++] = counted ? 0 : 1;
        x[i++] = gap < 0 ? 1 : 0;
        x[i++] = gap < 0 ? 0 : Math.Exp(-gap / 7.0);
        x[i++] = gap < 0 ? 0 : Math.Exp(-gap / 30.0);
        x[i++] = weekdayGap < 0 ? 0 : Math.Min(1, weekdayGap / 7.0);
        x[i++] = weekdayGap == 0 ? 1 : 0;
        x[i++] = sharedDays > 0 ? 1 : 0;
        x[i++] = sharedDays < 0 ? 1 : 0;
        x[i++] = Math.Min(overA, overB);
        x[i++] = Math.Max(overA, overB);
        x[i++] = Crowd.Shared(crowdA, crowdB);
        x[i++] = Mass(a, b, Channel.Words, similarity.Words);
        x[i++] = Mass(a, b, Channel.Bigrams, similarity.Bigrams);
        x[i++] = Mass(a, b, Channel.Names, similarity.Names);
        x[i++] = Math.Sqrt(fields.TitleLead);
        x[i++] = Math.Sqrt(fields.LeadBody);
        x[i++] = Math.Min(fields.LeadHeldOfA, fields.LeadHeldOfB);
        x[i++] = Math.Max(fields.LeadHeldOfA, fields.LeadHeldOfB);
        x[i++] = titled ? Math.Min(fields.TitleHeldOfA, fields.TitleHeldOfB) : Math.Max(fields.TitleHeldOfA, fields.TitleHeldOfB);
        x[i++] = Math.Max(fields.TitleHeldOfA, fields.TitleHeldOfB);
        (double missedOfA, double missedOfB) = (Missed(a, fields.NamesHeldOfA, b), Missed(b, fields.NamesHeldOfB, a));
        x[i++] = Math.Min(missedOfA, missedOfB);
        x[i] = Math.Max(missedOfA, missedOfB);
        double small = (crowdA.Missing + crowdB.Missing) / 2;
        for (int m = 0; m < Measures.Length; m++)
        {
            x[Measures.Length + m] = m < Measures.Length - OfCrowdsOnly ? small * x[m] : 0;
            x[m] *= 1 - small;
        }
    }

    // What of a lead is names and numbers that the other nowhere has: two reports of one event name its place and its people. It says the less the less the other tells beyond
    // its own lead: two excerpts of one event name different people.
    private static double Missed(ArticleVectors of, double held, ArticleVectors by)
    {
        double words = by.Norm(Channel.Words);
        double lead = by.Norm(Channel.Lead);
        return words > 0 ? (Math.Max(0, of.LeadNames - held) - UsuallyMissed) * (1 - Math.Min(1, lead * lead / (words * words))) : 0;
    }

    // One number each, the year of an older event, is a cosine of 1 and no evidence: numbers count as there are more of them.
    private static double Ample(double mass) => mass / (mass + 60);

    // How much is shared, not which share of the whole: long articles dilute a cosine.
    private static double Mass(ArticleVectors a, ArticleVectors b, Channel channel, double cosine) =>
        Math.Log(1 + (cosine * a.Norm(channel) * b.Norm(channel) / 50));
}

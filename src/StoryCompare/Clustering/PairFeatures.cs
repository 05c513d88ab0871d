namespace StoryCompare.Clustering;

/// <summary>What the model reads of a pair of articles.</summary>
internal static class PairFeatures
{
    /// <summary>Names of the features, in order; the shipped coefficients carry them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "bias", "words", "bigrams", "names", "title", "noTitle", "lead", "act", "numbers", "noNumbers",
        "noDate", "sameWeek", "sameMonth", "weekdayApart", "weekdaySame", "sharedDay", "otherDay",
        "ofBestLow", "ofBestHigh", "overNearLow", "overNearHigh", "overFarLow", "overFarHigh", "sharedCrowd",
    ];

    static readonly string[] Off = (Environment.GetEnvironmentVariable("OFF") ?? "").Split(',');
    public static void Fill(ArticleVectors a, ArticleVectors b, double[] aroundA, double[] aroundB, double sharedCrowd, Span<double> x)
    {
        double words = ArticleVectors.Cosine(a, b, Channel.Words);
        double bigrams = ArticleVectors.Cosine(a, b, Channel.Bigrams);
        double similarity = Neighbourhood.Similarity(words, bigrams);
        bool titled = a.Has(Channel.Title) && b.Has(Channel.Title);
        bool counted = a.Has(Channel.Numbers) && b.Has(Channel.Numbers);
        int gap = EventTime.Gap(a.When, b.When);
        int weekdayGap = EventTime.WeekdayGap(a.When, b.When);
        int shared = EventTime.SharedDays(a.When, b.When);
        double ofA = similarity / Math.Max(similarity, Math.Max(aroundA[0], 1e-6));
        double ofB = similarity / Math.Max(similarity, Math.Max(aroundB[0], 1e-6));
        double overA = Math.Log((similarity + 0.01) / (aroundA[1] + 0.01));
        double overB = Math.Log((similarity + 0.01) / (aroundB[1] + 0.01));
        double farA = Math.Log((similarity + 0.01) / (aroundA[2] + 0.01));
        double farB = Math.Log((similarity + 0.01) / (aroundB[2] + 0.01));
        int i = 0;
        x[i++] = 1;
        x[i++] = Math.Sqrt(words);
        x[i++] = Math.Sqrt(bigrams);
        x[i++] = Math.Sqrt(ArticleVectors.Cosine(a, b, Channel.Names));
        x[i++] = titled ? Math.Sqrt(ArticleVectors.Cosine(a, b, Channel.Title)) : 0;
        x[i++] = titled ? 0 : 1;
        x[i++] = Math.Sqrt(ArticleVectors.Cosine(a, b, Channel.Lead));
        x[i++] = Math.Sqrt(ArticleVectors.Cosine(a, b, Channel.Act));
        x[i++] = counted ? Math.Sqrt(ArticleVectors.Cosine(a, b, Channel.Numbers)) : 0;
        x[i++] = counted ? 0 : 1;
        x[i++] = gap < 0 ? 1 : 0;
        x[i++] = gap < 0 ? 0 : Math.Exp(-gap / 7.0);
        x[i++] = gap < 0 ? 0 : Math.Exp(-gap / 30.0);
        x[i++] = weekdayGap < 0 ? 0 : Math.Min(1, weekdayGap / 7.0);
        x[i++] = weekdayGap == 0 ? 1 : 0;
        x[i++] = shared > 0 ? 1 : 0;
        x[i++] = shared < 0 ? 1 : 0;
        x[i++] = Math.Min(ofA, ofB);
        x[i++] = Math.Max(ofA, ofB);
        x[i++] = Math.Min(overA, overB);
        x[i++] = Math.Max(overA, overB);
        x[i++] = Math.Min(farA, farB);
        x[i++] = Math.Max(farA, farB);
        x[i] = sharedCrowd;
        for (int k = 0; k <= i; k++)
        {
            if (Off.Contains(Names[k])) x[k] = 0;
        }
    }
}

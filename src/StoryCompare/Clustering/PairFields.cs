namespace StoryCompare.Clustering;

/// <summary>The parts of two articles compared, all in [0, 1] and 0 where a side has no such part.</summary>
/// <param name="Title">Cosine of the headlines.</param>
/// <param name="Lead">Cosine of the leads.</param>
/// <param name="Act">Cosine of what happened.</param>
/// <param name="Numbers">Cosine of the numbers.</param>
/// <param name="TitleLead">The higher cosine of one's headline and the other's lead.</param>
/// <param name="LeadBody">The higher cosine of one's lead and the other's words.</param>
/// <param name="LeadHeldOfA">Share of the first's lead whose words the second holds.</param>
/// <param name="LeadHeldOfB">Share of the second's lead whose words the first holds.</param>
/// <param name="TitleHeldOfA">Share of the first's headline whose words the second holds.</param>
/// <param name="TitleHeldOfB">Share of the second's headline whose words the first holds.</param>
/// <param name="NamesHeldOfA">Share of the first's lead that is names and numbers which the second holds.</param>
/// <param name="NamesHeldOfB">Share of the second's lead that is names and numbers which the first holds.</param>
internal readonly record struct PairFields(
    double Title, double Lead, double Act, double Numbers, double TitleLead, double LeadBody, double LeadHeldOfA, double LeadHeldOfB, double TitleHeldOfA, double TitleHeldOfB,
    double NamesHeldOfA, double NamesHeldOfB)
{
    /// <summary>The same with the articles in the other order.</summary>
    public PairFields Turned() =>
        new(Title, Lead, Act, Numbers, TitleLead, LeadBody, LeadHeldOfB, LeadHeldOfA, TitleHeldOfB, TitleHeldOfA, NamesHeldOfB, NamesHeldOfA);

    /// <summary>Compared part by part; <see cref="LoadedArticle.Fields"/> gives the same for many articles against one.</summary>
    public static PairFields Of(ArticleVectors a, ArticleVectors b)
    {
        (double leadBody, double leadA, _) = ArticleVectors.Overlap(a, Channel.Lead, b, Channel.Words);
        (double bodyLead, double leadB, _) = ArticleVectors.Overlap(b, Channel.Lead, a, Channel.Words);
        return new PairFields(
            ArticleVectors.Cosine(a, b, Channel.Title),
            ArticleVectors.Cosine(a, b, Channel.Lead),
            ArticleVectors.Cosine(a, b, Channel.Act),
            ArticleVectors.Cosine(a, b, Channel.Numbers),
            Math.Max(ArticleVectors.Cosine(a, Channel.Title, b, Channel.Lead), ArticleVectors.Cosine(a, Channel.Lead, b, Channel.Title)),
            Math.Max(leadBody, bodyLead),
            leadA,
            leadB,
            ArticleVectors.Overlap(a, Channel.Title, b, Channel.Words).HeldOfA,
            ArticleVectors.Overlap(b, Channel.Title, a, Channel.Words).HeldOfA,
            Share(a.NamesHeldBy(b)),
            Share(b.NamesHeldBy(a)));
    }

    private static double Share(ulong sum) => Math.Min(1, sum / (ArticleVectors.One * ArticleVectors.One));
}

using FsCheck;
using FsCheck.Fluent;

namespace StoryCompare.Tests.Claims;

/// <summary>What holds for any story: order changes nothing, a copy adds nothing.</summary>
public sealed class ClaimPropertyTests
{
    private static readonly string[] Sentences =
    [
        "Three people were killed when a ferry capsized off Port Laran on Monday.",
        "Eleven people were killed when the ferry capsized off Port Laran on Monday, the coast guard said.",
        "It is not yet confirmed that the ferry Aldona capsized off Port Laran.",
        "The ferry Aldona was carrying 212 passengers.",
        "“The sea was calm when we left the harbour,” said the captain, Jan Mirek.",
        "“The sea was quite calm when we left harbour,” Captain Jan Mirek said.",
        "The coast guard did not send a helicopter on Monday.",
        "The coast guard sent a helicopter on Monday.",
        "Prosecutors seized the logbook of the ferry Aldona on Tuesday.",
    ];

    [Test]
    public void Compare_AnyOrderOfArticles_GivesTheSameFindings() =>
        Prop.ForAll(Texts(), texts =>
        {
            Article[] articles = Articles(texts);
            string forward = Print(ClaimStories.Compare(new StoryCompareOptions(), articles));
            return forward == Print(ClaimStories.Compare(new StoryCompareOptions(), [.. articles.Reverse()]));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Compare_WithACopyOfAnArticle_RaisesNoOriginsAndMakesNoConflict() =>
        Prop.ForAll(Texts(), texts =>
        {
            Article[] articles = Articles(texts);
            Article copy = new(articles[0].Text) { Id = "z", Outlet = "Outlet a", Published = articles[0].Published };
            Story before = ClaimStories.Compare(new StoryCompareOptions(), articles);
            Story after = ClaimStories.Compare(new StoryCompareOptions(), [.. articles, copy]);
            return after.Conflicts.Count <= before.Conflicts.Count && Most(after) <= Math.Max(1, Most(before));
        }).QuickCheckThrowOnFailure();

    private static int Most(Story story) => story.AgreedFacts.Select(f => f.Origins).DefaultIfEmpty(0).Max();

    private static Arbitrary<string[]> Texts() =>
        Gen.ArrayOf(Gen.NonEmptyListOf(Gen.Elements(Sentences)).Select(l => string.Join(' ', l.Distinct().Take(5)))).Where(a => a.Length is >= 2 and <= 4).ToArbitrary();

    private static Article[] Articles(string[] texts) =>
        [.. texts.Select((t, i) => new Article(t) { Id = ((char)('a' + i)).ToString(), Outlet = "Outlet " + (char)('a' + i), Published = new DateTimeOffset(2024, 5, 6 + i, 0, 0, 0, TimeSpan.Zero) })];

    private static string Print(Story story)
    {
        using MemoryStream stream = new();
        ReportWriter.WriteJson(new StoryReport { Stories = [story] }, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

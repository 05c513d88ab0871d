using FsCheck;
using FsCheck.Fluent;

namespace StoryCompare.Tests.Claims;

/// <summary>What holds for any story: order changes nothing, a copy adds nothing.</summary>
public sealed class ClaimPropertyTests
{
    private static readonly string[] Reports =
    [
        "Three people were killed when the ferry Aldona capsized off Port Laran on Monday. The coast guard sent a helicopter from Osk. “The sea was calm when we left the harbour,” said the captain, Jan Mirek.",
        "Eleven people were killed when the ferry Aldona capsized off Port Laran, the coast guard said. The ferry was carrying 212 passengers. “The sea was quite calm when we left harbour,” Captain Jan Mirek said.",
        "It is not yet confirmed that the ferry Aldona capsized off Port Laran. The coast guard did not send a helicopter from Osk. Relatives of the 212 passengers waited at the pier.",
        "Prosecutors seized the logbook of the ferry Aldona on Tuesday. The ferry, built in 1987, was carrying 212 passengers when it capsized off Port Laran. A judge in Osk opened an inquiry.",
        "Divers confiscated nothing, but prosecutors took the logbook of the ferry Aldona on Tuesday. Captain Jan Mirek denied that the ferry was overloaded. Twelve divers searched the hull.",
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
            bool holds = after.Conflicts.Count <= before.Conflicts.Count && Most(after) <= Math.Max(1, Most(before));
            return holds.Label(string.Join('\n', after.Conflicts.Select(c => c + " | " + string.Join(" || ", c.Sides.Select(s => string.Join(" ; ", s.Evidence))))) + $"\n{before.Conflicts.Count} before; origins {Most(before)} -> {Most(after)}");
        }).QuickCheckThrowOnFailure();

    private static int Most(Story story) => story.AgreedFacts.Select(f => f.Origins).DefaultIfEmpty(0).Max();

    private static Arbitrary<string[]> Texts() =>
        Gen.Shuffle(Reports).SelectMany(all => Gen.Choose(2, Reports.Length).Select(n => all.Take(n).ToArray())).ToArbitrary();

    private static Article[] Articles(string[] texts) =>
        [.. texts.Select((t, i) => new Article(t) { Id = ((char)('a' + i)).ToString(), Outlet = "Outlet " + (char)('a' + i), Published = new DateTimeOffset(2024, 5, 6 + i, 0, 0, 0, TimeSpan.Zero) })];

    private static string Print(Story story)
    {
        using MemoryStream stream = new();
        ReportWriter.WriteJson(new StoryReport { Stories = [story] }, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

/// <summary>Events of more reports than an article keeps neighbours, beside others of their kind.</summary>
public sealed class LargeEventTests
{
    private static readonly string[] Names = ["Odran Pell", "Mira Castellan", "Hugo Arden", "Lena Obray", "Tomas Quent", "Ida Varrow", "Ruben Stade", "Nell Hathersage"];

    [TestCase(90, true)]
    [TestCase(250, true)]
    [TestCase(90, false)]
    public void Cluster_EventOfManyReports_StaysWholeAndApartFromItsLike(int reports, bool dated)
    {
        AnalyzedArticle[] articles =
        [
            .. Reports("a", reports, "ferry", "Corvale", "the Silver Gannet", 42, 3, dated), .. Reports("b", reports, "ferry", "Lowmoor", "the Blue Heron", 17, 5, dated),
            .. Enumerable.Range(0, 60).SelectMany(i => Reports($"c{i:00}", 2, Things[i % Things.Length], Places[i % Places.Length], $"the {Places[(i + 7) % Places.Length]} line", 60 + i, 1 + (i % 20), dated)),
        ];
        ClusteringResult result = EventClusterer.Cluster(articles, new ClusteringOptions(), CancellationToken.None);
        foreach (char large in "ab")
        {
            EventCluster[] stories = [.. result.Stories.Where(s => s.Members.Any(m => articles[m].Id[0] == large))];
            Assert.That(stories.Max(static s => s.Members.Count), Is.GreaterThan(reports * 0.9), "nearly all reports are one story");
            Assert.That(stories.SelectMany(static s => s.Members).Select(m => articles[m].Id[0]), Is.All.EqualTo(large), "and nothing else is in it");
        }
    }

    private static readonly string[] Things = ["tram", "warehouse fire", "flood", "court case", "strike", "quarry collapse", "bank raid", "school closure", "reactor leak", "bridge closure"];
    private static readonly string[] Places = ["Aldmoor", "Brackley", "Dunmere", "Eastwick", "Farrow", "Glenrock", "Hollin", "Iverton", "Jessop", "Kelby", "Marsh End", "Nettleton"];

    // Each report tells the main point in one of several wordings, some of the details, and has sentences of its own.
    private static IEnumerable<AnalyzedArticle> Reports(string prefix, int count, string thing, string place, string ship, int number, int day, bool dated)
    {
        string[] leads =
        [
            $"At least {number} people were hurt when {ship} was caught in a {thing} accident near {place} on Tuesday, the coast guard of {place} said.",
            $"A {thing} accident near {place} injured {number} people on Tuesday, officials said, after {ship} lost power.",
            $"Rescuers took {number} injured people off {ship} after Tuesday's {thing} accident at {place}.",
            $"{place} is counting the cost of a {thing} accident in which {number} people were hurt aboard {ship}.",
        ];
        string[] details =
        [
            $"The mayor of {place}, {Names[number % 8]}, asked for an inquiry into the {thing}.", $"{ship} had been inspected in March, its owner {Names[(number + 3) % 8]} said.",
            $"The harbour at {place} stays closed until divers have looked at {ship}.", $"Relatives gathered in the town hall of {place} through the night.",
            $"Fog had been forecast for {place}, the weather office said.", $"Lawyers for {Names[(number + 3) % 8]} declined to speak about {ship}.",
        ];
        for (int i = 0; i < count; i++)
        {
            Random random = new((number * 1000) + i);
            string own = string.Join(' ', Enumerable.Range(0, 3).Select(_ => Sentence(random)));
            string body = string.Join(' ', details.OrderBy(_ => random.Next()).Take(3));
            yield return ArticleAnalyzer.AnalyzeForClustering(
                new Article($"{leads[i % leads.Length]} {body} {own}") { Id = $"{prefix}{i:000}", Published = dated ? new DateTimeOffset(2021, 6, day + (i % 3), 0, 0, 0, TimeSpan.Zero) : null },
                string.Create(CultureInfo.InvariantCulture, $"{prefix}{i:000}"));
        }
    }

    private static string Sentence(Random random)
    {
        string Word() => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));
        return $"The {Word()} of the {Word()} was {Word()} and the {Word()} {Word()} had a {Word()} {Word()}.";
    }
}

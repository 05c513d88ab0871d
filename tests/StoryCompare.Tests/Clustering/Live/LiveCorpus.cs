using System.Globalization;

namespace StoryCompare.Tests.Clustering.Live;

/// <summary>Made-up news in the order of time: events with names and figures of their own, told in different words, some of them look-alikes of others, some articles copies.</summary>
internal static class LiveCorpus
{
    private static readonly string[] Syllables = ["bar", "den", "mor", "vel", "tas", "kir", "lun", "osa", "pel", "ria", "sto", "ulm", "wen", "yar", "zel", "fen"];
    private static readonly string[] Acts = ["flood", "explosion", "derailment", "wildfire", "landslide", "blackout", "strike", "election", "takeover", "verdict", "outbreak", "robbery"];
    private static readonly string[] Nouns = ["bridge", "harbour", "hospital", "market", "factory", "school", "council", "ferry", "tunnel", "orchard", "library", "stadium", "reservoir", "chapel", "quarry", "mill", "depot", "airfield", "clinic", "museum"];
    private static readonly string[][] Facts =
    [
        ["The {act} in {town} was reported on {day}, {who} said.", "{who} told reporters about the {act} in {town} on {day}."],
        ["At least {n1} people near the {noun1} were affected.", "The number of people affected near the {noun1} was put at {n1}."],
        ["The {noun2} of {town} stayed closed while crews checked the {noun1}.", "Crews checked the {noun1}, and the {noun2} in {town} stayed shut."],
        ["{who2}, who leads the {noun3}, asked for {n2} helpers.", "Some {n2} helpers were requested by {who2} of the {noun3}."],
        ["Officials put the cost at {n3} million dollars.", "The cost may reach {n3} million dollars, officials estimated."],
        ["A hearing about the {act} is planned in {town2}.", "{town2} will see a hearing about the {act}."],
    ];

    private static readonly string[] Asides = ["The weather had been calm all {day}.", "Nobody at the {noun1} wanted to comment.", "A similar case was heard of in {town2} {n2} years ago.", "Many had come for the fair at the {noun3}.", "{who2} once worked at a {noun2}."];

    /// <summary>So many articles, the same for the same seed.</summary>
    public static IReadOnlyList<Article> Make(int articles, int seed, int days = 12)
    {
        Random random = new(seed);
        List<(Dictionary<string, string> Slots, int Start)> events = [];
        List<Article> made = [];
        for (int i = 0; i < articles; i++)
        {
            double day = (double)days * i / articles;
            if (events.Count == 0 || random.Next(10) < 4)
            {
                Dictionary<string, string> slots = Slots(random);
                if (events.Count > 0 && random.Next(4) == 0)
                {
                    // A look-alike: the same place and act, other figures and people.
                    slots["town"] = events[^1].Slots["town"];
                    slots["act"] = events[^1].Slots["act"];
                }

                events.Add((slots, (int)day));
            }

            int from = Math.Max(0, events.Count - 8);
            Dictionary<string, string> told = events[random.Next(from, events.Count)].Slots;
            bool copy = made.Count > 0 && random.Next(12) == 0;
            made.Add(new Article(copy ? made[^1].Text : Text(told, random))
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{seed}-{i:D4}"),
                Outlet = $"Outlet {random.Next(9)}",
                Published = random.Next(10) == 0 ? null : new DateTimeOffset(2024, 3, 1, 6, 0, 0, TimeSpan.Zero).AddDays(day),
            });
        }

        return made;
    }

    private static Dictionary<string, string> Slots(Random random) => new(StringComparer.Ordinal)
    {
        ["act"] = Acts[random.Next(Acts.Length)],
        ["town"] = Name(random),
        ["town2"] = Name(random),
        ["who"] = Name(random) + " " + Name(random),
        ["who2"] = Name(random) + " " + Name(random),
        ["day"] = CultureInfo.InvariantCulture.DateTimeFormat.DayNames[random.Next(7)],
        ["noun1"] = Nouns[random.Next(Nouns.Length)],
        ["noun2"] = Nouns[random.Next(Nouns.Length)],
        ["noun3"] = Nouns[random.Next(Nouns.Length)],
        ["n1"] = random.Next(3, 900).ToString(CultureInfo.InvariantCulture),
        ["n2"] = random.Next(3, 90).ToString(CultureInfo.InvariantCulture),
        ["n3"] = random.Next(3, 90).ToString(CultureInfo.InvariantCulture),
    };

    private static string Name(Random random)
    {
        string name = string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Text(Dictionary<string, string> slots, Random random)
    {
        List<string> sentences = [$"{char.ToUpperInvariant(slots["act"][0])}{slots["act"][1..]} in {slots["town"]}\n\n"];
        foreach (int fact in Enumerable.Range(0, Facts.Length).OrderBy(_ => random.Next()).Take(random.Next(3, Facts.Length + 1)))
        {
            sentences.Add(Fill(Facts[fact][random.Next(2)], slots));
        }

        sentences.Add(Fill(Asides[random.Next(Asides.Length)], slots));
        return string.Join(' ', sentences);
    }

    private static string Fill(string template, Dictionary<string, string> slots)
    {
        foreach ((string name, string value) in slots)
        {
            template = template.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return template;
    }
}

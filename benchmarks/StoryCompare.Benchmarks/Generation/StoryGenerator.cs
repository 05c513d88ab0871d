using System.Globalization;
using System.Text;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>
/// Makes stories with fixed seeds: outlets that tell the same facts in different words, with figures, quotations, copies, updates,
/// page furniture and sentences of their own. No real person, place or outlet.
/// </summary>
internal sealed class StoryGenerator(int seed)
{
    private static readonly string[] Towns = ["Varnholm", "Oakham", "Sel Marin", "Dorrit Bay", "Kastelburg", "Tirana Hills", "New Arden", "Petrovo", "Al-Rashan", "Quorn", "Lindesay", "Marrow Creek"];
    private static readonly string[] Regions = ["Norland", "the Eastern Province", "Upper Saal", "the Kesh Valley", "Westmark", "San Telmo", "the Lowlands", "Ostria"];
    private static readonly string[] People = ["Anna Lind", "Omar Haddad", "Peter Novak", "Grace Mbeki", "Ivan Sorokin", "Maria Torres", "Li Wen", "John Carrow", "Fatima Rashid", "Paul Dumont"];
    private static readonly string[] Bodies = ["the interior ministry", "the fire service", "the provincial governor", "the Red Crescent", "the regional hospital", "police", "the coast guard", "the national weather agency"];
    private static readonly string[] Acts = ["flood", "explosion", "train crash", "wildfire", "earthquake", "ferry accident", "bridge collapse", "gas leak"];
    private static readonly string[] Outlets = ["Coast Daily", "Harbour Post", "The Norland Times", "Channel Nine", "Ostria Wire", "The Ledger", "Morning Star Online", "Radio Saal", "The Beacon", "Evening Mail"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    // Each row tells one fact in several ways; the figures and names of the story go into the braces.
    private static readonly string[][] Facts =
    [
        ["At least {dead} people were killed in the {act} in {town} on {day}, {body} said.", "The {act} in {town} killed at least {dead} people on {day}, according to {body}.", "{day}'s {act} in {town} left at least {dead} dead, {body} announced."],
        ["More than {hurt} others were injured, {hurt2} of them seriously.", "Over {hurt} people were hurt, including {hurt2} who are in serious condition.", "The number of injured passed {hurt}, {hurt2} of them badly hurt."],
        ["Rescue teams reached {saved} residents by boat during the night.", "During the night rescuers brought {saved} residents to safety in boats.", "Boats carried {saved} people to safety overnight."],
        ["“We have never seen anything like this,” mayor {mayor} told reporters.", "“We have never seen something like this,” said {mayor}, the mayor of {town}.", "Mayor {mayor} said the town had never seen anything like it."],
        ["The damage is estimated at ${cost} million.", "Officials put the damage at about ${cost} million.", "Losses may reach ${cost} million, officials estimated."],
        ["An area of {area} square kilometers in {region} was affected.", "The disaster hit {area} square kilometers of {region}.", "In {region}, {area} square kilometers were affected."],
        ["The cause of the {act} was not yet known.", "It was not immediately clear what caused the {act}.", "Investigators have not confirmed the cause of the {act}."],
        ["Schools in {town} will stay closed until {later}.", "{town}'s schools are to remain shut until {later}.", "Classes in {town} are cancelled until {later}."],
        ["{body2} sent {crew} helpers to {town}.", "Some {crew} helpers were sent to {town} by {body2}.", "{town} received {crew} helpers from {body2}."],
        ["President {president} promised help for the families of the victims.", "Help for the victims' families was promised by President {president}.", "President {president} said the families would be helped."],
    ];

    private static readonly string[] Own = ["{person} has lived in the old quarter for {years} years.", "The road to {region} was built by a firm from {town2}.", "A market that usually draws {crowd} visitors was called off.", "“I heard a noise like thunder,” said {person}, a baker from {town2}.", "Neighbouring {town2} offered tents and blankets.", "The last comparable {act} was in {year}."];

    private readonly Random _random = new(seed);

    /// <summary>One story of <paramref name="articles"/> articles with about <paramref name="sentences"/> sentences each.</summary>
    public IReadOnlyList<Article> Story(int number, int articles, int sentences = 40)
    {
        Dictionary<string, string> slots = Slots();
        DateTimeOffset day = new DateTimeOffset(2024, 1, 1, 8, 0, 0, TimeSpan.Zero).AddDays(_random.Next(700));
        List<Article> result = [];
        for (int a = 0; a < articles; a++)
        {
            bool copy = a > 0 && _random.Next(5) == 0;
            string text = copy ? result[_random.Next(result.Count)].Text : Text(slots, sentences);
            result.Add(new Article(text)
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{number:D6}-{a:D4}"),
                Outlet = string.Create(CultureInfo.InvariantCulture, $"{Pick(Outlets)} {(a % 7) + 1}"),
                Published = day.AddHours(a % 48),
            });
        }

        return result;
    }

    /// <summary>A corpus of about <paramref name="articles"/> articles in stories of 1 to 20, small ones most often.</summary>
    public IReadOnlyList<Article> Corpus(int articles, int sentences = 12)
    {
        List<Article> result = [];
        for (int story = 0; result.Count < articles; story++)
        {
            int size = Math.Min(1 + (int)(20 * Math.Pow(_random.NextDouble(), 4)), articles - result.Count);
            result.AddRange(Story(story, size, sentences));
        }

        return result;
    }

    private Dictionary<string, string> Slots()
    {
        int dead = _random.Next(2, 90);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dead"] = Number(dead),
            ["hurt"] = Number(_random.Next(100, 900)),
            ["hurt2"] = Number(_random.Next(5, 60)),
            ["saved"] = Number(_random.Next(20, 900)),
            ["cost"] = Number(_random.Next(10, 900)),
            ["area"] = Number(_random.Next(10, 99) * 100),
            ["crew"] = Number(_random.Next(20, 300)),
            ["town"] = Pick(Towns),
            ["town2"] = Pick(Towns),
            ["region"] = Pick(Regions),
            ["act"] = Pick(Acts),
            ["day"] = Pick(Days),
            ["later"] = Pick(Days),
            ["body"] = Pick(Bodies),
            ["body2"] = Pick(Bodies),
            ["mayor"] = Pick(People),
            ["president"] = Pick(People),
        };
    }

    private string Text(Dictionary<string, string> slots, int sentences)
    {
        StringBuilder text = new();
        text.Append(Fill("{act} hits {town}", slots)).Append("\n\n");
        text[0] = char.ToUpperInvariant(text[0]);
        int[] order = [.. Enumerable.Range(0, Facts.Length).OrderBy(_ => _random.Next())];
        for (int s = 0; s < sentences; s++)
        {
            bool shared = s < Facts.Length && _random.Next(5) > 0;
            string[] ways = shared ? Facts[order[s]] : Own;
            string sentence = Fill(Pick(ways), slots);
            text.Append(char.ToUpperInvariant(sentence[0])).Append(sentence, 1, sentence.Length - 1).Append(s % 3 == 2 ? "\n\n" : " ");
        }

        return text.Append("\n\nShare this article\n").ToString();
    }

    private string Fill(string template, Dictionary<string, string> slots)
    {
        StringBuilder text = new();
        int i = 0;
        while (i < template.Length)
        {
            int open = template.IndexOf('{', i);
            if (open < 0)
            {
                text.Append(template, i, template.Length - i);
                break;
            }

            int close = template.IndexOf('}', open);
            text.Append(template, i, open - i).Append(Slot(template[(open + 1)..close], slots));
            i = close + 1;
        }

        return text.ToString();
    }

    private string Slot(string name, Dictionary<string, string> slots) => name switch
    {
        "person" => Pick(People),
        "years" => Number(_random.Next(3, 60)),
        "crowd" => Number(_random.Next(2, 90) * 100),
        "year" => Number(_random.Next(1950, 2020)).Replace(",", "", StringComparison.Ordinal),
        "town2" => Pick(Towns),
        _ => slots[name],
    };

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];

    private static string Number(int n) => n.ToString("#,##0", CultureInfo.InvariantCulture);
}

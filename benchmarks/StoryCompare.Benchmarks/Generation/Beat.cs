namespace StoryCompare.Benchmarks.Generation;

/// <summary>What stories of one field and region have in common: words, places, offices and public figures. It makes different events look alike, as they do in real news.</summary>
internal sealed class Beat
{
    private const int Beats = 40;
    private static readonly string[] AllActs = ["flood", "explosion", "train crash", "wildfire", "earthquake", "ferry accident", "bridge collapse", "gas leak", "landslide", "mine accident", "storm", "shooting", "bus crash", "outbreak", "factory fire", "dam failure", "tunnel fire", "plane crash", "avalanche", "hotel fire", "heatwave", "chemical spill", "stampede", "boat sinking", "tornado", "roof collapse", "power plant accident", "knife attack", "bombing", "food poisoning", "cable car accident", "mudslide"];

    private Beat(int number, ulong seed)
    {
        SeededRandom random = new(seed ^ ((ulong)number << 40));
        Words = Draw(120, random, Vocabulary.Word);
        Places = Draw(20, random, Vocabulary.Place);
        Bodies = Draw(20, random, Vocabulary.Body);
        People = Draw(20, random, Vocabulary.Person);
        Acts = Draw(10, random, static r => r.Pick(AllActs));
        Region = Vocabulary.Place(random) + "land";
    }

    public string[] Words { get; }

    public string[] Places { get; }

    public string[] Bodies { get; }

    public string[] People { get; }

    public string[] Acts { get; }

    public string Region { get; }

    /// <summary>One of the beats.</summary>
    public static Beat Pick(SeededRandom random, ulong seed) => new(random.Next(Beats), seed);

    private static string[] Draw(int count, SeededRandom random, Func<SeededRandom, string> one) => [.. Enumerable.Range(0, count).Select(_ => one(random))];
}

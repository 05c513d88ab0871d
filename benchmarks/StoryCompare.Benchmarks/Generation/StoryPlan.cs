using System.Globalization;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>What happened in one story: its place and act, the words of its topic, and the statements that outlets retell.</summary>
internal sealed class StoryPlan
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    // Share of a story's places, offices and people that its beat brings.
    private const double Known = 0.6;

    // Share of look-alikes that happen in the very same town.
    private const double SameTown = 0.3;

    // Share of the statements that are worded by frames, with figures, names and quotations, no frame twice; the others are prose without any fixed words.
    private const double Framed = 0.4;

    // What one outlet alone tells follows a frame hardly ever: the same frame with other names and figures is then a trap.
    private const double OwnFramed = 0.05;

    private readonly Beat _beat;

    // Where content words come from: the story's own topic, its beat, and for the rest the language. Some stories use the words of their beat more than others.
    private readonly double _ofTopic;
    private readonly double _ofBeat;
    private readonly string[] _topic;
    private readonly Dictionary<string, string> _slots;

    /// <param name="number">The event's number: the same number and seed give the same story.</param>
    /// <param name="seed">Of the corpus.</param>
    /// <param name="day">When it happened.</param>
    /// <param name="statements">How many statements outlets may retell.</param>
    /// <param name="twin">An earlier story of the same kind and place, of which this is the look-alike; null for none.</param>
    public StoryPlan(int number, ulong seed, DateTimeOffset day, int statements, StoryPlan? twin = null)
    {
        Number = number;
        Day = day;
        SeededRandom random = new(seed ^ ((ulong)number << 20));
        _beat = twin?._beat ?? Beat.Pick(random, seed);
        _ofTopic = 0.03 + (0.15 * random.NextDouble());
        _ofBeat = 0.05 + (0.45 * random.NextDouble());
        _topic = [.. Enumerable.Range(0, 25).Select(i => twin is not null && i % 2 == 0 ? twin._topic[i] : Vocabulary.Word(random))];
        _slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["act"] = twin?._slots["act"] ?? random.Pick(_beat.Acts),
            ["town"] = twin is not null && random.Chance(SameTown) ? twin._slots["town"] : Vocabulary.Place(random),
            ["region"] = _beat.Region,
            ["day"] = Days[((int)day.DayOfWeek + 6) % 7],
        };
        People = [.. Enumerable.Range(0, 4 + (statements / 10)).Select(_ => Choose(_beat.People, Vocabulary.Person, random))];
        Bodies = [.. Enumerable.Range(0, 4 + (statements / 20)).Select(_ => Choose(_beat.Bodies, Vocabulary.Body, random))];
        Places = [_slots["town"], .. Enumerable.Range(0, 3 + (statements / 15)).Select(_ => Choose(_beat.Places, Vocabulary.Place, random))];
        Queue<Frame> frames = new(Frame.All.Skip(1).OrderBy(_ => random.NextBits()));
        Statements = [State(Frame.All[0], random), .. Enumerable.Range(1, statements - 1).Select(_ => frames.Count > 0 && random.Chance(Framed) ? (IStatement)State(frames.Dequeue(), random) : Prose(random))];
    }

    public int Number { get; }

    public DateTimeOffset Day { get; }

    public string Town => _slots["town"];

    public string Act => _slots["act"];

    public IReadOnlyList<IStatement> Statements { get; }

    private string[] People { get; }

    private string[] Bodies { get; }

    private string[] Places { get; }

    /// <summary>A statement that only one article makes.</summary>
    public IStatement Own(SeededRandom random) => random.Chance(OwnFramed) ? State(Frame.All[random.Next(1, Frame.All.Count)], random) : Prose(random);

    /// <summary>A word of the story.</summary>
    public string Word(SeededRandom random)
    {
        double from = random.NextDouble();
        return from < _ofTopic ? random.Pick(_topic) : from < _ofTopic + _ofBeat ? random.Pick(_beat.Words) : Vocabulary.Word(random);
    }

    private ProseStatement Prose(SeededRandom random) => new([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new ProseClause(
        random.Chance(0.3) ? random.Chance(0.6) ? random.Pick(People) : random.Pick(Bodies) : null,
        [.. Enumerable.Range(0, random.Next(3, 7)).Select(_ => Word(random))],
        random.Chance(0.2) ? random.Pick(Places) : null))]);

    private FrameStatement State(Frame frame, SeededRandom random) => new(frame, frame.Slots.ToDictionary(static s => s, s => Slot(s, random), StringComparer.Ordinal));

    private string Slot(string name, SeededRandom random) => name switch
    {
        "n" => Count(random.Next(2, 90)),
        "m" => Count(random.Next(10, 99) * 10),
        "k" => Count(random.Next(10, 99) * 100),
        "money" => Count(random.Next(2, 900)),
        "pct" => Count(random.Next(2, 60)),
        "year" => random.Next(1950, 2023).ToString(CultureInfo.InvariantCulture),
        "person" => random.Pick(People),
        "body" => random.Pick(Bodies),
        "place" => random.Pick(Places),
        ['w', _] => Word(random),
        _ => _slots[name],
    };

    private static string Choose(string[] known, Func<SeededRandom, string> another, SeededRandom random) => random.Chance(Known) ? random.Pick(known) : another(random);

    private static string Count(int n) => n.ToString("#,##0", CultureInfo.InvariantCulture);
}

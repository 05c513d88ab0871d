using System.Text;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>One statement and the ways outlets word it.</summary>
/// <param name="Ways">Each a row of pieces: literal words, or the name of a slot.</param>
/// <param name="Slots">Names of all slots of all ways.</param>
internal sealed record Frame(IReadOnlyList<IReadOnlyList<(string Text, bool IsSlot)>> Ways, IReadOnlyList<string> Slots)
{
    /// <summary>The statements of <c>frames.txt</c>; the first is the lead.</summary>
    public static IReadOnlyList<Frame> All { get; } = Load();

    /// <summary>Writes one way, each slot by what <paramref name="value"/> says.</summary>
    public static string Write(IReadOnlyList<(string Text, bool IsSlot)> way, Func<string, string> value)
    {
        StringBuilder text = new(160);
        foreach ((string piece, bool isSlot) in way)
        {
            text.Append(isSlot ? value(piece) : piece);
        }

        int first = text[0] == '“' ? 1 : 0;
        text[first] = char.ToUpperInvariant(text[first]);
        return text.ToString();
    }

    private static List<Frame> Load()
    {
        using StreamReader reader = new(typeof(Frame).Assembly.GetManifestResourceStream("frames.txt") ?? throw new InvalidOperationException("frames.txt is missing."));
        List<Frame> frames = [];
        foreach (string block in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n"))
        {
            List<IReadOnlyList<(string Text, bool IsSlot)>> ways = [.. block.Split('\n').Where(static l => l.Length > 0 && l[0] != '#').Select(Parse)];
            frames.Add(new Frame(ways, [.. ways.SelectMany(static w => w.Where(static p => p.IsSlot).Select(static p => p.Text)).Distinct(StringComparer.Ordinal)]));
        }

        return frames;
    }

    private static IReadOnlyList<(string Text, bool IsSlot)> Parse(string line) =>
        [.. line.Split('{', '}').Select(static (p, i) => (p, i % 2 == 1)).Where(static p => p.p.Length > 0)];
}

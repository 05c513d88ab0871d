using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Where a value must stand to fill its slot.</summary>
internal enum FillPlace : byte
{
    /// <summary>Behind one of the words.</summary>
    Behind,
    /// <summary>Right before one of them.</summary>
    Before,
    /// <summary>Beside a name.</summary>
    Beside,
    /// <summary>Anywhere.</summary>
    Free,
}

/// <summary>Whose a slot is.</summary>
internal enum FillOwner : byte
{
    /// <summary>The event's.</summary>
    Event,
    /// <summary>Of who suffers it.</summary>
    Whom,
    /// <summary>Of who does it.</summary>
    Who,
}

/// <summary>One way in which a slot is filled (<c>fill_rules.tsv</c>).</summary>
internal sealed class FillRule
{
    private FillRule(string[] row, int slot)
    {
        Slot = slot;
        Family = FillValues.Family(row[1]);
        Kind = Enum.Parse<ConflictKind>(row[2]);
        Owner = Enum.Parse<FillOwner>(row[3], ignoreCase: true);
        Place = Enum.Parse<FillPlace>(row[4], ignoreCase: true);
        Words = Terms(row[5]);
        Links = Terms(row[6]);
        Reach = int.Parse(row[7], System.Globalization.CultureInfo.InvariantCulture);
        Needs = Terms(row[8]);
        About = row[9];
        Name = row[0];
        IsOne = row.Length > 10 && row[10] == "one";
    }

    /// <summary>All rows, in order.</summary>
    public static IReadOnlyList<FillRule> All { get; } = Load();

    /// <summary>Index of the slot: rows of one slot share it.</summary>
    public int Slot { get; }
    public string Name { get; }
    public int Family { get; }
    public ConflictKind Kind { get; }
    public FillOwner Owner { get; }
    public FillPlace Place { get; }
    public TermSet Words { get; }
    /// <summary>Words of which one must stand between; empty where none need.</summary>
    public TermSet Links { get; }
    /// <summary>Most tokens between the word and the value.</summary>
    public int Reach { get; }
    /// <summary>Words of which one must stand in the sentence; empty where none need.</summary>
    public TermSet Needs { get; }
    /// <summary>What the slot is called.</summary>
    public string About { get; }

    /// <summary>Whether a story holds one: two articles which each tell one tell of the same.</summary>
    public bool IsOne { get; }

    private static TermSet Terms(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(static w => TermHash.Of(w)).ToTermSet();

    private static List<FillRule> Load()
    {
        List<FillRule> rules = [];
        List<string> slots = [];
        foreach (string[] row in EmbeddedData.Rows("fill_rules.tsv"))
        {
            if (!slots.Contains(row[0]))
            {
                slots.Add(row[0]);
            }

            rules.Add(new FillRule(row, slots.IndexOf(row[0])));
        }

        return rules;
    }
}

using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>What may follow the full stop of an abbreviation.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>No abbreviation.</summary>
    None,
    /// <summary>Never ends a sentence: "Mr.", "Gen.", "e.g.".</summary>
    Title,
    /// <summary>Ends one unless a number follows: "No. 5".</summary>
    Number,
    /// <summary>Ends one only before a function word or a quotation: "Inc.", "Jan.", "St.".</summary>
    Maybe,
    /// <summary>As <see cref="Maybe"/> when capitalised ("Ill."), else no abbreviation ("ill").</summary>
    Proper,
    /// <summary>Months and weekdays, capitalised: ends one unless a number follows.</summary>
    Month,
    /// <summary>"a.m." and "p.m.": ends one unless a weekday, a month or a zone follows.</summary>
    ClockTime,
    /// <summary>A function word that is a name or month as well and so is no sign of a new sentence: "May", "Will".</summary>
    NotStarter,
}

/// <summary>The table of abbreviations and of the words that stand after them (<c>abbreviations.tsv</c>).</summary>
internal static class Abbreviations
{
    private static readonly TermMap<AbbreviationKind> Kinds = Load<AbbreviationKind>(static name => name switch
    {
        "title" => AbbreviationKind.Title,
        "number" => AbbreviationKind.Number,
        "maybe" => AbbreviationKind.Maybe,
        "proper" => AbbreviationKind.Proper,
        "month" => AbbreviationKind.Month,
        "clock" => AbbreviationKind.ClockTime,
        "not-starter" => AbbreviationKind.NotStarter,
        _ => AbbreviationKind.None,
    });

    private static readonly TermMap<bool> AfterClock = Load(static name => name == "after-clock");
    private static readonly TermMap<bool> Reporting = Load(static name => name == "reporting");

    private static readonly TermMap<bool> BeforeNumber = Load(static name => name == "before-number");

    /// <summary>Whether the word wants something after it, so that a mark and a number behind it are one figure torn apart ("a. 38 caliber").</summary>
    public static bool WantsMore(uint term) => BeforeNumber.ContainsKey(term);

    /// <summary>Kind of the word with this term, written without its last full stop unless the token holds it ("a.m.").</summary>
    public static AbbreviationKind KindOf(uint term) => Kinds.GetValueOrDefault(term);

    /// <summary>Whether the word goes on a clock time: "p.m. Thursday", "a.m. Eastern".</summary>
    public static bool FollowsClockTime(uint term) => AfterClock.ContainsKey(term);

    /// <summary>Whether the word is a verb of saying in the past or present: "said", "asks".</summary>
    public static bool IsReporting(uint term) => Reporting.ContainsKey(term);

    private static TermMap<T> Load<T>(Func<string, T> kindOf)
        where T : struct
    {
        TermMap<T> rows = new();
        foreach (string[] row in EmbeddedData.Rows("abbreviations.tsv"))
        {
            T kind = kindOf(row[1]);
            if (!kind.Equals(default(T)))
            {
                rows[TermHash.Of(row[0])] = kind;
            }
        }

        return rows;
    }
}

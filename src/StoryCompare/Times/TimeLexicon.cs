using System.Globalization;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>Classes of words in <c>time_words.tsv</c>; a class's name there is its name here, with a hyphen before an inner capital.</summary>
internal enum TimeClass : byte
{
    None, Month, MonthCue, MonthMisspelt, Weekday, Weekdays, WeekdayCue, WeekdayMisspelt, Unit, Units, Half, Daypart, Relday, Overnight, Now, Mod, Postmod,
    Number, Article, Few, Ordinal, Suffix, Since, Until, By, Before, After, From, Between, To, And, Of, The, In, On, At, For, During, Within,
    Or, Starting, Over, Ago, Later, Earlier, Edge, Ampm, Zone, Oclock, Season, DecadeWord, Every, Set, Vague, Approx, More, Than,
    Future, Past, Counted, Fiscal, Came, Old, Big, Numbered, No,
    /// <summary>Digits only; set by the reader, never in the table.</summary>
    Digits,
    /// <summary>Any other number in digits ("8.30").</summary>
    Decimal,
    /// <summary>A mark of punctuation; the value is the character.</summary>
    Mark,
}

/// <summary>A phrase of the tables: the terms after its first, and the holiday's rule, or null for a name that tells no time.</summary>
internal sealed record TimePhrase(uint[] Rest, HolidayRule? Holiday);

/// <summary>When a holiday falls.</summary>
internal sealed record HolidayRule(string Kind, int[] Numbers)
{
    /// <summary>Its day in a year, or null where the year has none.</summary>
    public DateOnly? In(int year) => Kind switch
    {
        "fixed" => CalendarMath.Date(year, Numbers[0], Numbers[1]),
        "nth" when CalendarMath.NthWeekday(year, Numbers[0], Numbers[1], Numbers[2]) is { } day => CalendarMath.AddDays(day, Numbers.Length > 3 ? Numbers[3] : 0),
        "easter" when CalendarMath.Easter(year) is { } day => CalendarMath.AddDays(day, Numbers[0]),
        _ => null,
    };
}

/// <summary>The time words of one language, found by term. Immutable.</summary>
internal sealed class TimeLexicon
{
    private readonly Entry[] _entries;
    private readonly WordMap<ushort> _numbers;

    private TimeLexicon(string language)
    {
        Dictionary<uint, Entry> words = [];
        foreach (string[] row in EmbeddedData.Rows("time_words.tsv", language))
        {
            uint term = TermOf(row[1]);
            Entry entry = words.GetValueOrDefault(term);
            TimeClass wordClass = Enum.Parse<TimeClass>(row[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            int value = int.Parse(row[3], CultureInfo.InvariantCulture);
            if (entry.A == TimeClass.None)
            {
                entry.A = wordClass;
                entry.ValueA = (short)value;
            }
            else if (entry.B == TimeClass.None)
            {
                entry.B = wordClass;
                entry.ValueB = (short)value;
            }
            else
            {
                throw new InvalidOperationException($"'{row[1]}' has more than two rows in time_words.tsv.");
            }

            words[term] = entry;
        }

        foreach (string[] row in EmbeddedData.Rows("time_holidays.tsv", language))
        {
            string[] rule = row[2].Split(' ');
            AddPhrase(words, row[1], new HolidayRule(rule[0], [.. rule.Skip(1).Select(n => int.Parse(n, CultureInfo.InvariantCulture))]));
        }

        foreach (string[] row in EmbeddedData.Rows("time_names.tsv", language))
        {
            AddPhrase(words, row[1], null);
        }

        // Number 0 is of words that are not there.
        _entries = new Entry[words.Count + 1];
        TermMap<ushort> numbers = new(words.Count);
        foreach ((uint term, Entry entry) in words)
        {
            ushort number = checked((ushort)(numbers.Count + 1));
            numbers[term] = number;
            _entries[number] = entry;
        }

        _numbers = new WordMap<ushort>(numbers);
    }

    public static TimeLexicon English { get; } = new("en");

    public static TimeLexicon French => FrenchTable.Instance;

    /// <summary>The table of a language; English where there is none.</summary>
    public static TimeLexicon For(string language) => language == "fr" ? French : English;

    /// <summary>The word's classes, or a default entry.</summary>
    public ref readonly Entry Find(in Token token) => ref _entries[_numbers.Of(token)];

    private static void AddPhrase(Dictionary<uint, Entry> words, string text, HolidayRule? holiday)
    {
        uint[] terms = [.. text.Split(' ').Select(TermOf)];
        Entry entry = words.GetValueOrDefault(terms[0]);
        TimePhrase[] phrases = [.. entry.Phrases ?? [], new TimePhrase(terms[1..], holiday)];
        entry.Phrases = [.. phrases.OrderByDescending(p => p.Rest.Length)];
        words[terms[0]] = entry;
    }

    // A token's term leaves its possessive out, so the table's must as well.
    private static uint TermOf(string word) =>
        TermHash.OfFolded(word.EndsWith("'s", StringComparison.Ordinal) ? word.AsSpan(0, word.Length - 2) : word.EndsWith('\'') ? word.AsSpan(0, word.Length - 1) : word);

    // Read when a text asks for it.
    private static class FrenchTable
    {
        public static readonly TimeLexicon Instance = new("fr");
    }

    /// <summary>What the tables say of a word: up to two classes with a value each, and the phrases that begin with it (longest first).</summary>
    internal struct Entry
    {
        public TimeClass A;
        public TimeClass B;
        public short ValueA;
        public short ValueB;
        public TimePhrase[]? Phrases;
    }
}

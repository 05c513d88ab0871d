using System.Collections.Frozen;
using System.Globalization;
using StoryCompare.Text;

namespace StoryCompare.Clustering;

/// <summary>Weekdays, months and day numbers by term hash: the cheap reading of dates that clustering needs.</summary>
internal static class CalendarWords
{
    private static readonly FrozenDictionary<uint, int> Weekdays = Table(
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
        ["sun", "mon", "tue", "wed", "thu", "fri", "sat"], first: 0);

    // The short forms "mar" and "may" are other words too: they count only capitalised and before a day number.
    private static readonly FrozenDictionary<uint, int> Months = Table(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"], first: 1);

    private static readonly FrozenDictionary<uint, int> Days = Enumerable.Range(1, 31)
        .ToFrozenDictionary(static d => TermHash.Of(d.ToString(CultureInfo.InvariantCulture)), static d => d);

    /// <summary>0 = Sunday to 6 = Saturday; -1 for any other word.</summary>
    public static int Weekday(uint term) => Weekdays.TryGetValue(term, out int day) ? day : -1;

    /// <summary>1 to 12; 0 for any other word.</summary>
    public static int Month(uint term) => Months.GetValueOrDefault(term);

    /// <summary>1 to 31; 0 for any other token.</summary>
    public static int DayOfMonth(uint term) => Days.GetValueOrDefault(term);

    private static FrozenDictionary<uint, int> Table(string[] words, string[] abbreviations, int first)
    {
        Dictionary<uint, int> table = [];
        for (int i = 0; i < words.Length; i++)
        {
            table[TermHash.Of(words[i])] = i + first;
            table[TermHash.Of(abbreviations[i])] = i + first;
        }

        return table.ToFrozenDictionary();
    }
}

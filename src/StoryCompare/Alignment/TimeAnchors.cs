using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Alignment;

/// <summary>When a sentence says its event was, as far as two sentences can be told apart by it: this week, or a month or year that it names.</summary>
/// <remarks>Articles recall like events of other times ("in January the same cables were cut"). Dates with a day of the month are left out: they may be any day of this week.</remarks>
internal static class TimeAnchors
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly TermSet NearWords = TermHash.SetOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight");
    private static readonly TermSet Months = TermHash.SetOf("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");
    private static readonly TermSet Openers = TermHash.SetOf("in", "last", "early", "late", "during", "back");
    private static readonly TermSet Spans = TermHash.SetOf("year", "month", "years", "months");
    private static readonly uint This = TermHash.Of("this");
    private static readonly uint Earlier = TermHash.Of("earlier");
    private static readonly uint Last = TermHash.Of("last");

    /// <summary>Adds the keys of months and years; true where the sentence names a day of the week.</summary>
    public static bool Find(TokenizedText text, ReadOnlySpan<Token> tokens, List<uint> distant)
    {
        bool near = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            uint term = tokens[i].Term;
            near |= NearWords.Contains(term);
            if (i == 0)
            {
                continue;
            }

            bool opened = Openers.Contains(tokens[i - 1].Term);
            if (opened && Months.Contains(term) && tokens[i].IsCapitalised && !(i + 1 < tokens.Length && IsDay(text.Chars(tokens[i + 1]))))
            {
                distant.Add(term);
            }
            else if (tokens[i].Kind == TokenKind.Number && (opened || Months.Contains(tokens[i - 1].Term)) && IsYear(text.Chars(tokens[i])))
            {
                distant.Add(term);
            }
            else if (Spans.Contains(term) && ((tokens[i - 1].Term == This && i > 1 && tokens[i - 2].Term == Earlier) || tokens[i - 1].Term == Last))
            {
                distant.Add(Earlier);
            }
        }

        return near;
    }

    /// <summary>Whether one tells of this week and the other of another month or year. Two months are left alone: they may be two dates for one thing, which is a conflict to report.</summary>
    public static bool Differ(SentenceProfile a, SentenceProfile b) =>
        (a.Distant.Length > 0 && b.Near && b.Distant.Length == 0) || (b.Distant.Length > 0 && a.Near && a.Distant.Length == 0);

    /// <summary>Whether just one of them names a month or year as the time of its event.</summary>
    public static bool IsOneSided(SentenceProfile a, SentenceProfile b) => a.Distant.Length > 0 != b.Distant.Length > 0;

    private static bool IsDay(ReadOnlySpan<char> chars) => chars.Length <= 2 && int.TryParse(chars, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static bool IsYear(ReadOnlySpan<char> chars) =>
        chars.Length == 4 && int.TryParse(chars, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int year) && year is >= FirstYear and <= LastYear;
}

using System.Globalization;

namespace StoryCompare.Ingest;

/// <summary>Reads dates as the web writes them: ISO 8601, RFC 822 with zone names, and common English forms. Never day/month against month/day: such dates stay unread.</summary>
internal static class DateText
{
    private static readonly string[] Formats =
    [
        "yyyyMMdd'T'HHmmsszzz", "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd", "yyyy-MM", "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm", "d MMM yyyy", "d MMMM yyyy",
        "d MMM yy HH:mm:ss zzz", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMMM d, yyyy h:mm tt", "MMM d, yyyy h:mm tt", "MMMM d, yyyy 'at' h:mm tt", "d MMMM yyyy HH:mm", "yyyy/MM/dd", "yyyy/MM/dd HH:mm:ss",
    ];

    private static readonly (string Name, string Offset)[] Zones =
    [
        ("GMT", "+00:00"), ("UTC", "+00:00"), ("UT", "+00:00"), ("Z", "+00:00"), ("EST", "-05:00"), ("EDT", "-04:00"), ("CST", "-06:00"), ("CDT", "-05:00"), ("MST", "-07:00"), ("MDT", "-06:00"), ("PST", "-08:00"),
        ("PDT", "-07:00"), ("BST", "+01:00"), ("CET", "+01:00"), ("CEST", "+02:00"), ("EET", "+02:00"), ("EEST", "+03:00"), ("IST", "+05:30"), ("JST", "+09:00"), ("AEST", "+10:00"),
    ];

    public static bool TryParse(string text, out DateTimeOffset date)
    {
        string value = text.Trim().Replace("Sept ", "Sep ", StringComparison.Ordinal).Replace("a.m.", "AM", StringComparison.OrdinalIgnoreCase).Replace("p.m.", "PM", StringComparison.OrdinalIgnoreCase);
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;

        // ISO first, recognised by its shape: TryParse alone would also take "03/04/2017", whose order nobody can know.
        if (value.Length >= 10 && value[4] == '-' && value[7] == '-' && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, Styles, out date))
        {
            return true;
        }

        int comma = value.IndexOf(',', StringComparison.Ordinal);
        if (comma is > 2 and < 10 && value[..comma].All(char.IsLetter))
        {
            // A weekday in front says nothing new.
            value = value[(comma + 1)..].Trim();
        }

        foreach ((string name, string offset) in Zones)
        {
            if (value.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase))
            {
                value = value[..^name.Length] + offset;
                break;
            }
        }

        if (value.Length > 5 && value[^5] is '+' or '-' && value[^4..].All(char.IsAsciiDigit))
        {
            value = value.Insert(value.Length - 2, ":");
        }

        return DateTimeOffset.TryParseExact(value, Formats, CultureInfo.InvariantCulture, Styles, out date);
    }
}

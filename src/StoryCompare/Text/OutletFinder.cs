using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Finds the outlet that a page names as itself: in dropped chrome ("Example News’s website", "© 2020 Example News"), never in a photo credit.</summary>
internal static class OutletFinder
{
    private const int LongestName = 40;

    /// <summary>The name as written, or null.</summary>
    public static string? Find(string text, PooledList<Line> lines)
    {
        Span<Line> span = lines.AsSpan();
        for (int i = span.Length - 1; i >= 0; i--)
        {
            if (span[i].Rule is not { Kind: "site-alternates" or "copyright" or "site-chrome" or "share-footer" or "newsletter" })
            {
                continue;
            }

            ReadOnlySpan<char> chars = text.AsSpan(span[i].Start, Math.Min(span[i].End - span[i].Start, 300));
            ReadOnlySpan<char> name = OwnWebsite(chars);
            name = name.IsEmpty ? Copyright(chars) : name;
            if (!name.IsEmpty)
            {
                return name.ToString();
            }
        }

        return null;
    }

    /// <summary>"Example News’s website …" at the start of a line.</summary>
    private static ReadOnlySpan<char> OwnWebsite(ReadOnlySpan<char> line)
    {
        int at = line.IndexOf(" website", StringComparison.OrdinalIgnoreCase);
        if (at < 3)
        {
            return [];
        }

        ReadOnlySpan<char> name = line[..at];
        bool possessive = name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("\u2019s", StringComparison.Ordinal);
        name = possessive ? name[..^2] : name.EndsWith("s'", StringComparison.Ordinal) || name.EndsWith("s\u2019", StringComparison.Ordinal) ? name[..^1] : [];
        name = name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
        return IsName(name) ? name : [];
    }

    /// <summary>"Copyright 2020 Example News. All rights reserved", "© 2020 by Example News".</summary>
    private static ReadOnlySpan<char> Copyright(ReadOnlySpan<char> line)
    {
        int sign = line.IndexOf('\u00A9');
        int word = line.IndexOf("copyright", StringComparison.OrdinalIgnoreCase);
        if (sign < 0 && word < 0)
        {
            return [];
        }

        ReadOnlySpan<char> rest = line[Math.Max(sign >= 0 ? sign + 1 : 0, word >= 0 ? word + "copyright".Length : 0)..];
        rest = rest.TrimStart(" \u00A0\u00A9()0123456789-\u2013,:");
        rest = rest.StartsWith("c) ", StringComparison.Ordinal) ? rest[3..].TrimStart(" 0123456789-\u2013,") : rest;
        rest = rest.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : rest;
        int end = rest.IndexOfAny(".,(|-");
        int all = rest.IndexOf(" all rights", StringComparison.OrdinalIgnoreCase);
        end = all >= 0 && (end < 0 || all < end) ? all : end;
        ReadOnlySpan<char> name = (end >= 0 ? rest[..end] : rest).Trim();
        name = name.StartsWith("The ", StringComparison.Ordinal) && name.Contains("Associated Press", StringComparison.Ordinal) ? [] : name;
        return IsName(name) ? name : [];
    }

    /// <summary>One to six capitalised words.</summary>
    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > LongestName)
        {
            return false;
        }

        int words = 0;
        bool starts = true;
        foreach (char c in name)
        {
            if (char.IsWhiteSpace(c))
            {
                starts = true;
                continue;
            }

            if (starts && !(char.IsUpper(c) || char.IsDigit(c) || c == '&'))
            {
                return false;
            }

            words += starts ? 1 : 0;
            starts = false;
        }

        return words <= 6;
    }
}

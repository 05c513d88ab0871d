using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>What sort of text an article is: composite, stub, live blog, correction, listicle.</summary>
internal static class ArticleFlags
{
    /// <summary>Below this many words an article with a paywall or "Read more" line is a stub.</summary>
    private const int StubWords = 120;

    private const int LiveEntries = 4;

    // Looked for one by one: the search for all at once is compiled anew in each process, fifteen methods of it.
    private static readonly string[] CorrectionWords = ["correct", "clarification", "earlier version", "amended"];

    private static readonly string[] CorrectionNotes =
        ["earlier version of this", "article has been corrected", "story has been corrected", "article was amended on", "article has been amended", "updated to correct"];

    /// <summary>The flags, in ordinal order.</summary>
    public static IReadOnlyList<string> Find(Article article, in ArticleAssembler parts, PooledList<Line> lines, int boundary)
    {
        List<string>? flags = null;
        if (boundary >= 0)
        {
            (flags ??= []).Add("composite");
        }

        if (IsCorrection(article.Text, lines))
        {
            (flags ??= []).Add("correction");
        }

        if (IsListicle(article.Text, lines))
        {
            (flags ??= []).Add("listicle");
        }

        if (IsLive(article.Text, parts.Text, lines))
        {
            (flags ??= []).Add("live");
        }

        if (IsStub(parts.Text, lines))
        {
            (flags ??= []).Add("stub");
        }

        return flags ?? [];
    }

    private static bool IsStub(TokenizedText text, PooledList<Line> lines)
    {
        int words = 0;
        int sentences = 0;
        bool cut = false;
        foreach (Sentence sentence in text.Sentences)
        {
            if (sentence.Kind != SentenceKind.Body)
            {
                continue;
            }

            sentences++;
            words += sentence.TokenCount;
            ReadOnlySpan<char> chars = text.Chars(sentence.Span);
            cut = chars.EndsWith("...") || chars.EndsWith("\u2026") || chars.EndsWith("[...]") || chars.EndsWith("[\u2026]");
        }

        bool wall = false;
        foreach (ref readonly Line line in lines.AsSpan())
        {
            wall |= line.Rule is { Kind: "paywall" or "teaser" };
        }

        return sentences == 0 || (wall && words < StubWords) || (cut && words < StubWords / 2);
    }

    private static bool HoldsAny(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (string phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCorrection(string text, PooledList<Line> lines)
    {
        if (!HoldsAny(text, CorrectionWords))
        {
            return false;
        }

        foreach (ref readonly Line line in lines.AsSpan())
        {
            ReadOnlySpan<char> chars = text.AsSpan(line.Start, Math.Min(line.End - line.Start, 220));
            if (StartsLabel(chars, "correction") || StartsLabel(chars, "clarification") || StartsLabel(chars, "corrections") || HoldsAny(chars, CorrectionNotes))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsLabel(ReadOnlySpan<char> line, string label)
    {
        line = line.TrimStart("*[( _");
        return line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (line.Length == label.Length || line[label.Length] is ':' or ' ' && line[label.Length..].TrimStart().StartsWith(":"));
    }

    /// <summary>Four lines or more that start with a clock time.</summary>
    private static bool IsLive(string text, TokenizedText kept, PooledList<Line> lines)
    {
        int entries = 0;
        foreach (ref readonly Line line in lines.AsSpan())
        {
            entries += StartsWithClock(text.AsSpan(line.Start, line.End - line.Start)) ? 1 : 0;
        }

        return entries >= LiveEntries && kept.Sentences.Length > 0;
    }

    private static bool StartsWithClock(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("[(*\u2022 ");
        line = line.StartsWith("Updated ", StringComparison.OrdinalIgnoreCase) ? line["Updated ".Length..] : line;
        int digits = 0;
        while (digits < line.Length && digits < 2 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        if (digits == 0 || digits == line.Length)
        {
            return false;
        }

        ReadOnlySpan<char> rest = line[digits..];
        bool minutes = rest.Length >= 3 && rest[0] is ':' or '.' && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]);
        rest = minutes ? rest[3..] : rest;
        bool colon = minutes && line[digits] == ':';
        rest = rest.TrimStart(" \u00A0");
        bool half = rest.Length >= 2 && (rest.StartsWith("am", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("a.m", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p.m", StringComparison.OrdinalIgnoreCase));
        return half || (colon && (rest.IsEmpty || !char.IsAsciiDigit(rest[0])));
    }

    /// <summary>Four lines or more numbered 1, 2, 3, 4.</summary>
    private static bool IsListicle(string text, PooledList<Line> lines)
    {
        int next = 1;
        foreach (ref readonly Line line in lines.AsSpan())
        {
            ReadOnlySpan<char> chars = text.AsSpan(line.Start, Math.Min(line.End - line.Start, 6)).TrimStart("#(");
            int digits = 0;
            int value = 0;
            while (digits < chars.Length && digits < 3 && char.IsAsciiDigit(chars[digits]))
            {
                value = (value * 10) + (chars[digits++] - '0');
            }

            next += digits > 0 && digits < chars.Length && chars[digits] is '.' or ')' or ':' && value == next && (digits + 1 >= chars.Length || !char.IsAsciiDigit(chars[digits + 1])) ? 1 : 0;
        }

        return next > 4;
    }
}

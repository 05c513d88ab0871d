using System.Buffers;

namespace StoryCompare.Text;

/// <summary>What was odd about an article's text, as diagnostics. The façade fills in the article's id.</summary>
internal static class TextDiagnostics
{
    private static readonly string[] MojibakeMarks = ["\u00E2\u20AC\u2122", "\u00E2\u20AC\u0153", "\u00E2\u20AC\u009D", "\u00E2\u20AC\u201C", "\u00E2\u20AC\u201D", "\u00E2\u20AC\u00A6", "\u00EF\u00BB\u00BF", "\u00C3\u00A9", "\u00C3\u00A8", "\u00C3\u00BC", "\u00C3\u00B6", "\u00C3\u00A4", "\u00C3\u00B1", "\u00C3\u00A1", "\u00C3\u00AD", "\u00C3\u00B3", "\u00C2\u00A0", "\u00C2\u00A3", "\u00D8\u00A7\u00D9"];

    // C0 and C1 controls that are no white space: bytes of another encoding, or colours of a terminal.
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(static c => (char)c).Where(static c => char.IsControl(c) && !char.IsWhiteSpace(c))]);

    // Embeddings, overrides and isolates; the marks U+200E and U+200F are ordinary in mixed text.
    private static readonly SearchValues<char> Directions = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The diagnostics, by code in the order they are looked for.</summary>
    public static IReadOnlyList<Diagnostic> Find(Article article, in ArticleAssembler parts, string language, IReadOnlyList<string> flags, MarkupHole[] holes)
    {
        List<Diagnostic>? found = null;
        string text = article.Text;
        if (parts.Text.Sentences.Length == 0)
        {
            (found ??= []).Add(new Diagnostic("empty-text", DiagnosticSeverity.Warning, null, text.AsSpan().Trim().IsEmpty ? "The article has no text." : "Nothing in the article is a statement of its own."));
        }
        else if (flags.Contains("stub"))
        {
            (found ??= []).Add(new Diagnostic("stub", DiagnosticSeverity.Warning, null, "Only a title or a teaser is left: the article supports no fact."));
        }

        int replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (replaced >= 0)
        {
            (found ??= []).Add(new Diagnostic("replacement-characters", DiagnosticSeverity.Warning, null, "Some characters were lost in decoding (U+FFFD).", new TextSpan(replaced, replaced + 1)));
        }

        if (FirstMojibake(text) is { } span)
        {
            (found ??= []).Add(new Diagnostic("mojibake", DiagnosticSeverity.Warning, null, "The text looks like UTF-8 that was read as Windows-1252.", span));
        }

        if (LoneSurrogate(text) is { } lone)
        {
            (found ??= []).Add(new Diagnostic("lone-surrogate", DiagnosticSeverity.Warning, null, "The text holds half of a surrogate pair.", lone));
        }

        if (text.AsSpan().IndexOfAny(Controls) is >= 0 and int control)
        {
            (found ??= []).Add(new Diagnostic("control-characters", DiagnosticSeverity.Warning, null, "The text holds control characters; reports show none.", new TextSpan(control, control + 1)));
        }

        if (text.AsSpan().IndexOfAny(Directions) is >= 0 and int direction)
        {
            (found ??= []).Add(new Diagnostic("direction-controls", DiagnosticSeverity.Info, null, "The text holds characters that turn the direction of writing; they are ignored.", new TextSpan(direction, direction + 1)));
        }

        if (holes.Length > 0)
        {
            (found ??= []).Add(new Diagnostic("leftover-markup", DiagnosticSeverity.Info, null, "HTML tags or entities were left in the text and are ignored.", holes[0].Span));
        }

        if (language != "en" && parts.Text.Sentences.Length > 0)
        {
            (found ??= []).Add(new Diagnostic("unsupported-language", DiagnosticSeverity.Warning, null, $"The text seems to be in '{language}'; figures, names and claims are read in English only."));
        }

        return found ?? [];
    }

    private static TextSpan? FirstMojibake(string text)
    {
        if (text.AsSpan().IndexOfAny('\u00E2', '\u00C3', '\u00EF') < 0 && text.AsSpan().IndexOfAny('\u00C2', '\u00D8') < 0)
        {
            return null;
        }

        int first = -1;
        int length = 0;
        foreach (string mark in MojibakeMarks)
        {
            int at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && (first < 0 || at < first))
            {
                first = at;
                length = mark.Length;
            }
        }

        return first < 0 ? null : new TextSpan(first, first + length);
    }

    private static TextSpan? LoneSurrogate(string text)
    {
        int from = 0;
        while (from < text.Length)
        {
            int at = text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0)
            {
                return null;
            }

            at += from;
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                from = at + 2;
                continue;
            }

            return new TextSpan(at, at + 1);
        }

        return null;
    }
}

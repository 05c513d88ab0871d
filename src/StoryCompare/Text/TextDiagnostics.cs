namespace StoryCompare.Text;

/// <summary>What was odd about an article's text, as diagnostics. The façade fills in the article's id.</summary>
internal static class TextDiagnostics
{
    private static readonly string[] MojibakeMarks = ["\u00E2\u20AC\u2122", "\u00E2\u20AC\u0153", "\u00E2\u20AC\u009D", "\u00E2\u20AC\u201C", "\u00E2\u20AC\u201D", "\u00E2\u20AC\u00A6", "\u00EF\u00BB\u00BF", "\u00C3\u00A9", "\u00C3\u00A8", "\u00C3\u00BC", "\u00C3\u00B6", "\u00C3\u00A4", "\u00C3\u00B1", "\u00C3\u00A1", "\u00C3\u00AD", "\u00C3\u00B3", "\u00C2\u00A0", "\u00C2\u00A3", "\u00D8\u00A7\u00D9"];

    /// <summary>The diagnostics, by code in the order they are looked for.</summary>
    public static List<Diagnostic> Find(Article article, ArticleAssembler parts, string language, List<string> flags, List<MarkupHole> holes)
    {
        List<Diagnostic> found = [];
        string text = article.Text;
        if (parts.Text.Sentences.Length == 0)
        {
            found.Add(new Diagnostic("empty-text", DiagnosticSeverity.Warning, null, text.AsSpan().Trim().IsEmpty ? "The article has no text." : "Nothing in the article is a statement of its own."));
        }
        else if (flags.Contains("stub"))
        {
            found.Add(new Diagnostic("stub", DiagnosticSeverity.Warning, null, "Only a title or a teaser is left: the article supports no fact."));
        }

        int replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (replaced >= 0)
        {
            found.Add(new Diagnostic("replacement-characters", DiagnosticSeverity.Warning, null, "Some characters were lost in decoding (U+FFFD).", new TextSpan(replaced, replaced + 1)));
        }

        if (FirstMojibake(text) is { } span)
        {
            found.Add(new Diagnostic("mojibake", DiagnosticSeverity.Warning, null, "The text looks like UTF-8 that was read as Windows-1252.", span));
        }

        if (LoneSurrogate(text) is { } lone)
        {
            found.Add(new Diagnostic("lone-surrogate", DiagnosticSeverity.Warning, null, "The text holds half of a surrogate pair.", lone));
        }

        if (holes.Count > 0)
        {
            found.Add(new Diagnostic("leftover-markup", DiagnosticSeverity.Info, null, "HTML tags or entities were left in the text and are ignored.", holes[0].Span));
        }

        if (language != "en" && parts.Text.Sentences.Length > 0)
        {
            found.Add(new Diagnostic("unsupported-language", DiagnosticSeverity.Warning, null, $"The text seems to be in '{language}'; figures, names and claims are read in English only."));
        }

        return found;
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

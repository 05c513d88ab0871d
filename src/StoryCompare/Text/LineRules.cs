namespace StoryCompare.Text;

/// <summary>The rules that judge a line by itself, most certain first. Evidence for prose outvotes every rule but the sure ones.</summary>
internal static class LineRules
{
    private static readonly DropRule Separator = new("separator", "line-without-word");
    private static readonly DropRule Code = new("markup", "code-line");
    private static readonly DropRule VideoItem = new("related-links", "video-length-first");
    private static readonly DropRule Address = new("site-alternates", "address-alone");

    /// <summary>Drops the line when a rule says so.</summary>
    public static void Apply(string text, ref Line line, ReadOnlySpan<Token> tokens)
    {
        if (line.IsDropped)
        {
            return;
        }

        if (line.Words == 0 && !HoldsNumber(tokens))
        {
            line.Drop(Separator);
            return;
        }

        DropRule? rule = (IsCode(text, line, tokens) ? Code : null)
            ?? (IsAddress(text, line) ? Address : null)
            ?? ChromePhrases.Match(text, line, tokens)
            ?? EmbedRules.Match(text, line, tokens)
            ?? CaptionRules.Match(text, line, tokens)
            ?? BylineRules.Match(text, line, tokens)
            ?? (IsVideoItem(text, line, tokens) ? VideoItem : null);
        if (rule is not null)
        {
            line.Drop(rule);
        }
    }

    private static bool HoldsNumber(ReadOnlySpan<Token> tokens)
    {
        foreach (Token token in tokens)
        {
            if (token.Kind == TokenKind.Number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"0:48 Mayor opens bridge": a length in minutes and seconds before a headline without a full stop.</summary>
    private static bool IsVideoItem(string text, in Line line, ReadOnlySpan<Token> tokens) =>
        tokens.Length > 5 && line.Words is >= 3 and <= 16 && !line.IsTerminal && tokens[0].Kind == TokenKind.Number && tokens[0].Length <= 2 && text[tokens[1].Start] == ':'
        && tokens[2].Kind == TokenKind.Number && tokens[2].Length == 2 && tokens[1].End == tokens[2].Start && tokens[3].IsWord && tokens[3].IsCapitalised && !tokens[3].Has(TokenFlags.AllCaps);

    /// <summary>JSON, style sheets and scripts: braces with colons or semicolons, or one mark in four characters.</summary>
    private static bool IsCode(string text, in Line line, ReadOnlySpan<Token> tokens)
    {
        ReadOnlySpan<char> chars = text.AsSpan(line.Start, line.End - line.Start);
        int brace = chars.IndexOfAny('{', '}', '=');
        if (brace < 0 && chars.IndexOf('|') < 0)
        {
            return false;
        }

        if (chars.Contains("\":", StringComparison.Ordinal) && chars[0] is '{' or '[' or '"' or '}')
        {
            return true;
        }

        if (chars.Contains("function(", StringComparison.Ordinal) || chars.Contains("function (", StringComparison.Ordinal) || chars.Contains("});", StringComparison.Ordinal)
            || chars.StartsWith("var ") || chars.StartsWith("window.") || chars.StartsWith("@media") || chars.StartsWith("document."))
        {
            return brace >= 0;
        }

        int open = chars.IndexOf('{');
        int close = chars.LastIndexOf('}');
        if (open >= 0 && close > open && chars[open..close].Contains(':') && (chars[^1] is '}' or ';') && line.StopWords * 6 < Math.Max(1, (int)line.Words))
        {
            return true;
        }

        int joined = 0;
        foreach (Token token in tokens)
        {
            joined += token.Kind > TokenKind.Number && text[token.Start] is '_' or '|' or '=' or '{' or '}' or ';' or '/' or '\\' ? 1 : 0;
        }

        return joined >= 4 && joined * 3 >= line.Words && line.StopWords == 0 && chars.IndexOf("  ") < 0 && chars.Contains('_');
    }

    /// <summary>One to three web or mail addresses and nothing else.</summary>
    private static bool IsAddress(string text, in Line line)
    {
        if (line.End - line.Start > 600)
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(line.Start, line.End - line.Start);
        int pieces = 0;
        while (!rest.IsEmpty)
        {
            int cut = rest.IndexOfAny(' ', '\t', '\u00A0');
            ReadOnlySpan<char> piece = cut < 0 ? rest : rest[..cut];
            rest = cut < 0 ? [] : rest[(cut + 1)..].TrimStart();
            if (++pieces > 3 || !Addresses.IsAddress(piece))
            {
                return false;
            }
        }

        return pieces > 0;
    }
}

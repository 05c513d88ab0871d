namespace StoryCompare.Text;

/// <summary>Posts of social networks that were embedded in the page.</summary>
internal static class EmbedRules
{
    /// <summary>Name of the rule for a line that is only "— Name (@handle) June 1, 2017".</summary>
    public const string SignatureRule = "signature-alone";

    private static readonly DropRule Post = new("embedded-tweet", "handle-and-date");
    private static readonly DropRule Signature = new("embedded-tweet", SignatureRule);
    private static readonly DropRule Picture = new("embedded-tweet", "picture-address");

    /// <summary>The rule that takes the line, or null: "… — Name (@handle) June 1, 2017", or "pic.twitter.com/…" in a short line.</summary>
    public static DropRule? Match(string text, in Line line, ReadOnlySpan<Token> tokens)
    {
        if (line.Words > 80 || line.End - line.Start > 900)
        {
            return null;
        }

        ReadOnlySpan<char> chars = text.AsSpan(line.Start, line.End - line.Start);
        int handle = chars.IndexOf("(@");
        if (handle >= 0)
        {
            int close = chars[handle..].IndexOf(')');
            bool nearEnd = close > 0 && chars.Length - handle - close < 40 && close < 40;
            bool dashed = chars[..handle].IndexOfAny('\u2014', '\u2013') >= 0 || chars[..handle].Contains("--", StringComparison.Ordinal) || handle < 60;
            if (nearEnd && dashed && (!line.IsTerminal || char.IsDigit(chars[^1])))
            {
                return chars[0] is '\u2014' or '\u2013' or '-' ? Signature : Post;
            }
        }

        return tokens.Length > 0 && chars.Contains("pic.twitter.com/", StringComparison.Ordinal) ? Picture : null;
    }
}

namespace StoryCompare.Text;

/// <summary>Tells web and mail addresses from words.</summary>
internal static class Addresses
{
    private static readonly string[] Domains = [".com", ".org", ".net", ".co.uk", ".gov", ".edu", ".info", ".tv", ".ir", ".de", ".fr", ".eu", ".io", ".news", ".ru", ".uk", ".us", ".ca", ".au"];

    /// <summary>Whether the piece between two blanks is an address: "https://…", "www.…", "name@host.tld", "host.com/…".</summary>
    public static bool IsAddress(ReadOnlySpan<char> piece)
    {
        piece = piece.Trim("()[]<>,;\"'");
        if (piece.Length < 4)
        {
            return false;
        }

        if (piece.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        int at = piece.IndexOf('@');
        if (at >= 0)
        {
            return at > 0 && piece[at..].Contains('.');
        }

        int slash = piece.IndexOf('/');
        ReadOnlySpan<char> host = slash > 0 ? piece[..slash] : piece;
        foreach (string domain in Domains)
        {
            if (host.Length > domain.Length && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

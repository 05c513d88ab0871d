using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Syndication;

/// <summary>A named source in a form that can be compared: folded words that tell it from others.</summary>
internal sealed class SourceKey
{
    private static readonly TermSet Weak = TermHash.SetOf(
        "al", "el", "the", "a", "an", "of", "for", "and", "in", "at", "from", "with", "by", "to", "on", "his", "her", "its", "their", "mr", "mrs", "ms", "dr", "so", "called",
        "based", "state", "news", "television", "tv", "network", "channel", "agency", "media", "official", "semi", "unnamed", "unidentified", "senior", "anonymous", "one", "another", "some", "two", "several", "other");

    /// <summary>Distinctive words, in text order.</summary>
    public required uint[] Terms { get; init; }
    /// <summary>The last capitalised word's term: a surname, or the name's own last word; 0 when nothing is capitalised.</summary>
    public required uint Last { get; init; }
    /// <summary>Group of the name that folding found in the source's words, or -1.</summary>
    public int NameGroup { get; init; } = -1;
    public required string Name { get; init; }
    /// <summary>Whether its words hold a name; "officials" and "a spokesman" do not.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The key of a source's words.</summary>
    public static SourceKey Of(string name)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(name, new TextSpan(0, name.Length), tokens);
        List<uint> terms = [];
        uint last = 0;
        foreach (Token token in tokens)
        {
            if (token.Kind != TokenKind.Word || Weak.Contains(token.Term) || (token.Length < 2))
            {
                continue;
            }

            terms.Add(token.Stem);
            last = token.IsCapitalised ? token.Stem : last;
        }

        return new SourceKey { Terms = [.. terms], Last = last, Name = name };
    }

    /// <summary>One source: the same name group, the shorter's words all in the longer, or the same last name.</summary>
    public bool Same(SourceKey other)
    {
        if (NameGroup >= 0 && NameGroup == other.NameGroup)
        {
            return true;
        }

        SourceKey few = Terms.Length <= other.Terms.Length ? this : other;
        SourceKey many = ReferenceEquals(few, this) ? other : this;
        if (few.Terms.Length == 0)
        {
            return false;
        }

        int common = 0;
        foreach (uint term in few.Terms)
        {
            common += Array.IndexOf(many.Terms, term) >= 0 ? 1 : 0;
        }

        if (common == few.Terms.Length)
        {
            // "the governor" is not every governor: a bare description stands for another bare one only.
            return few.Last != 0 || many.Last == 0 || common >= 2;
        }

        return Last != 0 && Last == other.Last && common >= 1 && !IsRole(Last);
    }

    /// <summary>The name's last word is only what kind of body it is ("the Ministry").</summary>
    public bool IsRoleOnly => Terms.Length == 1 && IsRole(Terms[0]);

    private static bool IsRole(uint stem) => Roles.Contains(stem);

    private static readonly HashSet<uint> Roles = [.. new[] { "ministry", "department", "police", "government", "army", "office", "agency", "council", "party", "court", "university", "company", "group", "forces", "center", "centre", "service", "authority", "bank" }.Select(StemOf)];

    private static uint StemOf(string word)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(word, new TextSpan(0, word.Length), tokens);
        return tokens[0].Stem;
    }
}

using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>The rules that need the whole page: repeated lines, the headline, what stands before it and after the last prose, cross-headings.</summary>
internal struct PageLayout
{
    private const int TitleWithin = 12;
    private const int LongestHeadline = 200;
    private const int LongestLabel = 6;
    private const int LongestFoot = 3;
    private static readonly DropRule Breadcrumb = new("breadcrumb", "separated-labels-before-title");
    private static readonly DropRule Tags = new("category-tags", "labels-run-together");
    private static readonly DropRule TopLabel = new("site-chrome", "label-before-title");
    private static readonly DropRule Tail = new("site-chrome", "label-after-last-prose");
    private static readonly DropRule RelatedItem = new("related-links", "headline-after-related-heading");
    private static readonly DropRule AddressList = new("site-alternates", "colon-before-addresses");

    private readonly string _text;
    private readonly PooledList<Line> _lines;
    private readonly PooledList<Token> _tokens;
    private readonly TokenizedText _givenTitle;

    private PageLayout(string text, PooledList<Line> lines, PooledList<Token> tokens, TokenizedText givenTitle)
    {
        _text = text;
        _lines = lines;
        _tokens = tokens;
        _givenTitle = givenTitle;
    }

    /// <summary>Index of the headline line, or -1.</summary>
    public int Title { get; private set; } = -1;

    /// <summary>Index of the first copy of a headline of another report that stands in the text several times, or -1.</summary>
    public int EmbeddedHeadline { get; private set; } = -1;

    /// <summary>Judges all lines; every line has a role afterwards.</summary>
    public static PageLayout Judge(string text, PooledList<Line> lines, PooledList<Token> tokens, TokenizedText givenTitle)
    {
        PageLayout layout = new(text, lines, tokens, givenTitle);
        Span<Line> span = lines.AsSpan();
        for (int i = 0; i < span.Length; i++)
        {
            LineRules.Apply(text, ref span[i], layout.TokensOf(i));
        }

        FindEmbeds(span);
        layout.FindTitle(span);
        layout.DropBeforeTitle(span);
        layout.EmbeddedHeadline = RepeatedLines.Drop(span, tokens);
        DropRelated(span);
        DropTail(span);
        layout.NameRoles(span);
        return layout;
    }

    private ReadOnlySpan<Token> TokensOf(int line) => _tokens.AsSpan().Slice(_lines[line].FirstToken, _lines[line].TokenCount);

    /// <summary>The line right below an embed placeholder, without a blank line between, and the line above a post's signature are the embedded post.</summary>
    private static void FindEmbeds(Span<Line> lines)
    {
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Open && !lines[i].Has(LineTraits.BlankBefore) && lines[i - 1].Rule is { Kind: "embed-placeholder" })
            {
                lines[i].Role = LineRole.Embed;
            }
            else if (lines[i].Rule is { Name: EmbedRules.SignatureRule } && lines[i - 1].Role == LineRole.Open && lines[i - 1].Words <= 40)
            {
                lines[i - 1].Role = LineRole.Embed;
            }
        }
    }

    private void FindTitle(Span<Line> lines)
    {
        int seen = 0;
        int givenWords = 0;
        foreach (Token token in _givenTitle.Tokens)
        {
            givenWords += token.IsWord ? 1 : 0;
        }

        for (int i = 0; i < lines.Length && seen < TitleWithin; i++)
        {
            if (lines[i].Role != LineRole.Open)
            {
                continue;
            }

            seen++;
            if (IsGivenTitle(i))
            {
                Title = i;
                break;
            }

            if (Datelines.TryRead(_text, TokensOf(i), out _, out _) || (lines[i].IsProse && lines[i].IsTerminal))
            {
                break;
            }

            if (Title < 0 && IsHeadline(lines[i]) && !LooksLikeLabels(i) && ProseFollows(lines, i) && (givenWords < 3 || SharedWords(i, out int words) * 5 >= words * 2))
            {
                Title = i;
                if (givenWords == 0)
                {
                    break;
                }
            }
        }

        if (Title >= 0)
        {
            lines[Title].Role = LineRole.Title;
        }
    }

    /// <summary>Whether the line says the given title: four fifths of the shorter one's words, in a line not much longer.</summary>
    private bool IsGivenTitle(int line)
    {
        ReadOnlySpan<Token> title = _givenTitle.Tokens;
        ReadOnlySpan<Token> tokens = TokensOf(line);
        if (title.IsEmpty || tokens.Length > (title.Length * 3 / 2) + 3 || tokens.Length * 2 < title.Length)
        {
            return false;
        }

        int shared = SharedWords(line, out int words);
        return words > 0 && shared * 5 >= words * 4;
    }

    /// <summary>How many of the line's words and numbers stand in the given title, at most 60 looked at.</summary>
    private int SharedWords(int line, out int words)
    {
        int shared = 0;
        words = 0;
        ReadOnlySpan<Token> tokens = TokensOf(line);
        ReadOnlySpan<Token> title = _givenTitle.Tokens.AsSpan(0, Math.Min(60, _givenTitle.Tokens.Length));
        foreach (Token token in tokens[..Math.Min(60, tokens.Length)])
        {
            if (token.Kind > TokenKind.Number)
            {
                continue;
            }

            words++;
            foreach (Token other in title)
            {
                if (other.Term == token.Term)
                {
                    shared++;
                    break;
                }
            }
        }

        return shared;
    }

    internal static bool IsHeadline(in Line line) => !line.IsTerminal && !line.Has(LineTraits.Colon | LineTraits.StartsLower) && line.Words is >= 3 and <= 30 && line.End - line.Start <= LongestHeadline;

    private static bool ProseFollows(ReadOnlySpan<Line> lines, int title)
    {
        int looked = 0;
        for (int i = title + 1; i < lines.Length && looked < 6; i++)
        {
            if (lines[i].Role is LineRole.Open)
            {
                looked++;
                if (lines[i].IsTerminal && lines[i].IsProse)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Labels with separators between ("News / Peru"), or run together ("PeruChile"), and no small word.</summary>
    private bool LooksLikeLabels(int line) => SeparatorCount(line) > 0 && _lines[line].Words <= 3 * (SeparatorCount(line) + 1) && !_lines[line].Has(LineTraits.FiniteVerb)
        ? true
        : IsRunTogether(line);

    private bool IsRunTogether(int line)
    {
        Line l = _lines[line];
        return l.Has(LineTraits.CamelCase) && l.Words <= 12 && !l.HasVerb && !l.IsTerminal && l.StopWords <= 1 && l.Words - l.Capitalised - l.StopWords <= l.Words / 2;
    }

    private int SeparatorCount(int line)
    {
        int count = 0;
        ReadOnlySpan<Token> tokens = TokensOf(line);
        for (int t = 1; t + 1 < tokens.Length; t++)
        {
            char c = _text[tokens[t].Start];
            bool spaced = tokens[t].Start > tokens[t - 1].End && tokens[t + 1].Start > tokens[t].End;
            count += c is '\u00BB' or '\u203A' or '>' || (c is '/' or '|' or '\u00B7' or '\u2022' && spaced) ? 1 : 0;
        }

        return count;
    }

    private void DropBeforeTitle(Span<Line> lines)
    {
        int end = Title >= 0 ? Title : FirstProse(lines, 0);
        for (int i = 0; i < end; i++)
        {
            if (lines[i].Role != LineRole.Open)
            {
                continue;
            }

            if (SeparatorCount(i) > 0 && !lines[i].IsTerminal && lines[i].Words <= 20 && !lines[i].Has(LineTraits.FiniteVerb))
            {
                lines[i].Drop(Breadcrumb);
            }
            else if (IsRunTogether(i))
            {
                lines[i].Drop(Tags);
            }
            else if (Title >= 0 && !lines[i].IsTerminal && !lines[i].HasVerb && lines[i].Words <= 4)
            {
                lines[i].Drop(TopLabel);
            }
        }
    }

    internal static int FirstProse(ReadOnlySpan<Line> lines, int otherwise)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Open && lines[i].IsProse)
            {
                return i;
            }
        }

        return otherwise;
    }

    private static bool HasProse(ReadOnlySpan<Line> lines)
    {
        foreach (ref readonly Line line in lines)
        {
            if (line.Role == LineRole.Open && line.IsTerminal && line.IsProse)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Headlines without a full stop that follow "Related Articles"; a line with a colon right before addresses.</summary>
    private static void DropRelated(Span<Line> lines)
    {
        bool inList = false;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Dropped)
            {
                inList |= lines[i].Rule is { Kind: "related-links" } && lines[i].Words <= 6 && !lines[i].IsTerminal;
            }
            else if (lines[i].Role == LineRole.Open && !lines[i].IsTerminal && inList && lines[i].Words is <= 16 and >= 2 && !lines[i].IsProse && !ProseFollows(lines, i))
            {
                lines[i].Drop(RelatedItem);
            }
            else
            {
                inList = false;
            }

            if (i > 0 && lines[i].Rule is { Kind: "site-alternates" } && lines[i - 1].Role == LineRole.Open && lines[i - 1].Has(LineTraits.Colon) && lines[i - 1].Words <= 20)
            {
                lines[i - 1].Drop(AddressList);
            }
        }
    }

    /// <summary>Short lines without a verb after the last prose: what is left of the page's foot.</summary>
    private static void DropTail(Span<Line> lines)
    {
        int prose = lines.Length - 1;
        while (prose >= 0 && !(lines[prose].Role == LineRole.Open && (lines[prose].IsTerminal || lines[prose].HasVerb || lines[prose].Has(LineTraits.Quote) || lines[prose].Words > LongestLabel)))
        {
            prose--;
        }

        if (prose < 0 || !HasProse(lines[..(prose + 1)]))
        {
            return;
        }

        int run = 0;
        for (int i = prose + 1; i < lines.Length && lines[i].Role == LineRole.Open; i++)
        {
            run++;
        }

        // Many such lines right below the prose are a list of the article (names, results), not the page's foot.
        for (int i = prose + 1 + (run > LongestFoot ? run : 0); i < lines.Length; i++)
        {
            if (lines[i].Role == LineRole.Open)
            {
                lines[i].Drop(Tail);
            }
        }
    }

    private void NameRoles(Span<Line> lines)
    {
        bool anyTerminal = HasProse(lines);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Role != LineRole.Open)
            {
                continue;
            }

            bool label = anyTerminal && i > Title && !lines[i].IsTerminal && !lines[i].Has(LineTraits.StartsLower) && lines[i].Words <= 14
                && (!lines[i].HasVerb || lines[i].Capitalised * 4 >= lines[i].Words * 3 || lines[i].Words <= 4) && !lines[i].IsProse;
            lines[i].Role = label ? LineRole.Heading : LineRole.Body;
        }
    }
}

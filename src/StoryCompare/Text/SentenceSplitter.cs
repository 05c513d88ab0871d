namespace StoryCompare.Text;

/// <summary>Finds sentence spans inside one paragraph of tokens. Linear; looks at most <see cref="Lookahead"/> tokens ahead.</summary>
/// <remarks>
/// Rules in <c>SentenceBoundary</c>; abbreviations in <c>abbreviations.tsv</c>. A quotation of two sentences is two sentences; a closing mark stays with its
/// sentence; brackets are not cut inside. Misses a boundary after "U.S." or "Inc." when the next sentence starts with a name.
/// What goes on for <see cref="MostTokens"/> tokens without an end is no sentence but a table, page residue or an attack; it is cut there, so that
/// whoever compares the parts of a sentence with each other has a bounded number of them.
/// </remarks>
internal static class SentenceSplitter
{
    /// <summary>How far a bracket is followed to find its end.</summary>
    private const int Lookahead = 48;

    /// <summary>Tokens of a sentence, to the next blank. The longest of 56,000 sentences of news had 117; what was longer was lists and residue.</summary>
    public const int MostTokens = 300;

    /// <summary>Appends the spans of the sentences in <paramref name="paragraph"/>, whose tokens are <paramref name="tokens"/>. Together they hold every character of it that is not white space.</summary>
    public static void Split(string source, TextSpan paragraph, ReadOnlySpan<Token> tokens, List<TextSpan> sentences)
    {
        int from = paragraph.Start;
        int first = 0;
        QuoteParity quotes = default;
        int bracketEnd = -1;
        for (int t = 0; t < tokens.Length; t++)
        {
            char c = source[tokens[t].Start];
            quotes.Read(source, tokens, t);
            if (t - first >= MostTokens && (tokens[t].Has(TokenFlags.AfterSpace) || t - first >= 2 * MostTokens))
            {
                Add(source, from, tokens[t].Start, sentences);
                from = tokens[t].Start;
                first = t;
            }

            if (c is '(' or '[' && t > first && t > bracketEnd)
            {
                bracketEnd = EndOfBracket(source, tokens, t);
            }

            if (t > first && SentenceBoundary.IsBullet(c) && tokens[t].Has(TokenFlags.AfterSpace))
            {
                Add(source, from, tokens[t].Start, sentences);
                from = tokens[t].Start;
                first = t;
                continue;
            }

            if (t <= bracketEnd - 1 || !SentenceBoundary.IsEnder(source, tokens[t]))
            {
                continue;
            }

            int next = SentenceBoundary.Closers(source, tokens, t, ref quotes);
            if (t > first && next < tokens.Length && next - 1 >= bracketEnd && SentenceBoundary.IsBoundary(source, tokens, first, t, next))
            {
                int end = tokens[next - 1].End;
                Add(source, from, end, sentences);
                from = end;
                first = next;
            }

            t = next - 1;
        }

        Add(source, from, paragraph.End, sentences);
    }

    /// <summary>Index of the closing bracket, or -1 when it is not near.</summary>
    private static int EndOfBracket(string source, ReadOnlySpan<Token> tokens, int open)
    {
        char close = source[tokens[open].Start] == '(' ? ')' : ']';
        int stop = Math.Min(tokens.Length, open + Lookahead);
        for (int t = open + 1; t < stop; t++)
        {
            if (source[tokens[t].Start] == close)
            {
                return t;
            }
        }

        return -1;
    }

    private static void Add(string source, int start, int end, List<TextSpan> sentences)
    {
        TextSpan trimmed = Spans.Trim(source, start, end);
        if (trimmed.Length > 0)
        {
            sentences.Add(trimmed);
        }
    }
}

/// <summary>Whether a straight double quotation mark opens or closes, by counting them within a paragraph.</summary>
internal struct QuoteParity
{
    /// <summary>Whether a straight quotation is open.</summary>
    public bool Open { get; private set; }

    /// <summary>Reads a token; inch marks after digits ("5'11\"") do not count when nothing is open.</summary>
    public void Read(string source, ReadOnlySpan<Token> tokens, int t)
    {
        if (source[tokens[t].Start] != '"')
        {
            return;
        }

        bool inch = !Open && t > 0 && tokens[t - 1].Kind == TokenKind.Number && tokens[t - 1].End == tokens[t].Start;
        Open = !inch && !Open;
    }
}

using System.Buffers;
using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Cuts a raw text into lines with tokens and features. One pass.</summary>
internal static class LineReader
{
    // From this many characters on, the list of lines is sized by what it will hold.
    private const int LargeText = 100_000;

    // A headline with "Posted: … Updated: …" behind it stands at the head of the page.
    private const int HeadLines = 8;
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\v\f\r\u0085\u2028\u2029");
    private static readonly DropRule Blank = new("blank-nbsp", "line-without-mark");
    private static readonly DropRule Markup = new("markup", "leftover-markup");
    private static readonly WordSet FiniteVerbs = new(EmbeddedData.Lines("finite_verbs.txt"));

    /// <summary>All lines that hold anything, in text order; the tokens of all go to <paramref name="tokens"/>.</summary>
    /// <param name="raw">The raw text.</param>
    /// <param name="holes">Stretches of markup, in order.</param>
    /// <param name="tokens">Receives the tokens, none of them inside a hole.</param>
    /// <param name="lines">Receives the lines, in place of what it held.</param>
    public static void Read(string raw, MarkupHole[] holes, PooledList<Token> tokens, PooledList<Line> lines)
    {
        lines.Clear((raw.Length < LargeText ? raw.Length / 100 : CountLines(raw)) + holes.Length + 16);
        int hole = 0;
        int start = 0;
        bool blank = true;
        while (start < raw.Length)
        {
            int end = start;
            bool atBlock = false;
            int firstHole = hole;
            while (true)
            {
                int stop = hole < holes.Length ? holes[hole].Span.Start : raw.Length;
                int lineBreak = raw.AsSpan(end, stop - end).IndexOfAny(LineBreaks);
                end = lineBreak < 0 ? stop : end + lineBreak;
                if (lineBreak >= 0 || stop == raw.Length)
                {
                    break;
                }

                if (holes[hole].BreaksLine)
                {
                    atBlock = true;
                    break;
                }

                end = holes[hole++].Span.End;
            }

            blank = AddLine(raw, start, end, holes, firstHole, hole, tokens, lines, blank);
            if (atBlock)
            {
                TextSpan block = holes[hole++].Span;
                lines.Add(new Line { Start = block.Start, End = block.End, FirstToken = tokens.Count, Role = LineRole.Dropped, Rule = Markup });
                start = block.End;
                blank = true;
            }
            else
            {
                start = end < raw.Length && raw[end] == '\r' && end + 1 < raw.Length && raw[end + 1] == '\n' ? end + 2 : end + 1;
            }
        }
    }

    // Blank lines are no lines.
    private static int CountLines(string raw)
    {
        int count = 1;
        for (int i = 1; i < raw.Length; i++)
        {
            count += CharClass.IsLineBreak(raw[i - 1]) && !CharClass.IsLineBreak(raw[i]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Adds the line, and its leading and trailing inline tags as dropped lines of their own; returns whether nothing but white space stood there.</summary>
    private static bool AddLine(string raw, int start, int end, MarkupHole[] holes, int firstHole, int endHole, PooledList<Token> tokens, PooledList<Line> lines, bool blank)
    {
        TextSpan trimmed = Spans.Trim(raw, start, end);
        bool hasHoles = firstHole < endHole;
        while (firstHole < endHole && holes[firstHole].Span.Start == trimmed.Start && trimmed.Length > 0)
        {
            AddMarkup(holes[firstHole].Span, tokens.Count, lines);
            trimmed = Spans.Trim(raw, holes[firstHole++].Span.End, trimmed.End);
        }

        int tail = endHole;
        while (tail > firstHole && holes[tail - 1].Span.End == trimmed.End && trimmed.Length > 0)
        {
            trimmed = Spans.Trim(raw, trimmed.Start, holes[--tail].Span.Start);
        }

        if (trimmed.Length > 0)
        {
            AddText(raw, trimmed, holes, firstHole, tail, tokens, lines, blank);
        }
        else if (!hasHoles && HoldsExoticSpace(raw, start, end))
        {
            lines.Add(new Line { Start = start, End = end, FirstToken = tokens.Count, Role = LineRole.Dropped, Rule = Blank });
        }

        for (int h = tail; h < endHole; h++)
        {
            AddMarkup(holes[h].Span, tokens.Count, lines);
        }

        return trimmed.Length == 0;
    }

    private static void AddMarkup(TextSpan span, int token, PooledList<Line> lines) =>
        lines.Add(new Line { Start = span.Start, End = span.End, FirstToken = token, Role = LineRole.Dropped, Rule = Markup });

    private static bool HoldsExoticSpace(string raw, int start, int end) => raw.AsSpan(start, end - start).IndexOfAnyExcept(' ', '\t') >= 0;

    private static void AddText(string raw, TextSpan span, MarkupHole[] holes, int firstHole, int endHole, PooledList<Token> tokens, PooledList<Line> lines, bool blank)
    {
        Line line = new() { Start = span.Start, End = span.End, FirstToken = tokens.Count };
        int from = span.Start;
        for (int h = firstHole; h < endHole; h++)
        {
            Tokenizer.Tokenize(raw, new TextSpan(from, holes[h].Span.Start), tokens);
            from = holes[h].Span.End;
        }

        Tokenizer.Tokenize(raw, new TextSpan(from, span.End), tokens);
        line.TokenCount = tokens.Count - line.FirstToken;
        line.Traits = blank ? LineTraits.BlankBefore : LineTraits.None;
        ReadOnlySpan<Token> all = tokens.AsSpan().Slice(line.FirstToken, line.TokenCount);
        Describe(raw, all, ref line);
        int posted = lines.Count < HeadLines ? BylineRules.PostedTail(raw, line, all) : -1;
        if (posted > 0)
        {
            Line tail = new() { Start = all[posted].Start, End = line.End, FirstToken = line.FirstToken + posted, TokenCount = all.Length - posted };
            line.End = Spans.Trim(raw, line.Start, tail.Start).End;
            line.TokenCount = posted;
            Describe(raw, all[..posted], ref line);
            Describe(raw, all[posted..], ref tail);
            lines.Add(line);
            lines.Add(tail);
            return;
        }

        lines.Add(line);
    }

    private static void Describe(string raw, ReadOnlySpan<Token> tokens, ref Line line)
    {
        int words = 0, stops = 0, capitalised = 0, caps = 0, small = 0;
        LineTraits traits = line.Traits & LineTraits.BlankBefore;
        foreach (ref readonly Token token in tokens)
        {
            if (token.Kind != TokenKind.Word)
            {
                traits |= raw[token.Start] is '"' or '\u201C' or '\u201D' or '\u00AB' ? LineTraits.Quote : LineTraits.None;
                continue;
            }

            if (words == 0 && char.IsLower(raw[token.Start]))
            {
                traits |= LineTraits.StartsLower;
            }

            words++;
            stops += token.IsStopWord ? 1 : 0;
            capitalised += token.IsCapitalised ? 1 : 0;
            if (token.Length > 1)
            {
                bool all = token.Has(TokenFlags.AllCaps);
                caps += all ? 1 : 0;
                small += all ? 0 : 1;
            }

            traits |= VerbTraits(raw, token);
        }

        line.Words = (ushort)Math.Min(words, ushort.MaxValue);
        line.StopWords = (ushort)Math.Min(stops, ushort.MaxValue);
        line.Capitalised = (ushort)Math.Min(capitalised, ushort.MaxValue);
        line.Traits = traits | (caps > 0 && small == 0 ? LineTraits.AllCaps : LineTraits.None) | EndTraits(raw, tokens);
    }

    private static LineTraits VerbTraits(string raw, in Token token)
    {
        if (FiniteVerbs.Contains(token))
        {
            return LineTraits.FiniteVerb;
        }

        if (token.Length >= 4 && !token.IsCapitalised && raw[token.End - 1] == 'd' && raw[token.End - 2] == 'e')
        {
            return LineTraits.EdForm;
        }

        return token.IsCapitalised && token.Length >= 7 && Camel.Joint(raw, token) > 0 ? LineTraits.CamelCase : LineTraits.None;
    }

    private static LineTraits EndTraits(string raw, ReadOnlySpan<Token> tokens)
    {
        for (int t = tokens.Length - 1; t >= Math.Max(0, tokens.Length - 4); t--)
        {
            char c = raw[tokens[t].Start];
            if (c is '"' or '\u201D' or '\u2019' or '\'' or ')' or ']' or '\u00BB' or '\u300D')
            {
                continue;
            }

            if (c == ':')
            {
                return LineTraits.Colon;
            }

            if (!SentenceBoundary.IsEnder(raw, tokens[t]))
            {
                return LineTraits.None;
            }

            bool cut = c == '\u2026' || (c == '.' && t > 1 && raw[tokens[t - 1].Start] == '.' && raw[tokens[t - 2].Start] == '.');
            return cut ? LineTraits.Terminal | LineTraits.Truncated : LineTraits.Terminal;
        }

        return LineTraits.None;
    }
}

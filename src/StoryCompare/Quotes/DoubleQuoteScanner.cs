using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Pairs double quotation marks of all shapes. One pass, no way back: linear whatever the marks do.</summary>
/// <remarks>
/// An opening mark waits for the first closing one of its family, over sentences and line breaks, at most <see cref="MaxLength"/> characters
/// and never over a blank line, unless the next paragraph opens with a mark of its own (the printer's rule for a speech of several
/// paragraphs). An opening mark that meets another one inside its paragraph was left unpaired and gives nothing.
/// </remarks>
internal struct DoubleQuoteScanner(TokenizedText text, List<QuotedStretch> found)
{
    /// <summary>Longest quotation inside one paragraph, in UTF-16 code units.</summary>
    public const int MaxLength = 2500;

    private readonly List<QuotedStretch> _found = found;
    private readonly string _source = text.Source;
    private int _open = -1;
    private int _openLength = 0;
    private int _outer = -1;
    private bool _runOn = false;
    private bool _opensParagraph = false;
    private int _lastClose = -1;

    /// <summary>Appends the stretches in text order.</summary>
    public void Scan()
    {
        Sentence[] sentences = text.Sentences;
        int start = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            start = s == 0 ? sentences[0].Span.Start : start;
            SentenceGap gap = QuoteRegions.GapAfter(text, s);
            int end = gap == SentenceGap.Wall ? sentences[s].Span.End : sentences[s + 1].Span.Start;
            bool opensLine = s == 0 || IsLineStart(sentences[s].Span.Start);
            ScanRange(start, end, sentences[s].Span, opensLine);
            start = gap == SentenceGap.Wall && s + 1 < sentences.Length ? sentences[s + 1].Span.Start : end;
            if (gap >= SentenceGap.Paragraph && _open >= 0)
            {
                EndParagraph(s, gap);
            }
        }
    }

    private bool IsLineStart(int position)
    {
        for (int i = position - 1; i >= 0 && char.IsWhiteSpace(_source[i]); i--)
        {
            if (_source[i] == '\n')
            {
                return true;
            }
        }

        return position == 0;
    }

    private void ScanRange(int start, int end, TextSpan sentence, bool opensLine)
    {
        for (int i = start; i < end; i++)
        {
            int mark = _source.AsSpan(i, end - i).IndexOfAny(QuoteMarks.Doubles);
            if (mark < 0)
            {
                return;
            }

            i += mark;
            int length = QuoteMarks.DoubleLength(_source, i, end);
            if (length == 0)
            {
                continue;
            }

            if (_open >= 0 && i - _open > MaxLength)
            {
                Reset();
            }

            Mark(i, length, opensLine && i == sentence.Start, sentence, end);
            i += length - 1;
        }
    }

    private void Mark(int i, int length, bool opensParagraph, TextSpan sentence, int end)
    {
        MarkFacing facing = QuoteMarks.Facing(_source, i, length, Math.Min(sentence.Start, i), end);
        if (_open < 0)
        {
            bool glued = _lastClose == i && facing == MarkFacing.Close && i + length < end && char.IsLetterOrDigit(_source[i + length]);
            bool danglesAtEnd = facing == MarkFacing.Either && _source[i] == '"' && i + length >= sentence.End && !opensParagraph;
            if (facing == MarkFacing.Close && _outer >= 0 && i - _outer < 600 && i <= sentence.End)
            {
                Take(_outer, i + length);
            }
            else if ((facing is MarkFacing.Open or MarkFacing.Either || glued) && !danglesAtEnd)
            {
                Open(i, length, opensParagraph);
            }

            return;
        }

        if (!Matches(_source[_open], _source[i]) && facing != MarkFacing.Open)
        {
            return;
        }

        if (facing == MarkFacing.Open && _source[_open] == '\u201E' && _source[i] == '\u201C')
        {
            facing = MarkFacing.Close;
        }

        if (facing is MarkFacing.Close or MarkFacing.Either || IsMisplacedClose(i, length, opensParagraph, end))
        {
            if (!IsInches(i, length))
            {
                int outer = _outer;
                Take(_open, i + length);
                _outer = outer;
            }

            return;
        }

        if (opensParagraph && _open < i && i - _open <= MaxLength && (_opensParagraph || _runOn))
        {
            RunOn(i);
            Open(i, length, opensParagraph);
            _runOn = true;
            return;
        }

        int previous = _open;
        Open(i, length, opensParagraph);
        _outer = previous >= sentence.Start ? previous : -1;
    }

    /// <summary>`ready, "she said`: the blank stands on the wrong side of a closing mark.</summary>
    private bool IsMisplacedClose(int i, int length, bool opensParagraph, int end)
    {
        if (opensParagraph || _source[i] != '"' || i + length >= end)
        {
            return false;
        }

        char before = QuoteMarks.LastBefore(_source, i, _open);
        return before == ',' || (QuoteMarks.EndsClause(before) && char.IsLower(_source[i + length]));
    }

    /// <summary>6'2" or 12" inside a quotation that is not at its end.</summary>
    private bool IsInches(int i, int length) =>
        _source[i] == '"' && i > 0 && char.IsDigit(_source[i - 1]) && i + length + 1 < _source.Length && _source[i + length] == ' ' && char.IsLower(_source[i + length + 1]) && i - _open < 40 && ClosesLater(i + length);

    private bool ClosesLater(int from)
    {
        int limit = Math.Min(_source.Length, from + 200);
        for (int i = from; i < limit && _source[i] != '\n'; i++)
        {
            if (_source[i] == '"')
            {
                return !char.IsWhiteSpace(_source[i - 1]);
            }
        }

        return false;
    }

    private static bool Matches(char open, char close) => open is '\u00AB' or '\u00BB' == close is '\u00AB' or '\u00BB';

    private void Open(int i, int length, bool opensParagraph)
    {
        _open = i;
        _openLength = length;
        _opensParagraph = opensParagraph;
        _runOn = false;
        _outer = -1;
    }

    private void Take(int open, int end)
    {
        int markLength = open == _open ? _openLength : 1;
        int closeLength = end >= 2 && _source[end - 1] is '\'' or '`' ? 2 : 1;
        int innerEnd = end - closeLength;
        TextSpan inner = new(open + markLength, Math.Max(open + markLength, innerEnd));
        while (_found.Count > 0 && _found[^1].Span.Start >= open)
        {
            _found.RemoveAt(_found.Count - 1);
        }

        if (HasLetter(inner))
        {
            _found.Add(new QuotedStretch(new TextSpan(open, end), inner, Closed: true, _runOn && open == _open));
        }

        _lastClose = end;
        _open = -1;
        _outer = -1;
        _runOn = false;
    }

    private void RunOn(int next)
    {
        int end = next;
        while (end > _open && char.IsWhiteSpace(_source[end - 1]))
        {
            end--;
        }

        TextSpan inner = new(_open + _openLength, Math.Max(_open + _openLength, end));
        if (HasLetter(inner))
        {
            _found.Add(new QuotedStretch(new TextSpan(_open, end), inner, Closed: false, _runOn));
        }
    }

    /// <summary>At a blank line: the quotation runs on if the next paragraph opens with a mark; a paragraph that is one open quotation is kept.</summary>
    private void EndParagraph(int sentence, SentenceGap gap)
    {
        bool runsOn = gap == SentenceGap.Paragraph && (_opensParagraph || _runOn)
            && QuoteMarks.DoubleLength(_source, text.Sentences[sentence + 1].Span.Start, _source.Length) > 0;
        if (runsOn)
        {
            return;
        }

        int end = text.Sentences[sentence].Span.End;
        if (end > _open && end - _open <= MaxLength && (_opensParagraph || _runOn || FollowsCue()))
        {
            RunOn(end);
        }

        Reset();
    }

    private bool FollowsCue() => QuoteMarks.LastBefore(_source, _open, 0) is ':' or ',';

    private void Reset()
    {
        _open = -1;
        _outer = -1;
        _runOn = false;
    }

    private bool HasLetter(TextSpan inner)
    {
        int limit = Math.Min(inner.End, inner.Start + 64);
        for (int i = inner.Start; i < limit; i++)
        {
            if (char.IsLetterOrDigit(_source[i]))
            {
                return true;
            }
        }

        return false;
    }
}

using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Pairs single quotation marks outside double ones, and keeps apostrophes and transliteration marks out.</summary>
/// <remarks>
/// A mark opens only where a word could start: never inside a word, after a hyphen (Al-‘Alam), before an elided word (’em, ’90s).
/// It closes after a clause's punctuation, or after a word when no plural possessive explains it. Longest quotation 1,500 characters; one
/// that crosses sentences must close after punctuation. One pass.
/// </remarks>
internal struct SingleQuoteScanner(TokenizedText text, List<QuotedStretch> doubles, List<QuotedStretch> found, List<QuotedStretch> merged)
{
    private const int MaxLength = 1500;
    private readonly List<QuotedStretch> _found = found;
    private readonly string _source = text.Source;
    private int _open = -1;
    private int _weak = -1;
    private bool _crossed = false;

    /// <summary>All stretches, double ones inside single ones left out, in text order: the double ones themselves, or both merged. The lists given are filled.</summary>
    public List<QuotedStretch> Scan()
    {
        int next = 0;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            TextSpan sentence = text.Sentences[s].Span;
            SentenceGap gap = QuoteRegions.GapAfter(text, s);
            int end = gap == SentenceGap.Wall ? sentence.End : text.Sentences[s + 1].Span.Start;
            for (int i = sentence.Start; i < end; i++)
            {
                int mark = _source.AsSpan(i, end - i).IndexOfAny(QuoteMarks.Singles);
                if (mark < 0)
                {
                    break;
                }

                i += mark;
                while (next < doubles.Count && doubles[next].Span.End <= i)
                {
                    next++;
                }

                if (next < doubles.Count && doubles[next].Span.Start <= i)
                {
                    i = doubles[next].Span.End - 1;
                }
                else
                {
                    Mark(i, sentence.Start, end);
                }
            }

            EndSentence(gap);
        }

        return Merge();
    }

    private void Mark(int i, int start, int end)
    {
        if (_open >= 0 && i - _open > MaxLength)
        {
            _open = -1;
        }

        if (_open >= 0 && Closes(i, end, out bool weak))
        {
            if (weak)
            {
                _weak = i;
            }
            else if (!_crossed || QuoteMarks.EndsClause(QuoteMarks.LastBefore(_source, i, _open)))
            {
                Take(i + 1);
            }

            return;
        }

        if (Opens(i, start, end))
        {
            if (_weak > _open && _open >= 0 && !_crossed && !char.IsUpper(_source[_open + 1]))
            {
                Take(_weak + 1);
            }

            _open = i;
            _weak = -1;
            _crossed = false;
        }
    }

    private bool Opens(int i, int start, int end)
    {
        if (_source[i] is '\u2019' or '\u203A' || !QuoteMarks.OpenBefore(_source, i, start) || i + 1 >= end)
        {
            return false;
        }

        char next = _source[i + 1];
        if (char.IsWhiteSpace(next))
        {
            return _source[i] != '\'' && i + 2 < end && char.IsLetterOrDigit(_source[i + 2]);
        }

        return (char.IsLetterOrDigit(next) || next is '[' or '(' or '\u2026' or '.' or '$' or '\u00A3' or '\u20AC') && !IsElision(i + 1, end);
    }

    private bool IsElision(int i, int end)
    {
        int k = i;
        while (k < end && k - i < 8 && char.IsLetterOrDigit(_source[k]))
        {
            k++;
        }

        ReadOnlySpan<char> word = _source.AsSpan(i, k - i);
        if (word.Length is 2 or 3 && char.IsDigit(word[0]) && char.IsDigit(word[1]))
        {
            return true;
        }

        return word.Length < 7 && SpeechLexicon.Elisions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private bool Closes(int i, int end, out bool weak)
    {
        weak = false;
        if (_source[i] is '\u2018' or '\u201A' or '\u2039')
        {
            return false;
        }

        char before = _source[i - 1];
        bool freeAfter = i + 1 >= end || !char.IsLetterOrDigit(_source[i + 1]);
        if (char.IsWhiteSpace(before))
        {
            if (IsDetachedApostrophe(i, end))
            {
                return false;
            }

            return freeAfter && (QuoteMarks.EndsClause(QuoteMarks.LastBefore(_source, i, _open)) || char.IsWhiteSpace(_source[_open + 1]));
        }

        if (!freeAfter)
        {
            // Glued to the next word after punctuation: a lost blank, not an apostrophe.
            return QuoteMarks.EndsClause(before) && before != '.';
        }

        bool wordFollows = i + 2 < end && _source[i + 1] == ' ' && char.IsLower(_source[i + 2]);
        weak = wordFollows && (before is 's' or 'S' || (before == 'n' && i >= 2 && _source[i - 2] == 'i'));
        return true;
    }

    private bool IsDetachedApostrophe(int i, int end)
    {
        int k = i + 1;
        while (k < end && _source[k] == ' ')
        {
            k++;
        }

        int from = k;
        while (k < end && k - from < 4 && char.IsLetter(_source[k]))
        {
            k++;
        }

        return k - from is > 0 and < 3 && SpeechLexicon.Contractions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_source.AsSpan(from, k - from));
    }

    private void EndSentence(SentenceGap gap)
    {
        if (_open < 0)
        {
            return;
        }

        if (_weak > _open && !_crossed && !char.IsUpper(_source[_open + 1]))
        {
            // A plural possessive closes only a mark that no transliterated name explains (‘Ali ... the traders’ market).
            Take(_weak + 1);
        }
        else if (gap >= SentenceGap.Paragraph)
        {
            _open = -1;
        }

        _crossed = true;
    }

    private void Take(int end)
    {
        TextSpan span = new(_open, end);
        TextSpan inner = new(_open + 1, end - 1);
        bool closesClause = QuoteMarks.EndsClause(QuoteMarks.LastBefore(_source, end - 1, _open));
        bool punctuationFollows = end >= _source.Length || QuoteMarks.CloseAfter(_source, end, _source.Length) && !char.IsWhiteSpace(_source[end]);
        // A long stretch that ends at a bare word is more often two apostrophes than one quotation.
        if (closesClause || punctuationFollows || span.Length <= 90)
        {
            _found.Add(new QuotedStretch(span, inner, Closed: true, RunOn: false));
        }

        _open = -1;
        _weak = -1;
    }

    private List<QuotedStretch> Merge()
    {
        if (_found.Count == 0)
        {
            return doubles;
        }

        int d = 0;
        foreach (QuotedStretch single in _found)
        {
            while (d < doubles.Count && doubles[d].Span.Start < single.Span.Start)
            {
                merged.Add(doubles[d++]);
            }

            merged.Add(single);
            while (d < doubles.Count && doubles[d].Span.End <= single.Span.End)
            {
                d++;
            }
        }

        for (; d < doubles.Count; d++)
        {
            merged.Add(doubles[d]);
        }

        return merged;
    }
}

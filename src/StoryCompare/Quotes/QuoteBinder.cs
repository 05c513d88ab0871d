using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Joins quotations with the frames that attribute them.</summary>
internal sealed class QuoteBinder(ClauseText clause, SpeechFrames frames)
{
    private readonly List<QuoteMention> _mentions = [];
    private readonly List<int> _openChain = [];
    private HashSet<int>? _unclosed;
    private int _nextFrame;

    /// <summary>Speech still going on: its speaker, and the sentence it reached.</summary>
    private QuoteMention? _last;
    private int _lastSentence = -2;
    private SpeechFrame? _lastFrame;

    /// <summary>The quotations of the text, in text order.</summary>
    public QuoteMention[] Bind()
    {
        _mentions.Clear();
        _openChain.Clear();
        (_unclosed, _nextFrame, _last, _lastSentence, _lastFrame) = (null, 0, null, -2, null);
        int token = 0;
        int sentence = 0;
        for (int q = 0; q < clause.Stretches.Count; q++)
        {
            while (token < clause.Tokens.Length && clause.StretchAt(token) < q)
            {
                token++;
            }

            int first = token;
            while (token < clause.Tokens.Length && clause.StretchAt(token) == q)
            {
                token++;
            }

            if (token == first)
            {
                continue;
            }

            sentence = SentenceOf(first, sentence);
            Bind(clause.Stretches[q], first, token, sentence, SentenceOf(token - 1, sentence), q);
        }

        // A mark that nothing closes and nobody speaks behind is a slip of the pen.
        if (_unclosed is not null)
        {
            _mentions.RemoveAll(m => m.SpeakerName is null && _unclosed.Contains(m.Span.Start));
        }

        return [.. _mentions];
    }

    private int SentenceOf(int token, int from)
    {
        Sentence[] all = clause.Text.Sentences;
        while (from + 1 < all.Length && all[from + 1].FirstToken <= token)
        {
            from++;
        }

        return from;
    }

    private void Bind(QuotedStretch stretch, int first, int end, int firstSentence, int lastSentence, int index)
    {
        char last = QuoteMarks.LastBefore(clause.Text.Source, stretch.Inner.End, stretch.Inner.Start);
        bool opensSentence = first == clause.Text.Sentences[firstSentence].FirstToken;
        SpeechFrame? before = Before(first, firstSentence, opensSentence);
        SpeechFrame? after = After(end, lastSentence, last);
        SpeechFrame? chosen = Choose(stretch, first, end, last, before, after, out bool continued);
        QuoteMention? speech = null;
        QuotationKind kind;
        if (chosen is not null)
        {
            kind = continued ? QuotationKind.Continued : KindOf(stretch, first, chosen);
        }
        else if (_last is not null && _lastSentence == firstSentence && _last.LastSentence == firstSentence && !opensSentence)
        {
            speech = _last;
            kind = QuotationKind.Partial;
        }
        else if (opensSentence && Continues(stretch, firstSentence) is { } running)
        {
            speech = running;
            kind = speech.Kind == QuotationKind.Direct && speech != _last ? QuotationKind.Direct : QuotationKind.Continued;
        }
        else
        {
            kind = opensSentence && Words(stretch.Inner) >= 5 ? QuotationKind.Direct : QuotationKind.Partial;
        }

        QuoteMention mention = new()
        {
            Span = stretch.Span,
            FirstSentence = firstSentence,
            LastSentence = lastSentence,
            Kind = kind,
            Speaker = chosen?.SourceSpan ?? speech?.Speaker,
            SpeakerName = chosen is not null ? chosen.SourceName : speech?.SpeakerName,
            Cue = chosen is null ? null : clause.SpanOf(chosen.Cue, chosen.CueEnd),
            Channel = chosen is not null ? chosen.Channel : speech?.Channel,
        };
        Keep(stretch, mention, chosen, lastSentence);
    }

    private void Keep(QuotedStretch stretch, QuoteMention mention, SpeechFrame? chosen, int lastSentence)
    {
        if (!stretch.Closed)
        {
            // Waits for the paragraph that closes it, unless its speaker is known already.
            _openChain.Add(_mentions.Count);
            (_unclosed ??= []).Add(stretch.Span.Start);
        }
        else
        {
            if (stretch.RunOn && mention.SpeakerName is not null)
            {
                foreach (int open in _openChain)
                {
                    if (_mentions[open].SpeakerName is null)
                    {
                        _mentions[open] = _mentions[open] with { Speaker = mention.Speaker, SpeakerName = mention.SpeakerName, Channel = mention.Channel, Kind = QuotationKind.Direct };
                    }
                }
            }

            _openChain.Clear();
        }

        _mentions.Add(mention);
        if (mention.SpeakerName is not null)
        {
            _last = mention;
            _lastSentence = Math.Max(lastSentence, chosen?.Sentence ?? lastSentence);
            _lastFrame = chosen ?? _lastFrame;
        }
    }

    /// <summary>The last frame before the quotation in its sentence, or at the end of the sentence before when that leads on (":").</summary>
    private SpeechFrame? Before(int first, int sentence, bool opensSentence)
    {
        while (_nextFrame < frames.Count && frames[_nextFrame].Cue < first)
        {
            _nextFrame++;
        }

        for (int f = _nextFrame - 1; f >= 0 && frames[f].Sentence >= sentence - 1; f--)
        {
            if (frames[f].Kind == CueKind.Hedged)
            {
                continue;
            }

            if (frames[f].Sentence == sentence)
            {
                return frames[f];
            }

            return opensSentence && first > 0 && (clause.IsMark(first - 1, ':') || (clause.IsComma(first - 1) && first - 1 <= frames[f].CueEnd + 6)) ? frames[f] : null;
        }

        return null;
    }

    private SpeechFrame? After(int end, int sentence, char last)
    {
        for (int f = _nextFrame; f < frames.Count && frames[f].Sentence <= sentence + 1; f++)
        {
            if (frames[f].Cue < end || frames[f].Kind == CueKind.Hedged)
            {
                continue;
            }

            bool near = frames[f].First <= end + 1 && (frames[f].First == end || clause.Tokens[end].Kind == TokenKind.Punctuation);
            return frames[f].Sentence == sentence || (near && (last is ',' or '?' or '!' || char.IsLetterOrDigit(last))) ? frames[f] : null;
        }

        return null;
    }

    private SpeechFrame? Choose(QuotedStretch stretch, int first, int end, char last, SpeechFrame? before, SpeechFrame? after, out bool continued)
    {
        continued = false;
        bool near = after is not null && IsNear(after, end);
        bool leads = before is not null && Leads(before, first) && !(before.Leads && near);
        if (before is not null && _lastFrame == before && _last is not null && before.Trailing)
        {
            // "...," said X, "...": the second half of one speech, unless its own cue follows.
            if (!(near && last is ',' && after != before))
            {
                continued = true;
                return before;
            }
        }

        bool introduced = leads && first > 0 && (clause.IsMark(first - 1, ':') || (clause.IsComma(first - 1) && before!.CueEnd == first - 1));
        if (leads && (introduced || !(near && last == ',')))
        {
            return before;
        }

        if (near && (last is ',' or '?' or '!' or '-' or '\u2014' || char.IsLetterOrDigit(last) || last is ')' or ']' or '%' or '\u2026' || clause.IsComma(end)))
        {
            bool question = last is '?' or '!';
            if (!question || Closes(after!) || clause.Tokens[end].IsCapitalised is false)
            {
                return after;
            }
        }

        if (near && last is '.' or '\'' or '\u2019' && near && (clause.Tokens[end].IsCapitalised is false && clause.IsWord(end) || after!.Cue == end))
        {
            return after;
        }

        if (before is not null && !before.Trailing)
        {
            return before;
        }

        if (after is not null && after.Trailing && last is not '.' && SameClauseRun(end, after))
        {
            return after;
        }

        return null;
    }

    /// <summary>The frame's clause starts right behind the quotation, or behind a comma.</summary>
    private bool IsNear(SpeechFrame frame, int end) =>
        frame.First == end || (frame.First == end + 1 && clause.Tokens[end].Kind == TokenKind.Punctuation && clause.Char(end) is ',' or '-' or '\u2014' or '\u2013')
        || (frame.First > end && frame.First <= end + 3 && AllFiller(end, frame.First));

    private bool AllFiller(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!clause.Has(i, WordRole.Determiner | WordRole.Adverb | WordRole.Title | WordRole.Person) && !clause.IsName(i) && !clause.IsComma(i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Only a comma, a colon, "that", an object or a channel stands between the cue and the quotation.</summary>
    private bool Leads(SpeechFrame frame, int first)
    {
        if (frame.Trailing && !clause.IsMark(first - 1, ':'))
        {
            return false;
        }

        if (first > 0 && clause.IsMark(first - 1, ':'))
        {
            return true;
        }

        for (int i = frame.CueEnd; i < first; i++)
        {
            if (clause.IsQuoted(i) || clause.IsMark(i, '.') || clause.IsMark(i, ';'))
            {
                return false;
            }
        }

        return first - Math.Max(frame.CueEnd, frame.End) <= 12;
    }

    private bool Closes(SpeechFrame frame)
    {
        int after = Math.Max(frame.CueEnd, frame.End);
        return after >= clause.Tokens.Length || clause.Tokens[after].Kind == TokenKind.Punctuation || clause.Has(after, WordRole.Preposition | WordRole.Time | WordRole.Adverb | WordRole.Determiner)
            || clause.Tokens[after].IsCapitalised;
    }

    /// <summary>No full stop between the quotation and the frame.</summary>
    private bool SameClauseRun(int end, SpeechFrame frame)
    {
        for (int i = end; i < frame.First && i < end + 60; i++)
        {
            if (clause.IsMark(i, ';') || clause.IsQuoted(i))
            {
                return clause.IsQuoted(i);
            }
        }

        return frame.First - end < 60;
    }

    /// <summary>A quotation that opens its sentence right behind attributed speech goes on with it.</summary>
    private QuoteMention? Continues(QuotedStretch stretch, int sentence)
    {
        if (clause.Text.Sentences[sentence].Kind == SentenceKind.Title || (sentence > 0 && QuoteRegions.GapAfter(clause.Text, sentence - 1) == SentenceGap.Wall && clause.Text.Sentences[sentence - 1].Kind != clause.Text.Sentences[sentence].Kind))
        {
            return null;
        }

        if (_last is not null && sentence - _lastSentence <= 1 && sentence >= _lastSentence)
        {
            return _last;
        }

        // "Smith said the plan was ready. “We start tomorrow.”"
        int f = _nextFrame - 1;
        while (f >= 0 && frames[f].Kind == CueKind.Hedged)
        {
            f--;
        }

        if (f < 0 || sentence - frames[f].Sentence != 1 || Words(stretch.Inner) < 3 || frames[f].SourceName is null || frames[f].Sort == SourceSort.Document)
        {
            return null;
        }

        return new QuoteMention { Span = stretch.Span, FirstSentence = sentence, LastSentence = sentence, Kind = frames[f].Leads ? QuotationKind.Direct : QuotationKind.Continued, Speaker = frames[f].SourceSpan, SpeakerName = frames[f].SourceName, Channel = frames[f].Channel };
    }

    private QuotationKind KindOf(QuotedStretch stretch, int first, SpeechFrame frame)
    {
        int i = stretch.Inner.Start;
        while (i < stretch.Inner.End && !char.IsLetterOrDigit(clause.Text.Source[i]))
        {
            i++;
        }

        bool lower = i < stretch.Inner.End && char.IsLower(clause.Text.Source[i]);
        bool introduced = frame.Cue < first && (clause.IsComma(first - 1) || clause.IsMark(first - 1, ':'));
        int words = Words(stretch.Inner);
        return (lower && !introduced) || (words < 4 && !introduced && frame.Cue < first) ? QuotationKind.Partial : QuotationKind.Direct;
    }

    /// <summary>Number of blanks-separated words, counted up to twelve.</summary>
    private int Words(TextSpan inner)
    {
        int words = 0;
        bool inside = false;
        for (int i = inner.Start; i < inner.End && words < 12; i++)
        {
            bool letter = !char.IsWhiteSpace(clause.Text.Source[i]);
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }

        return words;
    }
}

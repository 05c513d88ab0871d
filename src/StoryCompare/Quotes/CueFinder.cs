using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Finds the clauses of attribution of a sentence: every cue outside quotations that has a source.</summary>
internal sealed partial class CueFinder(ClauseText clause, NounPhraseReader phrases, Topics topics, SpeechFrames frames)
{
    private readonly NounPhraseReader _phrases = phrases;
    private readonly SubjectReader _subjects = new(clause, phrases);
    private readonly ChannelReader _channels = new(clause, phrases);

    /// <summary>Adds the frames of one sentence, in text order.</summary>
    public void Find(int sentenceIndex)
    {
        Sentence sentence = clause.Text.Sentences[sentenceIndex];
        int first = sentence.FirstToken;
        int end = first + sentence.TokenCount;
        int lo = first;
        int firstFrame = frames.Count;
        for (int i = first; i < end; i++)
        {
            if (clause.IsQuoted(i))
            {
                lo = i + 1;
                continue;
            }

            if (clause.IsMark(i, ':') && i + 1 == end && frames.Count == firstFrame && sentence.TokenCount <= 14 && Heading(sentenceIndex, first, i) is { } heading)
            {
                frames.Add(heading);
                continue;
            }

            SpeechFrame? frame = null;
            if (clause.Is(i, "according") && i + 2 < end && clause.Is(i + 1, "to"))
            {
                frame = According(sentenceIndex, i, end);
            }
            else if (clause.Has(i, WordRole.HedgeCue))
            {
                frames.Add(frames.MakeHedge(sentenceIndex, i));
                continue;
            }
            else if (clause.Has(i, WordRole.Cue) && !clause.IsName(i))
            {
                frame = Cue(sentenceIndex, i, lo, first, end, firstFrame);
            }

            if (frame is not null)
            {
                frames.Add(frame);
                lo = Math.Max(lo, frame.Cue + 1);
                i = Math.Max(i, frame.CueEnd - 1);
            }
        }

        int spoken = firstFrame;
        while (spoken < frames.Count && frames[spoken].Kind == CueKind.Hedged)
        {
            spoken++;
        }

        if (spoken == frames.Count && Leading(sentenceIndex) is { } leading)
        {
            frames.Add(leading);
        }
    }

    /// <summary>"Quotes from Mayor Lund:" and "Mayor Lund:" on a line of their own.</summary>
    private SpeechFrame? Heading(int sentence, int first, int colon)
    {
        int start = colon;
        while (start > first && !clause.Is(start - 1, "from") && !clause.Is(start - 1, "by"))
        {
            start--;
        }

        NounPhrase source = _phrases.Read(start, colon);
        bool whole = start > first || source.First == first;
        return source is { Named: true, Sort: SourceSort.Person } && whole && source.End == colon ? Frame(sentence, colon, CueKind.Said, source, first, colon + 1) : null;
    }

    private SpeechFrame? According(int sentence, int i, int end)
    {
        int stop = i + 2;
        int limit = Math.Min(end, i + 30);
        while (stop < limit && !clause.IsComma(stop) && !clause.IsQuoted(stop) && !clause.IsDash(stop) && !(clause.IsMark(stop, '.') && stop + 1 >= end) && !clause.IsMark(stop, ';'))
        {
            stop++;
        }

        NounPhrase source = _phrases.Read(i + 2, stop);
        if (source.IsNone)
        {
            // "according to information received from X": whatever it is, it is what the text names.
            int to = stop;
            if (to - (i + 2) is < 1 or > 12 || clause.IsQuoted(i + 2))
            {
                return null;
            }

            source = new NounPhrase(i + 2, to, SourceSort.Unknown, Named: false, Definite: false, 0);
        }

        bool leads = i == clause.Text.Sentences[sentence].FirstToken || (i > 0 && clause.Has(i - 1, WordRole.Subordinator | WordRole.Conjunction));
        SpeechFrame frame = frames.Make(sentence, i, i + 2, CueKind.Cited, source, i, Math.Max(stop, source.End));
        frame.Trailing = !leads;
        return frame;
    }

    private SpeechFrame? Cue(int sentence, int i, int lo, int first, int end, int firstFrame)
    {
        // "went on to say": the subject is that of "went".
        int verb = GoesOn(i, lo) ? i - 3 : i;
        if (_subjects.IsNegated(verb, lo) || (verb == i && IsNounUse(i, first)))
        {
            return null;
        }

        // "two men, believed to be its owners,"
        if (i > first && i + 2 < end && clause.Is(i + 1, "to") && clause.Has(i + 2, WordRole.Be | WordRole.Auxiliary) && (clause.Is(i, "believed") || clause.Is(i, "thought") || clause.Is(i, "reported") || clause.Is(i, "said") || clause.Is(i, "alleged")))
        {
            return Hedge(sentence, i, end);
        }

        int before = _subjects.BeforeCue(i, lo);
        CueKind kind = KindOf(i);
        if (clause.Has(i, WordRole.GerundCue))
        {
            return Gerund(sentence, i, end, kind, firstFrame, before, lo);
        }

        bool passive = before >= lo && clause.Has(before, WordRole.Be);
        if (kind == CueKind.Cited)
        {
            return passive ? Quoted(sentence, i, lo, before, end) : Quotes(sentence, i, lo, end);
        }

        bool by = i + 1 < end && clause.Is(i + 1, "by");
        if (passive)
        {
            return by ? By(sentence, i, end, kind) : Hedge(sentence, i, end);
        }

        SubjectReader.Subject subject = Subject(verb, lo, first, end, firstFrame);
        int after = subject.Inverted ? subject.End : AfterCue(i + 1, end);
        if (subject.Phrase.IsNone || !IsAccepted(i, subject, after, end))
        {
            return by && !clause.Has(i, WordRole.BaseCue) ? By(sentence, i, end, kind) : null;
        }

        SpeechFrame frame = Frame(sentence, i, kind, subject.Phrase, subject.First, Math.Max(i + 1, subject.Inverted ? subject.End : i + 1));
        frame.Channel = ChannelOf(i, subject, end);
        // "…, the governor told state radio on Monday.": whom he told is no content.
        int told = frame.Channel is { } to && after < end && to.Start == clause.Tokens[after].Start ? AfterSpan(to, after, end) : after;
        frame.Trailing = subject.Inverted || Trails(subject.First, told, first, end);
        frame.End = told > after && !subject.Inverted && told >= end - 1 ? end : frame.End;
        if (!subject.Via.IsNone)
        {
            frame.Channel = clause.SpanOf(frame.Source.First, frame.Source.End);
            frame.Source = subject.Via;
        }

        return frame;
    }

    private SubjectReader.Subject Subject(int i, int lo, int first, int end, int firstFrame)
    {
        bool behindQuote = i > first && clause.IsQuoted(i - 1);
        bool behindComma = i > first && (clause.IsComma(i - 1) || clause.IsDash(i - 1)) && i - 1 >= lo;
        bool commaBehindQuote = behindComma && i - 2 >= first && clause.IsQuoted(i - 2);
        bool opensSentence = i == first;
        if (behindQuote || behindComma || commaBehindQuote || opensSentence)
        {
            SubjectReader.Subject right = _subjects.Right(i, end);
            if (!right.Phrase.IsNone)
            {
                return right;
            }
        }

        SubjectReader.Subject left = _subjects.Left(i, lo);
        if (!left.Phrase.IsNone)
        {
            return left;
        }

        if (behindQuote || behindComma)
        {
            // "said two people familiar with the talks"
            SubjectReader.Subject right = _subjects.Right(i, end, lenient: true);
            if (!right.Phrase.IsNone)
            {
                return right;
            }
        }

        // "visited the site and said": the clause before lends its subject.
        int before = _subjects.BeforeCue(i, lo);
        if (before >= lo && (clause.Has(before, WordRole.Conjunction) || clause.Is(before, "but") || clause.IsComma(before)))
        {
            for (int f = frames.Count - 1; f >= firstFrame; f--)
            {
                if (!frames[f].Source.IsNone && frames[f].Kind != CueKind.Hedged)
                {
                    return new SubjectReader.Subject(frames[f].Source, before, i + 1, Inverted: false, NounPhrase.None);
                }
            }

            NounPhrase start = SentenceSubject(first, before);
            if (!start.IsNone)
            {
                return new SubjectReader.Subject(start, first, i + 1, Inverted: false, NounPhrase.None);
            }
        }

        return SubjectReader.Subject.None;
    }

    /// <summary>The noun phrase that opens a sentence and stops before its verb: only names, role nouns and what joins them.</summary>
    public NounPhrase SentenceSubject(int first, int end)
    {
        int i = first;
        int noun = -1;
        while (i < end && i - first < 14)
        {
            if (clause.IsName(i) || clause.Has(i, WordRole.AnyNoun))
            {
                noun = i;
            }
            else if (noun >= 0 && !clause.IsHyphen(i) && !clause.IsMark(i, '.') && !clause.Is(i, "of") && !clause.Is(i, "for"))
            {
                break;
            }
            else if (!clause.Has(i, WordRole.Determiner | WordRole.Pronoun) && !clause.IsWord(i) && !clause.IsHyphen(i) && !clause.IsMark(i, '.'))
            {
                return NounPhrase.None;
            }

            if (clause.Has(i, WordRole.Pronoun))
            {
                return _phrases.Read(i, i + 1);
            }

            i++;
        }

        return noun < 0 || clause.IsQuoted(first) ? NounPhrase.None : _phrases.Read(first, noun + 1);
    }

    /// <summary>"saying", "calling it": the subject is the one of the clause before.</summary>
    private SpeechFrame? Gerund(int sentence, int i, int end, CueKind kind, int firstFrame, int before, int lo)
    {
        if (i > 0 && clause.Is(i - 1, "as"))
        {
            return null;
        }

        if (kind == CueKind.Cited)
        {
            NounPhrase via = _phrases.Read(i + 1, PhraseEnd(i + 1, end));
            for (int f = frames.Count - 1; f >= firstFrame && !via.IsNone; f--)
            {
                if (!frames[f].Source.IsNone && frames[f].Channel is null && frames[f].Kind != CueKind.Hedged)
                {
                    frames[f].Channel = clause.SpanOf(frames[f].Source.First, frames[f].Source.End);
                    frames[f].Source = via;
                    return null;
                }
            }

            return null;
        }

        bool bound = IsBound(i, AfterCue(i + 1, end), end);
        if (!bound)
        {
            return null;
        }

        for (int f = frames.Count - 1; f >= firstFrame; f--)
        {
            if (!frames[f].Source.IsNone && frames[f].Kind != CueKind.Hedged)
            {
                SpeechFrame again = Frame(sentence, i, kind, frames[f].Source, i, i + 1);
                again.Channel = frames[f].Channel;
                return again;
            }
        }

        NounPhrase subject = SentenceSubject(clause.Text.Sentences[sentence].FirstToken, i);
        return subject.IsNone || before < lo ? null : Frame(sentence, i, kind, subject, i, i + 1);
    }

    /// <summary>"reported by X", "described by X as".</summary>
    private SpeechFrame? By(int sentence, int i, int end, CueKind kind)
    {
        int stop = PhraseEnd(i + 2, end);
        NounPhrase source = _phrases.Read(i + 2, stop);
        // "The cat was found by its owner": people find what they look for; a study finds that something is so.
        return source.IsNone || source.First > i + 4 || (kind == CueKind.Shown && source.Sort != SourceSort.Document) ? null : Frame(sentence, i, kind, source, i, source.End);
    }

    /// <summary>"is said to", "it was reported that": reported by nobody named.</summary>
    private SpeechFrame? Hedge(int sentence, int i, int end)
    {
        bool reports = clause.Has(i, WordRole.StrongCue) || clause.Is(i, "reported") || clause.Is(i, "believed") || clause.Is(i, "thought") || clause.Is(i, "claimed");
        bool introduces = i + 1 < end && (clause.Is(i + 1, "to") || clause.Is(i + 1, "that"));
        return reports && introduces && !clause.Is(i, "told")
            ? frames.MakeHedge(sentence, i)
            : null;
    }

    private int AfterSpan(TextSpan span, int from, int end)
    {
        while (from < end && clause.Tokens[from].End <= span.End)
        {
            from++;
        }

        return AfterCue(from, end);
    }

    private SpeechFrame Frame(int sentence, int cue, CueKind kind, NounPhrase source, int first, int end) => frames.Make(sentence, cue, cue + 1, kind, source, first, end);

    private TextSpan? ChannelOf(int i, SubjectReader.Subject subject, int end)
    {
        if (!subject.Inverted && IsTelling(i) && _channels.Told(i, end) is { } told)
        {
            return told;
        }

        // "a general on the channel X said"
        if (!subject.Inverted && subject.Phrase.End < i && _channels.Read(subject.Phrase.End, i) is { } on)
        {
            return on;
        }

        int from = subject.Inverted ? Math.Max(i + 1, subject.Phrase.End) : i + 1;
        return _channels.Read(from, end) ?? Fronted(subject.First, end);
    }

    /// <summary>"In a statement released on Monday, the company said".</summary>
    private TextSpan? Fronted(int subjectFirst, int end)
    {
        int s = subjectFirst;
        int lo = Math.Max(0, subjectFirst - 24);
        while (s > lo && !clause.IsQuoted(s - 1) && !clause.IsMark(s - 1, '.') && !clause.IsMark(s - 1, ';'))
        {
            s--;
        }

        return s < subjectFirst && (clause.Is(s, "in") || clause.Is(s, "on") || clause.Is(s, "via")) ? _channels.Read(s, subjectFirst) : null;
    }
}

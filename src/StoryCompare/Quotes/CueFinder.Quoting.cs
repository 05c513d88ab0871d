using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <content>"X quoted Y as saying", "X was quoted by Y as saying": a source behind a channel.</content>
internal sealed partial class CueFinder
{
    /// <summary>"X was quoted (by Y) as saying".</summary>
    private SpeechFrame? Quoted(int sentence, int i, int lo, int be, int end)
    {
        SubjectReader.Subject subject = _subjects.Left(be, lo);
        if (subject.Phrase.IsNone)
        {
            return null;
        }

        int saying = FindSaying(i + 1, end);
        SpeechFrame frame = Frame(sentence, i, CueKind.Cited, subject.Phrase, subject.First, saying < 0 ? i + 1 : saying + 1);
        if (i + 2 < end && clause.Is(i + 1, "by"))
        {
            NounPhrase channel = _phrases.Read(i + 2, PhraseEnd(i + 2, end));
            frame.Channel = channel.IsNone ? null : clause.SpanOf(channel.First, channel.End);
        }
        else
        {
            frame.Channel = _channels.Read(i + 1, saying < 0 ? Math.Min(end, i + 10) : saying);
        }

        frame.Trailing = saying >= 0 && Trails(subject.First, saying + 1, clause.Text.Sentences[sentence].FirstToken, end);
        return frame;
    }

    /// <summary>"X quoted Y as saying", "X cited Y": Y is the source, X the channel.</summary>
    private SpeechFrame? Quotes(int sentence, int i, int lo, int end)
    {
        int saying = FindSaying(i + 1, end);
        SubjectReader.Subject outlet = _subjects.Left(i, lo);
        if (saying < 0 || outlet.Phrase.IsNone)
        {
            return null;
        }

        int stop = saying;
        while (stop > i + 1 && (clause.Is(stop - 1, "as") || clause.Has(stop - 1, WordRole.GerundCue)))
        {
            stop--;
        }

        NounPhrase source = QuotedObject(i + 1, stop);
        if (source.IsNone)
        {
            return null;
        }

        SpeechFrame frame = Frame(sentence, i, CueKind.Cited, source, outlet.First, saying + 1);
        frame.Channel = clause.SpanOf(outlet.Phrase.First, outlet.Phrase.End);
        frame.Trailing = Trails(outlet.First, saying + 1, clause.Text.Sentences[sentence].FirstToken, end);
        return frame;
    }

    /// <summary>"the head of the zone, Ali Karam": the name behind the comma wins.</summary>
    private NounPhrase QuotedObject(int first, int end)
    {
        NounPhrase best = NounPhrase.None;
        int start = first;
        for (int i = first; i <= end; i++)
        {
            if (i == end || clause.IsComma(i))
            {
                NounPhrase phrase = i > start ? _phrases.Read(start, i) : NounPhrase.None;
                if (!phrase.IsNone && (best.IsNone || (phrase.Named && !best.Named)))
                {
                    best = phrase;
                }

                start = i + 1;
            }
        }

        return best;
    }

    private int FindSaying(int from, int end)
    {
        int limit = Math.Min(end, from + 25);
        for (int k = from; k < limit; k++)
        {
            if (clause.IsQuoted(k))
            {
                return -1;
            }

            if (clause.Has(k, WordRole.GerundCue) && clause.Is(k - 1, "as"))
            {
                return k;
            }
        }

        return -1;
    }
}

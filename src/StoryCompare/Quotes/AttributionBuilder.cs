using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Turns frames into attributions: what part of the sentence each covers.</summary>
internal static class AttributionBuilder
{
    public static Attribution[] Build(ClauseText clause, SpeechFrames frames)
    {
        int count = 0;
        for (int f = 0; f < frames.Count; f++)
        {
            count += frames[f].Leads ? 0 : 1;
        }

        Attribution[] attributions = count == 0 ? [] : new Attribution[count];
        int next = 0;
        for (int f = 0; f < frames.Count; f++)
        {
            SpeechFrame frame = frames[f];
            if (frame.Leads)
            {
                continue;
            }

            Sentence sentence = clause.Text.Sentences[frame.Sentence];
            attributions[next++] = new Attribution
            {
                Sentence = frame.Sentence,
                Source = frame.SourceSpan,
                SourceName = frame.SourceName ?? "",
                Cue = clause.SpanOf(frame.Cue, frame.CueEnd),
                Content = Content(clause, frame, sentence, f + 1 < frames.Count ? frames[f + 1] : null),
                Channel = frame.Channel,
                Kind = frame.Kind,
            };
        }

        return attributions;
    }

    private static TextSpan Content(ClauseText clause, SpeechFrame frame, in Sentence sentence, SpeechFrame? next)
    {
        int first = sentence.FirstToken;
        int end = first + sentence.TokenCount;
        if (frame.Kind == CueKind.Hedged)
        {
            return sentence.Span;
        }

        if (frame.Trailing)
        {
            int to = frame.First;
            while (to > first + 1 && (clause.IsComma(to - 1) || clause.IsDash(to - 1)))
            {
                to--;
            }

            if (to > first)
            {
                // "P, X said, Q": the speech goes on behind the clause.
                int behind = frame.End;
                bool goesOn = behind + 2 < end && clause.IsComma(behind) && clause.IsQuoted(behind + 1);
                return new TextSpan(sentence.Span.Start, goesOn ? sentence.Span.End : clause.Tokens[to - 1].End);
            }
        }

        int start = Math.Max(frame.End, frame.CueEnd);
        if (frame.Channel is { } channel && start < end && channel.Start == clause.Tokens[start].Start)
        {
            while (start < end && clause.Tokens[start].End <= channel.End)
            {
                start++;
            }
        }

        while (start < end && (clause.Is(start, "that") || clause.IsComma(start) || clause.IsMark(start, ':')))
        {
            start++;
        }

        // "Said in a statement that", "told reporters that"; not "said a party that drew hundreds".
        bool leads = start < end && (clause.Has(start, WordRole.Preposition | WordRole.Time | WordRole.Adverb) || clause.Is(start, "it") || IsTelling(clause, frame.Cue));
        for (int i = start; leads && i < end && i < start + 25 && !clause.IsQuoted(i) && !clause.IsComma(i) && !clause.Has(i, WordRole.Be | WordRole.Auxiliary); i++)
        {
            if (clause.Is(i, "that"))
            {
                start = i + 1;
                break;
            }
        }

        int stop = end;
        if (next is not null && next.Sentence == frame.Sentence && next.First > start && !next.Trailing && next.Source.First != frame.Source.First)
        {
            stop = next.First;
        }

        return start < stop ? new TextSpan(clause.Tokens[start].Start, clause.Tokens[stop - 1].End) : sentence.Span;
    }

    // A verb with a hearer.
    private static bool IsTelling(ClauseText clause, int cue) =>
        clause.Is(cue, "told") || clause.Is(cue, "tells") || clause.Is(cue, "tell") || clause.Is(cue, "telling") || clause.Is(cue, "informed") || clause.Is(cue, "assured") || clause.Is(cue, "warned") || clause.Is(cue, "reminded")
        || clause.Is(cue, "according") || clause.Is(cue, "advised") || clause.Is(cue, "notified") || clause.Is(cue, "quoted") || clause.Is(cue, "cited");
}

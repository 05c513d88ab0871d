using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Finds the medium a speech went through: "told Example TV", "in a statement", "in an e-mail to The Example Press".</summary>
internal sealed class ChannelReader(ClauseText clause, NounPhraseReader phrases)
{
    /// <summary>The channel named in tokens [<paramref name="first"/>, <paramref name="end"/>) after a cue, or null.</summary>
    public TextSpan? Read(int first, int end)
    {
        end = Math.Min(end, first + 24);
        for (int i = first; i < end; i++)
        {
            if (clause.IsQuoted(i) || clause.IsMark(i, ':') || clause.IsMark(i, ';') || (clause.Has(i, WordRole.Subordinator) && !clause.Is(i, "as")) || clause.Has(i, WordRole.Relative))
            {
                return null;
            }

            if (clause.Has(i, WordRole.Preposition) && !clause.Is(i, "of") && After(i + 1, end) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>"told X that": X, when X is a medium; else null.</summary>
    public TextSpan? Told(int cue, int end)
    {
        int first = cue + 1;
        int stop = first;
        int limit = Math.Min(end, first + 16);
        while (stop < limit && !IsEnd(stop))
        {
            stop++;
        }

        if (Numbered(first, stop) is { } station)
        {
            return station;
        }

        NounPhrase phrase = phrases.Read(first, stop);
        return !phrase.IsNone && IsMedium(phrase) ? clause.SpanOf(phrase.First, phrase.End) : null;
    }

    /// <summary>"Channel 11 News", "KBLM 4 Velm": names round a number, with a medium's among them.</summary>
    private TextSpan? Numbered(int first, int stop)
    {
        bool number = false, medium = false;
        int i = first;
        for (; i < stop && (clause.IsName(i) || clause.Tokens[i].Kind == TokenKind.Number); i++)
        {
            number |= clause.Tokens[i].Kind == TokenKind.Number;
            medium |= clause.Tokens[i].Kind == TokenKind.Word && (clause.Has(i, WordRole.Medium | WordRole.MediumName) || ((clause.Tokens[i].Flags & TokenFlags.AllCaps) != TokenFlags.None && clause.Tokens[i].Length > 2));
        }

        return number && medium && i - first > 1 ? clause.SpanOf(first, i) : null;
    }

    /// <summary>A phrase that is a medium, by a noun ("television"), a known name, or capitals ("KTVX").</summary>
    public bool IsMedium(NounPhrase phrase)
    {
        if (phrase.Sort == SourceSort.Person)
        {
            return false;
        }

        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (clause.Has(i, WordRole.Medium) || (clause.Has(i, WordRole.MediumName) && clause.Tokens[i].IsCapitalised))
            {
                return true;
            }
        }

        return phrase.Named && phrase.End - phrase.First == 1 && clause.Tokens[phrase.First].Has(TokenFlags.AllCaps);
    }

    private bool IsEnd(int i) =>
        clause.IsQuoted(i) || clause.IsComma(i) || clause.IsDash(i) || clause.Tokens[i].Kind == TokenKind.Punctuation && clause.Char(i) is '.' or ':' or ';' or '?' or '!'
        || clause.Has(i, WordRole.Relative) || (clause.Has(i, WordRole.Subordinator) && !clause.IsName(i));

    /// <summary>The document or medium that follows a preposition.</summary>
    private TextSpan? After(int first, int end)
    {
        int limit = Math.Min(end, first + 9);
        int noun = -1;
        int start = first;
        while (start < limit && clause.Has(start, WordRole.Determiner) && !clause.IsName(start))
        {
            start++;
        }

        for (int i = start; i < limit; i++)
        {
            if (IsEnd(i) || (clause.Has(i, WordRole.Preposition | WordRole.Be | WordRole.Auxiliary) && !clause.IsName(i)))
            {
                break;
            }

            if (clause.Has(i, WordRole.Document | WordRole.Medium) || (clause.Has(i, WordRole.MediumName) && clause.Tokens[i].IsCapitalised))
            {
                noun = i;
            }
        }

        if (noun < 0)
        {
            return null;
        }

        // "an e-mail": the tokens are e, hyphen, mail.
        int to = noun + 1;
        if (to + 1 < limit && clause.Is(to, "to") || (to + 1 < limit && clause.Is(to, "with")))
        {
            int stop = to + 1;
            int reach = Math.Min(end, to + 9);
            while (stop < reach && !IsEnd(stop) && !clause.Has(stop, WordRole.Time))
            {
                stop++;
            }

            NounPhrase receiver = phrases.Read(to + 1, stop);
            if (receiver.Named)
            {
                to = receiver.End;
            }
        }

        // "the channel Al-Bayan": the name alone; "state television": the phrase.
        int name = to;
        while (name < limit + 4 && name < end && (clause.IsName(name) || (clause.IsHyphen(name) && clause.IsGlued(name) && name > to)))
        {
            name++;
        }

        return name > to && clause.Has(noun, WordRole.Medium) ? clause.SpanOf(to, name) : clause.SpanOf(start, to);
    }
}

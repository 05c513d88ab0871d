using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <content>When a form in the table is a cue here: noun uses kept out, weak cues only with "that", a quotation or the end of the clause.</content>
internal sealed partial class CueFinder
{
    private bool IsTelling(int i) =>
        clause.Is(i, "told") || clause.Is(i, "tells") || clause.Is(i, "tell") || clause.Is(i, "informed") || clause.Is(i, "assured") || clause.Is(i, "warned") || clause.Is(i, "reminded") || clause.Is(i, "confirmed");

    private CueKind KindOf(int i) =>
        clause.Has(i, WordRole.CitedCue) ? CueKind.Cited : clause.Has(i, WordRole.ShownCue) ? CueKind.Shown : clause.Has(i, WordRole.WrittenCue) ? CueKind.Written : CueKind.Said;

    /// <summary>"the report", "claims by": a form that is a noun here.</summary>
    private bool IsNounUse(int i, int first)
    {
        if (i == first)
        {
            return !clause.Has(i, WordRole.GerundCue) && !clause.Has(i, WordRole.StrongCue);
        }

        // "90,000 written remarks", "with 19 points": what is counted; "of the 30, 12 said".
        if ((!clause.Has(i, WordRole.StrongCue) || clause.Has(i, WordRole.WrittenCue)) && (clause.Tokens[i - 1].Kind == TokenKind.Number || (i - 2 >= first && clause.Has(i, WordRole.AnyNoun) && clause.Tokens[i - 2].Kind == TokenKind.Number)))
        {
            return true;
        }

        if (IsNoSpeech(i))
        {
            return true;
        }

        // "reports said": the next word is the cue.
        if (i + 1 < clause.Tokens.Length && clause.Has(i, WordRole.AnyNoun) && clause.Has(i + 1, WordRole.StrongCue | WordRole.Be | WordRole.ShownCue) && !clause.Has(i + 1, WordRole.GerundCue))
        {
            return true;
        }

        if (clause.Has(i - 1, WordRole.Determiner) && !clause.Has(i - 1, WordRole.They) || (clause.IsHyphen(i - 1) && clause.IsGlued(i) && !clause.IsDash(i - 1)))
        {
            return true;
        }

        if (i + 1 < clause.Tokens.Length && clause.IsHyphen(i + 1) && clause.IsGlued(i + 1) && !clause.IsDash(i + 1))
        {
            return true;
        }

        // "to say", "in saying", "of reports".
        return clause.Has(i - 1, WordRole.Preposition) && !(clause.Has(i, WordRole.GerundCue) && clause.Is(i - 1, "by"))
            || (clause.Has(i, WordRole.Document) && clause.Tokens[i - 1].Has(TokenFlags.Possessive));
    }

    /// <summary>"the 31-year-old alleged robber", "pleaded guilty": an attribute, an answer in court.</summary>
    private bool IsNoSpeech(int i)
    {
        if (i + 1 >= clause.Tokens.Length || i == 0)
        {
            return false;
        }

        if (clause.Is(i, "pleaded") || clause.Is(i, "pled") || clause.Is(i, "plead") || clause.Is(i, "pleads"))
        {
            int next = clause.Is(i + 1, "not") ? i + 2 : i + 1;
            return next < clause.Tokens.Length && (clause.Is(next, "guilty") || clause.Is(next, "innocent") || clause.Is(next, "no") || clause.Is(next, "nolo"));
        }

        return clause.Is(i, "alleged") && (clause.IsComma(i - 1) || clause.Tokens[i - 1].Kind == TokenKind.Number || clause.IsHyphenated(i - 1) || clause.Has(i + 1, WordRole.Person))
            && clause.IsWord(i + 1) && !clause.Tokens[i + 1].IsCapitalised && !clause.Is(i + 1, "that") && !clause.Has(i + 1, WordRole.Determiner | WordRole.Pronoun | WordRole.Preposition | WordRole.Subordinator);
    }

    /// <summary>"went on to say"</summary>
    private bool GoesOn(int i, int lo) => i - 3 >= lo && clause.Has(i, WordRole.BaseCue) && clause.Is(i - 1, "to") && clause.Is(i - 2, "on") && (clause.Is(i - 3, "went") || clause.Is(i - 3, "goes") || clause.Is(i - 3, "going"));

    /// <summary>The first token after a cue's adverbs and times.</summary>
    private int AfterCue(int i, int end)
    {
        while (i < end && (clause.Has(i, WordRole.Adverb | WordRole.Time) && !clause.IsName(i) || (clause.Is(i, "on") && i + 1 < end && clause.Has(i + 1, WordRole.Time))))
        {
            i++;
        }

        return i;
    }

    /// <summary>The subject follows a comma or a quotation and the cue closes its clause.</summary>
    private bool Trails(int subjectFirst, int after, int first, int end)
    {
        bool behindQuote = subjectFirst > first && (clause.IsQuoted(subjectFirst - 1) || (subjectFirst - 1 > first && clause.IsQuoted(subjectFirst - 2)));
        if (!behindQuote && after + 1 < end && clause.IsComma(after) && clause.IsQuoted(after + 1))
        {
            return false;
        }

        bool follows = subjectFirst > first && (clause.IsComma(subjectFirst - 1) || clause.IsQuoted(subjectFirst - 1) || clause.IsDash(subjectFirst - 1));
        return follows && (after >= end || clause.IsDash(after) || clause.Tokens[after].Kind == TokenKind.Punctuation && clause.Char(after) is '.' or ',' or ';' || clause.Has(after, WordRole.Preposition));
    }

    private bool IsAccepted(int i, SubjectReader.Subject subject, int after, int end)
    {
        if (clause.Is(i, "read") || clause.Is(i, "reads"))
        {
            return subject.Phrase.Sort == SourceSort.Document && (IsBound(i, after, end) || BehindQuote(subject));
        }

        if (clause.Has(i, WordRole.ShownCue))
        {
            return subject.Phrase.Sort == SourceSort.Document || HasThat(after, end);
        }

        if (clause.Has(i, WordRole.BaseCue) && clause.Has(i, WordRole.AnyNoun) && !HasThat(after, end))
        {
            return false;
        }

        return clause.Has(i, WordRole.StrongCue) || IsBound(i, after, end) || BehindQuote(subject)
            || (subject.First > 0 && clause.IsComma(subject.First - 1) && (subject.Inverted || Closes(after, end)))
            || (clause.Is(i, "reported") && subject.Phrase.Named) || (IsTelling(i) && _channels.Told(i, end) is not null)
            || (IsClauseBehind(i, after, end) && !clause.Has(i, WordRole.BaseCue));
    }

    /// <summary>"noted the plan was late": the cue's object is a clause, so a finite verb follows soon.</summary>
    private bool IsClauseBehind(int i, int after, int end)
    {
        if (!(clause.Is(i, "noted") || clause.Is(i, "added") || clause.Is(i, "confirmed") || clause.Is(i, "estimated") || clause.Is(i, "claimed") || clause.Is(i, "believes") || clause.Is(i, "believed") || clause.Is(i, "explained") || clause.Is(i, "claims") || clause.Is(i, "acknowledged") || clause.Is(i, "thinks")))
        {
            return false;
        }

        int limit = Math.Min(end, after + 10);
        for (int k = after; k < limit && !clause.IsComma(k) && !clause.IsQuoted(k); k++)
        {
            if (clause.Has(k, WordRole.Be | WordRole.Auxiliary))
            {
                return true;
            }
        }

        return false;
    }

    private bool BehindQuote(SubjectReader.Subject subject) =>
        subject.First > 0 && (clause.IsQuoted(subject.First - 1) || (subject.First > 1 && clause.IsComma(subject.First - 1) && clause.IsQuoted(subject.First - 2)));

    private bool Closes(int after, int end) => after >= end || (clause.Tokens[after].Kind == TokenKind.Punctuation && clause.Char(after) is '.' or ',' or ';');

    /// <summary>"that" or a quotation follows.</summary>
    private bool IsBound(int i, int after, int end)
    {
        if (HasThat(after, end))
        {
            return true;
        }

        int limit = Math.Min(end, i + 9);
        for (int k = i + 1; k < limit; k++)
        {
            if (clause.IsQuoted(k))
            {
                return true;
            }

            if (clause.Tokens[k].Kind == TokenKind.Punctuation && clause.Char(k) is '.' or ';' or '(')
            {
                return false;
            }
        }

        // "Holm commented," and the quotation opens the next sentence.
        return limit == end && end < clause.Tokens.Length && (clause.IsComma(end - 1) || clause.IsMark(end - 1, ':')) && clause.IsQuoted(end);
    }

    private bool HasThat(int after, int end)
    {
        int limit = Math.Min(end, after + 6);
        for (int k = after; k < limit; k++)
        {
            if (clause.Is(k, "that"))
            {
                return true;
            }

            if (clause.Tokens[k].Kind == TokenKind.Punctuation && !clause.IsHyphen(k) && !clause.IsComma(k) || clause.Has(k, WordRole.Be))
            {
                return false;
            }
        }

        return false;
    }

    private int PhraseEnd(int from, int end)
    {
        int limit = Math.Min(end, from + 24);
        int i = from;
        while (i < limit && !clause.IsComma(i) && !clause.IsQuoted(i) && !clause.IsDash(i) && !clause.Is(i, "as") && !clause.IsMark(i, ';') && !(clause.IsMark(i, '.') && i + 1 >= end))
        {
            i++;
        }

        return i;
    }
}

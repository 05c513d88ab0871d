using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Whose speech a cue introduces: reads the subject to its left (over appositions and relative clauses) or, inverted, to its right.</summary>
internal sealed class SubjectReader(ClauseText clause, NounPhraseReader phrases)
{
    /// <summary>Farthest token looked at from a cue.</summary>
    private const int Reach = 60;
    private const WordRole Between = WordRole.Adverb | WordRole.Auxiliary | WordRole.Time;

    /// <summary>A subject and what surrounds it.</summary>
    /// <param name="Phrase">The source.</param>
    /// <param name="First">First token of the clause.</param>
    /// <param name="End">One past the last token of the clause, where the subject is inverted; else one past the cue.</param>
    /// <param name="Inverted">Whether it stands right of the cue.</param>
    /// <param name="Via">"X, citing Y,": Y.</param>
    internal readonly record struct Subject(NounPhrase Phrase, int First, int End, bool Inverted, NounPhrase Via)
    {
        public static Subject None => default;
    }

    /// <summary>The last token before <paramref name="cue"/> that is no adverb, auxiliary or time.</summary>
    public int BeforeCue(int cue, int lo)
    {
        int j = cue - 1;
        while (j >= lo && (clause.Has(j, Between) && !clause.IsName(j) || (clause.Is(j, "on") && j + 1 < cue && clause.Has(j + 1, WordRole.Time))))
        {
            j--;
        }

        return j;
    }

    /// <summary>"not", "never", "didn’t", "declined" before the cue: nothing was said.</summary>
    public bool IsNegated(int cue, int lo)
    {
        for (int j = cue - 1; j >= lo && j >= cue - 4; j--)
        {
            if (clause.Has(j, WordRole.Negation) || (clause.IsWord(j) && clause.Tokens[j].Length > 3 && clause.Text.Chars(clause.Tokens[j]) is [.., 'n', _, 't'] and not [.., 'n', 'o' or 'e' or 'u' or 'i', 't'] && !char.IsLetter(clause.Text.Source[clause.Tokens[j].End - 2])))
            {
                return true;
            }

            if (!clause.Has(j, Between | WordRole.Be) && !clause.Is(j, "to"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The subject left of the cue, or none. <paramref name="lo"/> is the first token that may belong to it.</summary>
    public Subject Left(int cue, int lo)
    {
        lo = Math.Max(lo, cue - Reach);
        int j = BeforeCue(cue, lo);
        if (j < lo)
        {
            return Subject.None;
        }

        return clause.IsComma(j) || clause.IsDash(j) ? OverCommas(j, lo) : Adjacent(j, clause.Has(cue, WordRole.BaseCue) ? Math.Max(lo, BehindHearing(j, lo)) : lo);
    }

    /// <summary>"Lind heard the captain say": who says it stands behind the verb of hearing; the first token of that, or <paramref name="lo"/>.</summary>
    private int BehindHearing(int last, int lo)
    {
        for (int i = last - 1; i >= lo && !IsBoundary(i); i--)
        {
            if (clause.Is(i, "heard") || clause.Is(i, "hear") || clause.Is(i, "hears") || clause.Is(i, "overheard") || clause.Is(i, "saw"))
            {
                // "Guests who heard the manager say …": they say it, if anybody does.
                return i > lo && clause.Has(i - 1, WordRole.Relative) ? lo : i + 1;
            }
        }

        return lo;
    }

    private Subject Adjacent(int last, int lo)
    {
        int first = ClauseStart(last, lo);
        NounPhrase phrase = phrases.Read(first, last + 1);
        if (first > lo && clause.Has(first - 1, WordRole.Relative) && (phrase.IsNone || !(clause.Has(first, WordRole.Determiner | WordRole.AnyNoun | WordRole.Pronoun) || clause.IsName(first))))
        {
            // "residents who fled said": the head stands before the relative.
            int outer = ClauseStart(first - 2, lo);
            phrase = first - 1 > outer ? phrases.Read(outer, first - 1) : NounPhrase.None;
            return phrase.IsNone ? Subject.None : new Subject(phrase, outer, last + 1, Inverted: false, NounPhrase.None);
        }

        if (phrase.IsNone || !ReachesCue(phrase, last))
        {
            return Subject.None;
        }

        // "X, of the Y, and Z said" and "the minister and two aides said": a list of nouns is one subject.
        return new Subject(Extended(phrase, last + 1), first, last + 1, Inverted: false, NounPhrase.None);
    }

    /// <summary>No finite verb may stand between subject and cue: a form of "be" there belongs to another clause.</summary>
    private bool ReachesCue(NounPhrase phrase, int last)
    {
        for (int i = phrase.End; i <= last; i++)
        {
            if (clause.Has(i, WordRole.Be))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"footage released by X": the maker belongs to the document's name.</summary>
    private NounPhrase Extended(NounPhrase phrase, int end)
    {
        if (phrase.Sort != SourceSort.Document)
        {
            return phrase;
        }

        int i = phrase.End;
        if (i + 2 < end && clause.IsWord(i) && clause.Text.Chars(clause.Tokens[i]).EndsWith("ed", StringComparison.Ordinal) && (clause.Is(i + 1, "by") || clause.Is(i + 1, "from")))
        {
            NounPhrase maker = phrases.Read(i + 2, end);
            return maker.IsNone ? phrase : phrase with { End = maker.End, Named = maker.Named };
        }

        return phrase;
    }

    private int ClauseStart(int last, int lo)
    {
        int i = last;
        while (i >= lo)
        {
            if (clause.IsMark(i, ')') && i > lo)
            {
                int k = i - 1;
                while (k > lo && i - k < 12 && !clause.IsMark(k, '('))
                {
                    k--;
                }

                if (clause.IsMark(k, '('))
                {
                    i = k - 1;
                    continue;
                }
            }

            if (IsBoundary(i))
            {
                return i + 1;
            }

            if (clause.Has(i, WordRole.Conjunction) && !JoinsNouns(i, lo))
            {
                return i + 1;
            }

            i--;
        }

        return lo;
    }

    private bool IsBoundary(int i) =>
        clause.IsComma(i) || clause.IsDash(i) || clause.IsQuoted(i) || clause.IsMark(i, ';') || clause.IsMark(i, ':') || clause.IsMark(i, '(')
        || clause.Has(i, WordRole.Subordinator | WordRole.Relative) && !clause.IsName(i)
        || (clause.Has(i, WordRole.StrongCue) && !clause.Has(i, WordRole.AnyNoun | WordRole.BaseCue | WordRole.GerundCue));

    /// <summary>"and" inside a subject: what stands left of it is a bare noun phrase that starts its clause.</summary>
    private bool JoinsNouns(int and, int lo)
    {
        if (and - 1 < lo || !(clause.IsName(and - 1) || clause.Has(and - 1, WordRole.AnyNoun)))
        {
            return false;
        }

        for (int i = and - 1; i >= lo && i >= and - 6; i--)
        {
            if (IsBoundary(i))
            {
                return true;
            }

            if (!clause.IsName(i) && !clause.Has(i, WordRole.AnyNoun | WordRole.Determiner) && !clause.IsHyphen(i) && !clause.Is(i, "of"))
            {
                return false;
            }

            if (i == lo)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The comma stands right before the cue: the subject is left of an apposition, a relative clause, a participle or an age.</summary>
    private Subject OverCommas(int comma, int lo)
    {
        NounPhrase best = NounPhrase.None;
        NounPhrase via = NounPhrase.None;
        int first = lo;
        int end = comma;
        bool describes = false;
        for (int segment = 0; segment < 6 && end > lo; segment++)
        {
            int start = end;
            while (start > lo && !clause.IsComma(start - 1) && !clause.IsDash(start - 1) && !clause.IsQuoted(start - 1) && !clause.IsMark(start - 1, ';') && !clause.IsMark(start - 1, ':'))
            {
                start--;
            }

            bool last = start <= lo || clause.IsQuoted(start - 1);
            int boundary = start;
            while (start < end && (clause.Is(start, "but") || clause.Is(start, "and") || clause.Is(start, "while")))
            {
                start++;
            }

            if (clause.Has(start, WordRole.CitedCue) && start + 1 < end)
            {
                via = phrases.Read(start + 1, end);
            }
            else if (IsAside(start, end) || (segment == 0 && IsRegion(start, end, lo)))
            {
                // Says more about the subject further left.
            }
            else
            {
                int from = last || segment > 0 ? ClauseStart(end - 1, start) : start;
                NounPhrase phrase = phrases.Read(from, end);
                bool fronted = clause.Has(start, WordRole.Preposition | WordRole.Adverb | WordRole.Time) && !phrase.Named;
                if (phrase.IsNone || fronted || !ReachesCue(phrase, end - 1))
                {
                    if (!best.IsNone)
                    {
                        break;
                    }
                }
                else if (best.IsNone || (phrase.Named && (!best.Named || describes)) || (phrase.Named && best.Sort != SourceSort.Person && IsPlaceLike(best, comma))
                    || (!best.Named && last && (clause.Is(best.First, "a") || clause.Is(best.First, "an"))))
                {
                    best = Extended(phrase, end);
                    first = from;
                    describes = clause.Has(start, WordRole.Determiner) || !clause.IsName(start) || clause.Tokens[start].Has(TokenFlags.Possessive);
                }
                else
                {
                    first = Math.Min(first, from);
                }

                if (phrase.Named && (segment > 0 || (phrase.Sort == SourceSort.Person && !describes)))
                {
                    break;
                }
            }

            if (last || boundary < start || clause.IsMark(boundary - 1, ';') || clause.IsMark(boundary - 1, ':'))
            {
                break;
            }

            end = boundary - 1;
        }

        return best.IsNone ? Subject.None : new Subject(best, Math.Min(first, best.First), comma + 1, Inverted: false, via);
    }

    /// <summary>"Police in Velm, Orra, said": one capital behind a place.</summary>
    private bool IsRegion(int start, int end, int lo) =>
        end - start == 1 && clause.IsName(start) && start - 3 >= lo && clause.IsComma(start - 1) && clause.IsName(start - 2)
        && (clause.Is(start - 3, "in") || clause.Is(start - 3, "near") || clause.Is(start - 3, "at") || (start - 4 >= lo && clause.IsName(start - 3) && (clause.Is(start - 4, "in") || clause.Is(start - 4, "near") || clause.Is(start - 4, "at"))));

    /// <summary>The tail of an apposition ("..., head of the party, in Porto,") is no subject.</summary>
    private bool IsPlaceLike(NounPhrase phrase, int comma) => phrase.Sort == SourceSort.Unknown && phrase.End >= comma - 1 && clause.Has(phrase.First, WordRole.MediumName) is false;

    /// <summary>A relative clause, a participle, an age, a prepositional aside.</summary>
    private bool IsAside(int start, int end)
    {
        if (start >= end)
        {
            return true;
        }

        if (clause.Has(start, WordRole.Relative | WordRole.Subordinator) || clause.Tokens[start].Kind == TokenKind.Number || (clause.Has(start, WordRole.Preposition) && start + 1 < end && clause.Has(start + 1, WordRole.Relative)))
        {
            return true;
        }

        ReadOnlySpan<char> word = clause.Text.Chars(clause.Tokens[start]);
        return clause.IsWord(start) && !clause.Tokens[start].IsCapitalised && !clause.Has(start, WordRole.AnyNoun) && !clause.IsHyphenated(start)
            && (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal));
    }

    /// <summary>The subject right of the cue ("said Smith, a colonel"), or none.</summary>
    public Subject Right(int cue, int sentenceEnd, bool lenient = false)
    {
        int first = cue + 1;
        // "told" has a hearer to its right, never a speaker.
        if (first >= sentenceEnd || clause.Is(cue, "told") || clause.Is(cue, "tells") || !(clause.IsName(first) || clause.Has(first, WordRole.Determiner | WordRole.AnyNoun | WordRole.Pronoun) || (clause.IsWord(first) && !clause.Has(first, WordRole.Preposition | WordRole.Subordinator | WordRole.Time | WordRole.Adverb))))
        {
            return Subject.None;
        }

        int end = first;
        int limit = Math.Min(sentenceEnd, cue + 30);
        while (end < limit && !clause.IsComma(end) && !clause.IsDash(end) && !clause.IsQuoted(end) && !IsStop(end, first, sentenceEnd) && !clause.IsMark(end, ';') && !clause.IsMark(end, ':'))
        {
            end++;
        }

        // "said the fund “was sound”": the quotation is the phrase's own predicate.
        if (end < sentenceEnd && clause.IsQuoted(end) && cue > 1 && !clause.IsQuoted(cue - 1) && !clause.IsQuoted(cue - 2))
        {
            return Subject.None;
        }

        NounPhrase phrase = phrases.Read(first, end);
        if (phrase.IsNone || phrase.First > first + 8)
        {
            return Subject.None;
        }

        if (!phrase.Named && phrase.Sort == SourceSort.Unknown)
        {
            return Subject.None;
        }

        for (int i = phrase.End; i < end && !clause.Has(i, WordRole.Relative); i++)
        {
            if (clause.Has(i, WordRole.Be | WordRole.Auxiliary) && !clause.IsName(i))
            {
                return Subject.None;
            }
        }

        // A verb behind the phrase makes it the subject of what is said, not of the cue.
        int next = phrase.End;
        if (next < end && !lenient && !clause.Has(next, WordRole.Preposition | WordRole.Time | WordRole.Relative | WordRole.Adverb | WordRole.Conjunction) && !clause.IsMark(next, '('))
        {
            return Subject.None;
        }

        if (next < end && clause.Has(next, WordRole.Adverb | WordRole.Conjunction) && next + 1 < end && !clause.Has(next + 1, WordRole.Preposition | WordRole.Time) && !clause.IsName(next + 1) && !clause.Has(next + 1, WordRole.AnyNoun | WordRole.Determiner))
        {
            return Subject.None;
        }

        return new Subject(WithNameBehind(phrase, end, sentenceEnd), cue, end, Inverted: true, NounPhrase.None);
    }

    /// <summary>"said the head of the service, Ana Duarte": the name stands behind the comma.</summary>
    private NounPhrase WithNameBehind(NounPhrase phrase, int end, int sentenceEnd)
    {
        if (phrase.Named || end + 1 >= sentenceEnd || !clause.IsComma(end))
        {
            return phrase;
        }

        int stop = end + 1;
        while (stop < sentenceEnd && stop - end < 8 && !clause.IsComma(stop) && !IsStop(stop, end + 1, sentenceEnd) && !clause.IsQuoted(stop))
        {
            stop++;
        }

        for (int i = end + 1; i < stop; i++)
        {
            if (!clause.IsName(i) && clause.Tokens[i].Kind == TokenKind.Word && clause.Has(i, WordRole.Preposition | WordRole.Be | WordRole.Determiner | WordRole.Relative | WordRole.Conjunction))
            {
                return phrase;
            }
        }

        NounPhrase name = phrases.Read(end + 1, stop);
        return name.Named && name.First == end + 1 && name.End == stop && (stop - end > 2 || phrase.Sort == SourceSort.Person) ? name with { Sort = phrase.Sort } : phrase;
    }

    /// <summary>A full stop that is no part of an initial or a title.</summary>
    private bool IsStop(int i, int first, int end) =>
        (clause.IsMark(i, '.') || clause.IsMark(i, '!') || clause.IsMark(i, '?'))
        && !(i > first && clause.IsGlued(i) && (clause.Tokens[i - 1].Length == 1 || clause.Has(i - 1, WordRole.Title)) && i + 1 < end && clause.IsName(i + 1));
}

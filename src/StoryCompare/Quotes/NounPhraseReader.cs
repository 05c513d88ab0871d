using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Reads source phrases ("Lebanon-based al-Bayan television", "a spokesman for the mayor") from runs of capitalised words and role nouns.</summary>
internal sealed class NounPhraseReader(ClauseText clause)
{
    private const WordRole Filler = WordRole.Adverb | WordRole.Conjunction | WordRole.Time;

    /// <summary>The phrase that fills tokens [<paramref name="first"/>, <paramref name="end"/>), leading adverbials dropped; none when nothing there can speak.</summary>
    public NounPhrase Read(int first, int end)
    {
        first = SkipAdverbials(first, end);
        if (first >= end)
        {
            return NounPhrase.None;
        }

        if (clause.Has(first, WordRole.Pronoun) && (end - first == 1 || clause.Has(first + 1, WordRole.Adverb | WordRole.Auxiliary | WordRole.Time)))
        {
            return new NounPhrase(first, first + 1, clause.Has(first, WordRole.It) ? SourceSort.Group : SourceSort.Pronoun, Named: false, Definite: true, clause.GenderOf(first, first + 1));
        }

        int head = HeadEnd(first, end);
        if (head == first + 1 && head < end && clause.Has(first, WordRole.Determiner) && clause.Is(head, "of"))
        {
            // "one of the marchers"
            int to = WithComplement(head, end);
            return to > head + 1 ? new NounPhrase(first, to, SourceSort.Person, Named: false, Definite: false, 0) : NounPhrase.None;
        }

        if (head <= first)
        {
            return NounPhrase.None;
        }

        NounPhrase phrase = Name(first, head, end);
        return phrase.IsNone || phrase.Named ? phrase : phrase with { Plural = IsPlural(phrase, head) };
    }

    private bool IsPlural(NounPhrase phrase, int head)
    {
        int last = Math.Min(head, phrase.End) - 1;
        ReadOnlySpan<char> word = clause.Text.Chars(clause.Tokens[last]);
        return clause.Is(last, "people") || clause.Is(last, "police") || clause.Is(last, "media") || word.EndsWith("men", StringComparison.Ordinal)
            || (word.Length > 3 && word[^1] == 's' && word[^2] != 's');
    }

    private int SkipAdverbials(int first, int end)
    {
        for (int guard = 0; guard < 6; guard++)
        {
            while (first < end && (clause.Has(first, Filler | WordRole.Subordinator) && !clause.IsName(first) || clause.Tokens[first].Kind == TokenKind.Punctuation && !clause.IsMark(first, '(')))
            {
                first++;
            }

            if (first >= end || !clause.Has(first, WordRole.Preposition) || clause.IsName(first))
            {
                return first;
            }

            // "On Monday the ministry", "In Lisbon officials": the phrase after the adverbial is the subject.
            int t = first + 1;
            while (t < end && (clause.Has(t, WordRole.Determiner | WordRole.Time) && t < first + 3 || clause.Tokens[t].Kind == TokenKind.Number || (clause.IsName(t) && !clause.Has(t, WordRole.Title)) || clause.Has(t, WordRole.Time)))
            {
                t++;
            }

            if (t >= end)
            {
                return end;
            }

            first = t;
        }

        return first;
    }

    /// <summary>Where the phrase's head ends: before a modifier ("of the party", "who fled", "linked to").</summary>
    private int HeadEnd(int first, int end)
    {
        bool seen = false;
        for (int i = first; i < end; i++)
        {
            if (clause.IsName(i))
            {
                seen = true;
                continue;
            }

            if (clause.Has(i, WordRole.Preposition))
            {
                if (!IsInsideName(i, first, end))
                {
                    return i;
                }

                continue;
            }

            if (clause.Has(i, WordRole.Relative | WordRole.Subordinator | WordRole.Be | WordRole.Auxiliary) || clause.IsComma(i) || clause.IsDash(i) || clause.IsQuoted(i))
            {
                return i;
            }

            if (clause.Has(i, WordRole.AnyNoun))
            {
                seen = true;
            }
            else if (seen && clause.IsWord(i) && IsParticiple(i) && !IsAttribute(i, end))
            {
                return i;
            }
            else if (clause.Has(i, WordRole.Time) && seen)
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>"of", "for", "the" between capitalised words, as in Ministry of Defence, Centre for Marine Research.</summary>
    private bool IsInsideName(int i, int first, int end)
    {
        if (i == first || !clause.IsName(i - 1) || !(clause.Is(i, "of") || clause.Is(i, "for")))
        {
            return false;
        }

        for (int k = i - 1; k >= first && clause.IsName(k); k--)
        {
            if (clause.Has(k, WordRole.Title) && k < i - 1)
            {
                return false;
            }
        }

        int next = i + 1 < end && clause.Is(i + 1, "the") ? i + 2 : i + 1;
        return next < end && clause.IsName(next) && !IsPersonNoun(i - 1);
    }

    private bool IsPersonNoun(int i) => clause.Has(i, WordRole.Person) && !clause.Has(i, WordRole.Group);

    private bool IsParticiple(int i)
    {
        ReadOnlySpan<char> w = clause.Text.Chars(clause.Tokens[i]);
        return clause.Tokens[i].IsCapitalised is false && w.Length > 4 && (w.EndsWith("ed", StringComparison.Ordinal) || w.EndsWith("ing", StringComparison.Ordinal)) && !clause.IsHyphenated(i);
    }

    /// <summary>"The company's advanced threat researcher": a participle before the noun that it is an attribute of.</summary>
    private bool IsAttribute(int i, int end)
    {
        for (int k = i + 1; k < Math.Min(end, i + 4) && clause.IsWord(k) && !clause.Has(k, WordRole.Preposition | WordRole.Determiner | Filler) && !(k == i + 1 && clause.IsName(k)); k++)
        {
            if (clause.Has(k, WordRole.Person))
            {
                return true;
            }
        }

        return false;
    }

    private NounPhrase Name(int first, int head, int end)
    {
        while (head > first && clause.Tokens[head - 1].Kind == TokenKind.Punctuation && clause.Char(head - 1) is not (')' or '.'))
        {
            head--;
        }

        int last = head - 1;
        if (last < first)
        {
            return NounPhrase.None;
        }

        last = BeforeBracket(first, last);
        int cap = last;
        while (cap >= first && !clause.IsName(cap))
        {
            cap--;
        }

        bool definite = clause.Has(first, WordRole.Determiner) && !clause.Is(first, "a") && !clause.Is(first, "an") && !clause.Is(first, "another") && !clause.Is(first, "one");
        bool determined = clause.Has(first, WordRole.Determiner);
        if (cap < first)
        {
            return Described(first, last, end, determined, definite);
        }

        int start = RunStart(first, cap);
        if (cap == last)
        {
            return Named(first, start, last, end, definite);
        }

        if (clause.Has(last, WordRole.Person) || (determined && !clause.Has(last, WordRole.AnyNoun)))
        {
            int to = clause.Has(last, WordRole.Person) ? WithComplement(head, end) : head;
            return new NounPhrase(first, Math.Max(last + 1, to == head ? last + 1 : to), SourceSort.Person, Named: false, definite, clause.GenderOf(last, last + 1));
        }

        bool group = clause.Has(last, WordRole.Group | WordRole.Medium);
        SourceSort sort = group ? SourceSort.Group : clause.Has(last, WordRole.Document) ? SourceSort.Document : SourceSort.Unknown;
        return new NounPhrase(start, last + 1, sort, Named: true, definite, 0);
    }

    /// <summary>"Mobilisation Units (PMU)": the phrase ends before the bracket.</summary>
    private int BeforeBracket(int first, int last)
    {
        if (!clause.IsMark(last, ')'))
        {
            return last;
        }

        int i = last;
        while (i > first && !clause.IsMark(i, '('))
        {
            i--;
        }

        return i > first ? i - 1 : last;
    }

    private NounPhrase Described(int first, int last, int end, bool determined, bool definite)
    {
        bool speaks = clause.Has(last, WordRole.AnyNoun);
        if (!speaks && !(determined && last - first is >= 1 and <= 5))
        {
            return NounPhrase.None;
        }

        SourceSort sort = clause.Has(last, WordRole.Person) ? SourceSort.Person
            : clause.Has(last, WordRole.Group | WordRole.Medium) ? SourceSort.Group
            : clause.Has(last, WordRole.Document) ? SourceSort.Document : SourceSort.Unknown;
        int to = speaks ? WithComplement(last + 1, end) : last + 1;
        return new NounPhrase(first, to, sort, Named: false, definite, clause.GenderOf(last, last + 1));
    }

    /// <summary>"the head of the agency", "a spokesman for the mayor": up to the next verb, comma or relative.</summary>
    private int WithComplement(int from, int end)
    {
        if (from >= end || !(clause.Is(from, "of") || clause.Is(from, "for") || clause.Is(from, "from") || clause.Is(from, "at") || clause.Is(from, "with") || clause.Is(from, "in") || clause.Is(from, "near") || clause.Is(from, "by")))
        {
            return from;
        }

        // "in", "at", "near" lead to a place, not to "in a statement".
        bool place = !(clause.Is(from, "of") || clause.Is(from, "for") || clause.Is(from, "from") || clause.Is(from, "with") || clause.Is(from, "by"));
        int target = from + 1 < end && clause.Has(from + 1, WordRole.Determiner) && !clause.IsName(from + 1) ? from + 2 : from + 1;
        if (place && (target >= end || clause.Is(from + 1, "a") || clause.Is(from + 1, "an") || (!clause.IsName(target) && !clause.Is(from + 1, "the"))))
        {
            return from;
        }

        int i = from + 1;
        bool noun = false;
        while (i < end && i - from < 14)
        {
            if (clause.IsComma(i) || clause.IsDash(i) || clause.IsQuoted(i) || clause.Has(i, WordRole.Relative | WordRole.Subordinator | WordRole.Be | WordRole.Auxiliary) || (clause.Has(i, WordRole.Time) && !clause.IsName(i)) || (noun && IsParticiple(i)))
            {
                break;
            }

            if (clause.Has(i, WordRole.Preposition) && !clause.Is(i, "of") && !clause.Is(i, "for") && !clause.Is(i, "in") && !clause.Is(i, "at"))
            {
                break;
            }

            noun |= clause.IsName(i) || clause.Has(i, WordRole.AnyNoun);
            i++;
        }

        return i > from + 1 ? i : from;
    }

    private NounPhrase Named(int first, int start, int last, int end, bool definite)
    {
        int from = start;
        SourceSort sort = SourceSort.Unknown;
        byte gender = 0;
        for (int i = last - 1; i >= start; i--)
        {
            if (clause.Has(i, WordRole.Title | WordRole.Person) && !clause.Has(i, WordRole.Group))
            {
                bool keeps = clause.Has(i, WordRole.Title);
                if (clause.IsWord(i + 1) && !clause.Has(i + 1, WordRole.Preposition | WordRole.Person) || (i + 2 <= last && clause.IsMark(i + 1, '.')))
                {
                    from = keeps ? TitleStart(start, i) : i + 1;
                    sort = SourceSort.Person;
                    gender = clause.GenderOf(i, i + 1);
                }

                break;
            }
        }

        if (sort == SourceSort.Unknown && start > first && clause.Has(start - 1, WordRole.Person))
        {
            sort = SourceSort.Person;
            gender = clause.GenderOf(start - 1, start);
        }

        if (sort == SourceSort.Unknown && (clause.Has(last, WordRole.Group | WordRole.Medium | WordRole.MediumName) || clause.Tokens[last].Has(TokenFlags.AllCaps)))
        {
            sort = SourceSort.Group;
        }

        // "the British Geological Survey": an article before capitals alone marks no person.
        if (sort == SourceSort.Unknown && start == first + 1 && clause.Is(first, "the"))
        {
            sort = SourceSort.Group;
        }

        // "UN Envoy for Cyprus Ana Ruiz": a role with its complement.
        int to = last + 1;
        if (sort == SourceSort.Unknown && IsPersonNoun(last))
        {
            to = WithComplement(to, end);
            sort = SourceSort.Person;
        }

        return new NounPhrase(from, to, sort, Named: true, definite, gender);
    }

    /// <summary>"Prime Minister", "Lieutenant General", "Deputy Mayor": the whole title.</summary>
    private int TitleStart(int start, int title)
    {
        int from = title;
        while (from > start && clause.Has(from - 1, WordRole.Title))
        {
            from--;
        }

        return from > start && (clause.Is(title, "minister") || clause.Is(title, "secretary") || clause.Is(title, "president") || clause.Is(title, "general")) && clause.IsName(from - 1)
            && !clause.Tokens[from - 1].Has(TokenFlags.Possessive) && (clause.Is(title, "minister") || clause.Is(title, "secretary") || clause.Is(from - 1, "vice") || clause.Is(from - 1, "attorney"))
            ? from - 1 : from;
    }

    /// <summary>First token of the run of capitalised words that ends at <paramref name="cap"/>.</summary>
    private int RunStart(int first, int cap)
    {
        int i = cap;
        while (i > first)
        {
            int p = i - 1;
            if (clause.IsName(p) || (clause.IsHyphen(p) && clause.IsGlued(p) && clause.IsGlued(i)) || (clause.IsMark(p, '.') && p > first && clause.IsName(p - 1) && (clause.Tokens[p - 1].Length <= 4 && clause.IsGlued(p))) || clause.Is(p, "&"))
            {
                i = p;
                continue;
            }

            if (clause.Char(p) is '\u2018' or '\u02BF' && clause.IsGlued(i))
            {
                i = p;
                continue;
            }

            bool particle = clause.IsWord(p) && !clause.Tokens[p].IsCapitalised && p > first && clause.IsName(p - 1) && IsParticle(p);
            bool connector = (clause.Is(p, "the") && p - 1 > first && (clause.Is(p - 1, "of") || clause.Is(p - 1, "for")) && IsInsideName(p - 1, first, cap + 1))
                || (clause.Has(p, WordRole.Preposition) && IsInsideName(p, first, cap + 1));
            if (!particle && !connector)
            {
                break;
            }

            i = p;
        }

        while (i < cap && clause.Tokens[i].Kind == TokenKind.Punctuation && clause.Char(i) is not ('\u2018' or '\u02BF'))
        {
            i++;
        }

        return i;
    }

    private bool IsParticle(int i) =>
        clause.Is(i, "de") || clause.Is(i, "da") || clause.Is(i, "di") || clause.Is(i, "del") || clause.Is(i, "la") || clause.Is(i, "van") || clause.Is(i, "von") || clause.Is(i, "der") || clause.Is(i, "den")
        || clause.Is(i, "bin") || clause.Is(i, "ibn") || clause.Is(i, "al") || clause.Is(i, "el") || clause.Is(i, "dos") || clause.Is(i, "du") || clause.Is(i, "abu") || clause.Is(i, "ben");
}

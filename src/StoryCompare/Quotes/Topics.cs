using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Whom "he" and "she" mean: the person the sentence is about, else the one the sentences before are about, unless somebody spoke since.</summary>
/// <remarks>
/// Subjects outrank what else a sentence names, and the nearest sentence outranks those before it (centering: Grosz, Joshi, Weinstein 1995). A speaker is left
/// to the caller, who remembers them: the walk stops at the first sentence that somebody speaks in.
/// </remarks>
internal sealed class Topics(ClauseText clause, NounPhraseReader phrases, Persons persons)
{
    // Sentences looked back over, and of those the ones that are about no person.
    private const int Reach = 5;
    private const int MostOthers = 1;

    /// <summary>The named person a pronoun of a gender means, or none where the last speaker is the better guess.</summary>
    /// <param name="sentence">The pronoun's sentence.</param>
    /// <param name="before">The pronoun's token, or the first of its clause.</param>
    /// <param name="gender">1 male, 2 female.</param>
    /// <param name="lastSpoken">Sentence in which somebody of the gender spoke last, or a negative number.</param>
    public NounPhrase Of(int sentence, int before, byte gender, int lastSpoken)
    {
        NounPhrase own = Subject(sentence, before);
        if (IsPerson(own, gender))
        {
            return own;
        }

        for (int s = sentence - 1, others = 0; s > lastSpoken && s >= 0 && s >= sentence - Reach && others <= MostOthers; s--)
        {
            Sentence at = clause.Text.Sentences[s];
            if (at.TokenCount == 0 || at.Kind == SentenceKind.Title || clause.IsQuoted(at.FirstToken))
            {
                return NounPhrase.None;
            }

            NounPhrase subject = Subject(s, at.FirstToken + at.TokenCount);
            if (IsPerson(subject, gender))
            {
                return subject;
            }

            others += subject.Sort == SourceSort.Pronoun ? 0 : 1;
        }

        return NounPhrase.None;
    }

    /// <summary>The noun phrase a sentence's first clause is about: behind adverbials and subordinators, before its verb. Only words before <paramref name="end"/> count.</summary>
    public NounPhrase Subject(int sentence, int end)
    {
        Sentence at = clause.Text.Sentences[sentence];
        end = Math.Min(end, at.FirstToken + at.TokenCount);
        int i = Start(at.FirstToken, end);
        if (i >= end || clause.IsQuoted(i))
        {
            return NounPhrase.None;
        }

        if (clause.Has(i, WordRole.Pronoun))
        {
            return phrases.Read(i, i + 1);
        }

        // The run of names or role nouns, with up to four plain words before it.
        int last = -1;
        for (int k = i; k < end && k < i + 12; k++)
        {
            if (clause.IsName(k) && clause.IsWord(k))
            {
                int to = Math.Min(end, persons.RunEnd(k));
                last = to - 1;
                if (!clause.Tokens[last].Has(TokenFlags.Possessive) && to < end && !clause.Has(to, WordRole.AnyNoun) && !clause.IsHyphen(to))
                {
                    break;
                }

                k = to - 1;
                continue;
            }

            if (clause.Has(k, WordRole.AnyNoun))
            {
                last = k;
                if (k + 1 < end && !clause.IsName(k + 1) && !clause.Has(k + 1, WordRole.AnyNoun))
                {
                    break;
                }
            }
            else if (!(clause.Has(k, WordRole.Determiner) || (clause.IsWord(k) && !clause.Has(k, WordRole.Preposition | WordRole.Be | WordRole.Auxiliary | WordRole.Cue | WordRole.Subordinator) && last < 0 && k < i + 5) || clause.IsHyphen(k)))
            {
                break;
            }
        }

        return last < 0 || clause.Tokens[last].Has(TokenFlags.Possessive) ? NounPhrase.None : phrases.Read(i, last + 1);
    }

    /// <summary>Whether the phrase names a person of the text.</summary>
    public bool IsPerson(in NounPhrase phrase) => IsPerson(phrase, gender: 0);

    private bool IsPerson(in NounPhrase phrase, byte gender)
    {
        if (phrase.IsNone || !phrase.Named || phrase.Plural || phrase.Sort is SourceSort.Group or SourceSort.Document || !persons.Holds(phrase.First, phrase.End))
        {
            return false;
        }

        byte known = phrase.Gender != 0 ? phrase.Gender : persons.GenderOf(phrase.First, phrase.End);
        return known == 0 || gender == 0 || known == gender;
    }

    // Behind "But", "On Monday,", "When", "Asked by the judge whether …,".
    private int Start(int first, int end)
    {
        int i = first;
        for (int guard = 0; guard < 4 && i < end; guard++)
        {
            while (i < end && !clause.IsName(i) && (clause.Has(i, WordRole.Subordinator | WordRole.Conjunction | WordRole.Adverb | WordRole.Time) || clause.IsComma(i)))
            {
                i++;
            }

            if (i >= end || !(clause.Has(i, WordRole.Preposition) || IsParticiple(i)))
            {
                return i;
            }

            int comma = i + 1;
            while (comma < end && comma < i + 40 && !clause.IsComma(comma))
            {
                comma++;
            }

            if (comma >= end || !clause.IsComma(comma))
            {
                // "On Monday Holm": no comma, so the phrase reader skips the adverbial itself.
                return i;
            }

            i = comma + 1;
        }

        return i;
    }

    private bool IsParticiple(int i)
    {
        ReadOnlySpan<char> word = clause.Text.Chars(clause.Tokens[i]);
        return clause.IsWord(i) && !clause.Has(i, WordRole.AnyNoun) && word.Length > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)) && !persons.Holds(i, i + 1);
    }
}

using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Relations;

/// <summary>Finds a statement negated on one side and made on the other, and opposite words in otherwise aligned statements.</summary>
/// <remarks>
/// "Not P" excludes Q only where Q tells at least P: nearly all of the negated clause must be found, not negated, in the other sentence,
/// while that one may tell more. Thresholds measured on SICK (development part).
/// </remarks>
internal static class PolarityJudge
{
    /// <summary>Least share of the negated words that the other sentence carries un-negated.</summary>
    public const double ScopeCovered = 0.7;
    /// <summary>Least weight of the word that is stated and negated: "said" and "people" contradict nothing.</summary>
    public const double Telling = 0.5;
    /// <summary>Least share of the rest of the negated clause that the other sentence carries.</summary>
    public const double ClauseCovered = 0.5;
    /// <summary>Least share of the positive clause that the negated sentence carries.</summary>
    public const double OtherCovered = 0.3;
    /// <summary>Least share of a shorter positive sentence that stands in the negated clause.</summary>
    public const double ShorterCovered = 0.95;
    /// <summary>Least share of both sentences that is aligned around a pair of opposites.</summary>
    public const double AroundOpposites = 0.85;

    private static readonly TermSet Indefinite = WordSets.Of("relation.indefinite");

    /// <summary>A conflict of polarity, or null.</summary>
    public static ClaimRelation? Judge(WordAlignment alignment)
    {
        ClaimRelation? negation = null;
        if (alignment.A.HasNegation)
        {
            negation = Negated(alignment, fromA: true);
        }

        if (negation is null && alignment.B.HasNegation)
        {
            negation = Negated(alignment, fromA: false);
        }

        return negation ?? Opposite(alignment);
    }

    private static ClaimRelation? Negated(WordAlignment alignment, bool fromA)
    {
        SentenceSlots own = fromA ? alignment.A : alignment.B;
        SentenceSlots other = fromA ? alignment.B : alignment.A;
        int[] partner = fromA ? alignment.ToB : alignment.ToA;
        int last = -1;
        foreach (SlotWord w in own.Words)
        {
            if (w.Negated && !w.Unreal && w.Clause != last)
            {
                last = w.Clause;
                if (NegatedClause(alignment, own, other, partner, w.Clause, fromA) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static ClaimRelation? NegatedClause(WordAlignment alignment, SentenceSlots own, SentenceSlots other, int[] partner, int clause, bool fromA)
    {
        double scope = 0, scopeHit = 0, rest = 0, restHit = 0;
        int focus = -1;
        int otherClause = -1;
        for (int i = 0; i < own.Words.Length; i++)
        {
            SlotWord w = own.Words[i];
            if (w.Clause != clause)
            {
                continue;
            }

            bool tied = partner[i] >= 0 && (fromA ? alignment.Ties[i] : alignment.TieOfB(i)) > WordTie.Opposite;
            if (w.Negated)
            {
                // "Not frying" says nothing against "cooking"; "not cooking" does against "frying".
                bool special = tied && Kinship.Of(w.Stem, other.Words[partner[i]].Stem) == KinKind.SecondIsGeneral && w.Stem != other.Words[partner[i]].Stem;
                bool opposed = tied && !special && !other.Words[partner[i]].Negated && !other.Words[partner[i]].Unreal;
                scope += w.Weight;
                scopeHit += opposed ? w.Weight : 0;
                if (opposed && w.Weight >= Telling && IsPredicate(own, w) && (focus < 0 || w.Focus))
                {
                    focus = i;
                    otherClause = other.Words[partner[i]].Clause;
                }

                if (w.Focus && tied && !special && !opposed)
                {
                    return null;
                }
            }
            else
            {
                rest += w.Weight;
                restHit += tied ? w.Weight : 0;
            }
        }

        if (focus < 0)
        {
            return null;
        }

        bool told = scopeHit >= ScopeCovered * scope && restHit >= ClauseCovered * rest;
        if (!told)
        {
            // The positive sentence may be the shorter one: then all of it must stand in the negated clause, its predicate included.
            double otherAll = 0, otherAllHit = 0;
            for (int j = 0; j < other.Words.Length; j++)
            {
                int p = fromA ? alignment.ToA[j] : alignment.ToB[j];
                otherAll += other.Words[j].Weight;
                otherAllHit += p >= 0 && own.Words[p].Clause == clause && (fromA ? alignment.TieOfB(j) : alignment.Ties[j]) > WordTie.Opposite ? other.Words[j].Weight : 0;
            }

            if (otherAllHit < ShorterCovered * otherAll || !own.Words[focus].Focus)
            {
                return null;
            }
        }

        double otherSum = 0, otherHit = 0;
        for (int j = 0; j < other.Words.Length; j++)
        {
            if (other.Words[j].Clause == otherClause)
            {
                otherSum += other.Words[j].Weight;
                otherHit += (fromA ? alignment.TieOfB(j) : alignment.Ties[j]) > WordTie.Opposite ? other.Words[j].Weight : 0;
            }
        }

        if (otherHit < OtherCovered * otherSum)
        {
            return null;
        }

        double score = (scopeHit + restHit) / (scope + rest);
        TextSpan here = own.Text.Tokens[own.Words[focus].Token].Span;
        TextSpan there = other.Text.Tokens[other.Words[partner[focus]].Token].Span;
        return new ClaimRelation(PairRelation.Conflict, score, ConflictKind.Polarity, $"\"{other.WordText(other.Words[partner[focus]])}\" is stated on one side and negated on the other", fromA ? here : there, fromA ? there : here);
    }

    // A number or a name is not what a negation denies.
    private static bool IsPredicate(SentenceSlots slots, in SlotWord word)
    {
        Text.Token token = slots.Text.Tokens[word.Token];
        return token.IsWord && (!token.IsCapitalised || word.Token == slots.Sentence.FirstToken);
    }

    // "A man is sitting" and "a man is standing" may be two men; "the man", "Smith", "shares" are the same on both sides.
    private static bool MayBeTwo(SentenceSlots slots)
    {
        ReadOnlySpan<Text.Token> tokens = slots.Text.TokensOf(slots.Sentence);
        int first = 0;
        while (first < tokens.Length && !tokens[first].IsWord && tokens[first].Kind != Text.TokenKind.Number)
        {
            first++;
        }

        return first < tokens.Length && (Indefinite.Contains(tokens[first].Term) || tokens[first].Kind == Text.TokenKind.Number);
    }

    private static ClaimRelation? Opposite(WordAlignment alignment)
    {
        if (MayBeTwo(alignment.A) || MayBeTwo(alignment.B))
        {
            return null;
        }

        int found = -1;
        for (int i = 0; i < alignment.Ties.Length; i++)
        {
            if (alignment.Ties[i] == WordTie.Opposite)
            {
                SlotWord a = alignment.A.Words[i];
                SlotWord b = alignment.B.Words[alignment.ToB[i]];
                if (a.Negated == b.Negated)
                {
                    found = i;
                    break;
                }
            }
        }

        if (found < 0)
        {
            return OppositeParticle(alignment);
        }

        double around = Math.Min(
            WordCoverage.Of(alignment.A.Words, i => alignment.ToB[i] >= 0),
            WordCoverage.Of(alignment.B.Words, j => alignment.ToA[j] >= 0));
        if (around < AroundOpposites)
        {
            return null;
        }

        SlotWord wa = alignment.A.Words[found];
        SlotWord wb = alignment.B.Words[alignment.ToB[found]];
        return new ClaimRelation(PairRelation.Conflict, around, ConflictKind.Polarity, $"\"{alignment.A.WordText(wa)}\" and \"{alignment.B.WordText(wb)}\" exclude each other", alignment.A.Text.Tokens[wa.Token].Span, alignment.B.Text.Tokens[wb.Token].Span);
    }

    // "in" against "out" tells only where everything else is the same.
    private static ClaimRelation? OppositeParticle(WordAlignment alignment)
    {
        if (WordCoverage.OfA(alignment) < 0.95 || WordCoverage.OfB(alignment) < 0.95)
        {
            return null;
        }

        foreach (SlotWord a in alignment.A.Particles)
        {
            foreach (SlotWord b in alignment.B.Particles)
            {
                if (Oppositions.AreOpposed(a.Stem, b.Stem)
                    && !Array.Exists(alignment.B.Particles, p => p.Stem == a.Stem)
                    && !Array.Exists(alignment.A.Particles, p => p.Stem == b.Stem))
                {
                    return new ClaimRelation(PairRelation.Conflict, 0.9, ConflictKind.Polarity, $"\"{alignment.A.WordText(a)}\" and \"{alignment.B.WordText(b)}\" exclude each other", alignment.A.Text.Tokens[a.Token].Span, alignment.B.Text.Tokens[b.Token].Span);
                }
            }
        }

        return null;
    }
}

using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Subject and object of a predicate in a sentence of several clauses, by <see cref="ClauseReader"/>; short plain sentences are left to <see cref="ParticipantReader"/>.</summary>
internal static class ClauseParticipants
{
    // Tokens from which a sentence is one of several clauses.
    private const int LeastLong = 14;

    private static readonly TermSet Definites = WordSets.Of("participant.definite");

    /// <summary>What the predicate at <paramref name="first"/> is said of; null where no clause tells it.</summary>
    public static Participant? Affected(ArticleSlots article, int sentence, int first, int count, bool ofSubject)
    {
        SentenceSlots slots = article[sentence];
        if (slots.Sentence.TokenCount < LeastLong)
        {
            return null;
        }

        foreach (ClauseAct act in article.Clauses(sentence))
        {
            if (act.Verb >= first && act.Verb < first + count)
            {
                return Of(slots, act, ofSubject || act.IsPassive || !act.Object.Exists ? act.Subject : act.Object);
            }

            // "Had been armed", "was unarmed": what the subject is.
            if (act.IsCopula && act.End <= first && first < act.End + 2 && ofSubject)
            {
                return Of(slots, act, act.Subject);
            }
        }

        return null;
    }

    private static Participant? Of(SentenceSlots slots, ClauseAct act, Phrase phrase)
    {
        if (!phrase.Exists)
        {
            return null;
        }

        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        if (phrase.Kind == PhraseKind.Pronoun)
        {
            return new Participant([], [], phrase.Head, true, false);
        }

        int rest = phrase.End;
        while (rest < tokens.Length && rest != act.First && tokens[rest].Kind != TokenKind.Punctuation && rest < phrase.End + 5 && !(phrase.First > act.First && tokens[rest].IsCapitalised))
        {
            rest++;
        }

        List<SlotWord> head = [];
        List<SlotWord> behind = [];
        for (int w = slots.Words.Length - 1; w >= 0; w--)
        {
            int t = slots.Words[w].Token - slots.Sentence.FirstToken;
            if (t >= phrase.First && t < rest && tokens[t].IsWord && !PropositionReader.IsTime(slots.Words[w].Term))
            {
                (t < phrase.End ? head : behind).Add(slots.Words[w]);
            }
        }

        bool definite = Definites.Contains(tokens[phrase.First].Term) || tokens[phrase.Head].IsCapitalised || (tokens[phrase.First].Flags & TokenFlags.Possessive) != 0;
        return head.Count == 0 ? null : new Participant(head, behind, -1, definite, !definite && tokens[phrase.First].IsStopWord);
    }
}

using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Who the sentence before a "he said" is about: its subject, where that is evidently a person.</summary>
internal sealed class SubjectOfSentence(ClauseText clause, CueFinder finder)
{
    // Quoted sentences passed over on the way back.
    private const int Reach = 4;

    /// <summary>The named person who is the subject of the nearest sentence before that is not quoted, and its number; none where it is about somebody else.</summary>
    public (NounPhrase Subject, int Sentence) Before(int sentence, byte gender)
    {
        for (int s = sentence - 1; s >= Math.Max(0, sentence - Reach); s--)
        {
            int first = clause.Text.Sentences[s].FirstToken;
            int end = first + clause.Text.Sentences[s].TokenCount;
            if (clause.IsQuoted(first))
            {
                continue;
            }

            NounPhrase subject = finder.SentenceSubject(first, end);
            return subject.Named && !subject.Plural && (subject.Gender == 0 || gender == 0 || subject.Gender == gender) && IsPerson(subject) ? (subject, s) : (NounPhrase.None, -1);
        }

        return (NounPhrase.None, -1);
    }

    // By a title or role, by ", who", or because the text uses the last word both alone and after a first name.
    private bool IsPerson(NounPhrase subject)
    {
        if (subject.Sort != SourceSort.Unknown)
        {
            return subject.Sort == SourceSort.Person;
        }

        int after = subject.End;
        if (after + 1 < clause.Tokens.Length && clause.IsComma(after) && clause.Is(after + 1, "who"))
        {
            return true;
        }

        uint surname = clause.Tokens[subject.End - 1].Term;
        bool alone = subject.End - subject.First == 1;
        bool full = subject.End - subject.First is 2 or 3;
        for (int i = 1; i < clause.Tokens.Length && !(alone && full); i++)
        {
            if (clause.Tokens[i].Term == surname && clause.IsName(i))
            {
                bool follows = clause.IsName(i - 1) && !clause.Has(i - 1, WordRole.Preposition | WordRole.Determiner);
                full |= follows && !clause.Has(i - 1, WordRole.AnyNoun);
                alone |= !follows;
            }
        }

        return alone && full;
    }
}

using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <content>Sentences without a clause of attribution that lead to the quotation that opens the next one: "The judge had a warning for all:", "Holm thanked the crew."</content>
internal sealed partial class CueFinder
{
    private SpeechFrame? Leading(int sentence)
    {
        Sentence[] all = clause.Text.Sentences;
        Sentence at = all[sentence];
        int next = at.FirstToken + at.TokenCount;
        if (sentence + 1 >= all.Length || at.TokenCount < 4 || at.Kind != SentenceKind.Body || all[sentence + 1].Kind != SentenceKind.Body || !clause.IsQuoted(all[sentence + 1].FirstToken) || clause.IsQuoted(at.FirstToken))
        {
            return null;
        }

        NounPhrase subject = topics.Subject(sentence, next);
        bool person = subject.Sort is SourceSort.Person or SourceSort.Pronoun || (subject.Named && topics.IsPerson(subject));
        if (subject.IsNone || subject.Plural || clause.Has(subject.First, WordRole.They))
        {
            return null;
        }

        // Whoever leads on with a colon speaks, a body too.
        int cue = next - 1;
        if (!clause.IsMark(cue, ':'))
        {
            if (!person)
            {
                return null;
            }

            int verb = VerbOfSpeech(subject.End, next);
            if (verb < 0 && !SpeaksOfSelf(all[sentence + 1]))
            {
                return null;
            }

            cue = verb < 0 ? cue : verb;
        }
        else if (!person && !subject.Named)
        {
            return null;
        }

        SpeechFrame frame = Frame(sentence, cue, CueKind.Said, subject, subject.First, cue + 1);
        frame.Leads = true;
        return frame;
    }

    /// <summary>"Holm, who came late, praised …": a verb of speech that needs an object, as the subject's own verb.</summary>
    private int VerbOfSpeech(int from, int end)
    {
        int i = AfterCue(from, end);
        if (i < end && clause.IsComma(i))
        {
            // Behind an apposition.
            int comma = i + 1;
            while (comma < end && comma < i + 20 && !clause.IsComma(comma))
            {
                comma++;
            }

            i = AfterCue(Math.Min(end, comma + 1), end);
        }

        while (i < end && clause.Has(i, WordRole.Auxiliary | WordRole.Adverb))
        {
            i++;
        }

        return i < end && clause.Has(i, WordRole.Cue) && !clause.Has(i, WordRole.GerundCue | WordRole.ShownCue) && !_subjects.IsNegated(i, from) ? i : -1;
    }

    /// <summary>"I", and no plural of the speaker, in the quotation: one person speaks.</summary>
    private bool SpeaksOfSelf(in Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount && clause.IsQuoted(i); i++)
        {
            if (clause.Is(i, "I") || clause.Is(i, "my") || clause.Is(i, "me"))
            {
                return true;
            }
        }

        return false;
    }
}

using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Names the sources of an article's frames in text order: "he", "the general" and "the statement" take the last source that fits.</summary>
/// <remarks>A pronoun takes the person the sentences before are about (<see cref="Topics"/>), else the last who spoke, of fitting gender, at most twelve sentences back; a description takes the last source that was described by the same noun, else the one person named with it. What fits nothing keeps its own words.</remarks>
internal sealed class SourceResolver(ClauseText clause, Persons persons, Topics topics)
{
    private const int Memory = 48;
    private const int PronounReach = 12;
    private readonly List<Known> _known = [];
    private readonly List<uint> _roles = [];

    // Objects that serve one text after the other, and how many of them this one uses.
    private readonly List<Known> _made = [];
    private int _used;

    private sealed class Known
    {
        public string Name = "";
        public SourceSort Sort;
        public byte Gender;
        public bool Named;
        public int Sentence;
        public bool Plural;
        public TextSpan? Channel;
        public uint Surname;
        public readonly List<uint> Roles = [];
    }

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        _known.Clear();
        _used = 0;
        if (_made.Count > 2 * Memory)
        {
            _made.Clear();
        }
    }

    /// <summary>Fills name, span and sort of a frame's source.</summary>
    public void Resolve(SpeechFrame frame)
    {
        if (frame.Source.IsNone)
        {
            frame.SourceSpan = clause.Tokens[frame.Cue].Span;
            return;
        }

        NounPhrase source = frame.Source;
        frame.SourceSpan = clause.SpanOf(source.First, source.End);
        frame.Sort = source.Sort;
        frame.Gender = source.Gender;
        Known? known = source.Sort == SourceSort.Pronoun || (source.Sort == SourceSort.Group && clause.Has(source.First, WordRole.It)) ? ForPronoun(frame)
            : !source.Named && source.Definite ? ForDescription(frame) : null;
        if (known is not null)
        {
            frame.SourceName = known.Name;
            frame.Sort = known.Sort;
            known.Sentence = frame.Sentence;
            known.Gender = known.Gender == 0 ? source.Gender : known.Gender;
            frame.Gender = known.Gender;
            Touch(known);
            return;
        }

        frame.SourceName = clause.Text.String(frame.SourceSpan);
        if (source.Sort == SourceSort.Pronoun)
        {
            return;
        }

        Known entry = Add(source, frame, frame.SourceName);
        entry.Channel = frame.Channel;
        entry.Plural = source.Plural;
        RolesAround(frame);
        entry.Roles.AddRange(_roles);
        if (_known.Count > Memory)
        {
            _known.RemoveAt(0);
        }
    }

    private void Touch(Known known)
    {
        _known.Remove(known);
        _known.Add(known);
    }

    private Known? ForPronoun(SpeechFrame frame)
    {
        int p = frame.Source.First;
        bool it = clause.Has(p, WordRole.It);
        bool they = clause.Has(p, WordRole.They);
        Known? spoke = null;
        for (int k = _known.Count - 1; k >= 0 && spoke is null; k--)
        {
            Known known = _known[k];
            if (frame.Sentence - known.Sentence > PronounReach)
            {
                continue;
            }

            bool person = known.Sort == SourceSort.Person || (known.Sort == SourceSort.Unknown && known.Named);
            bool fits = it ? known.Sort != SourceSort.Person : they ? known.Plural || known.Sort != SourceSort.Person : person && !known.Plural && (known.Gender == 0 || known.Gender == frame.Source.Gender);
            spoke = fits ? known : null;
        }

        if (they)
        {
            return spoke;
        }

        if (it)
        {
            return OwnBody(frame) ?? spoke;
        }

        NounPhrase topic = topics.Of(frame.Sentence, p, frame.Source.Gender, spoke?.Sentence ?? -1);
        return topic.IsNone || (spoke is not null && SpeaksOfAnother(frame)) ? spoke : ForTopic(topic, frame);
    }

    /// <summary>"Though the paper names no source, it said": the body the sentence itself is about.</summary>
    private Known? OwnBody(SpeechFrame frame)
    {
        NounPhrase subject = topics.Subject(frame.Sentence, frame.Source.First);
        if (subject.IsNone || subject.Plural || subject.Sort is not (SourceSort.Group or SourceSort.Document) || clause.Has(subject.First, WordRole.Pronoun))
        {
            return null;
        }

        return _known.FindLast(k => k.Named && clause.Text.String(clause.SpanOf(subject.First, subject.End)).Contains(k.Name, StringComparison.OrdinalIgnoreCase)) ?? Remember(subject, frame);
    }

    private Known ForTopic(NounPhrase topic, SpeechFrame frame)
    {
        // Two of one surname are told apart by what stands before it: "Ines Holm" is nobody's "Karin Holm".
        uint surname = persons.SurnameOf(topic.First, topic.End);
        string name = clause.Text.String(clause.SpanOf(topic.First, topic.End));
        return _known.FindLast(k => k.Surname == surname && (name.EndsWith(k.Name, StringComparison.Ordinal) || k.Name.EndsWith(name, StringComparison.Ordinal))) ?? Remember(topic with { Sort = SourceSort.Person }, frame);
    }

    private Known Remember(NounPhrase phrase, SpeechFrame frame)
    {
        return Add(phrase, frame, clause.Text.String(clause.SpanOf(phrase.First, phrase.End)));
    }

    // Channel, number and roles are the caller's to tell.
    private Known Add(NounPhrase phrase, SpeechFrame frame, string name)
    {
        if (_used == _made.Count)
        {
            _made.Add(new Known());
        }

        Known known = _made[_used++];
        (known.Name, known.Sort, known.Gender, known.Named, known.Sentence) = (name, phrase.Sort, phrase.Gender, phrase.Named, frame.Sentence);
        (known.Plural, known.Channel, known.Surname) = (false, null, phrase.Named ? persons.SurnameOf(phrase.First, phrase.End) : 0);
        known.Roles.Clear();
        _known.Add(known);
        return known;
    }

    /// <summary>"“He was a danger to us,” he said": whoever speaks of "him" is not the man the text has just spoken of.</summary>
    private bool SpeaksOfAnother(SpeechFrame frame)
    {
        Sentence sentence = clause.Text.Sentences[frame.Sentence];
        WordRole other = frame.Source.Gender == 2 ? WordRole.She : WordRole.He;
        bool third = false;
        for (int i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (clause.IsQuoted(i))
            {
                WordRole role = SpeechLexicon.RoleOf(clause.Tokens[i]);
                if ((role & WordRole.FirstPerson) != WordRole.None)
                {
                    return false;
                }

                third |= (role & other) != WordRole.None;
            }
        }

        return third;
    }

    private Known? ForDescription(SpeechFrame frame)
    {
        int headToken = HeadOf(frame.Source);
        uint head = clause.Tokens[headToken].Term;
        bool firm = clause.Is(headToken, "company") || clause.Is(headToken, "firm") || clause.Is(headToken, "group") || clause.Is(headToken, "agency");
        for (int k = _known.Count - 1; k >= 0; k--)
        {
            Known known = _known[k];
            if (frame.Source.Sort == SourceSort.Document)
            {
                if (known.Channel is { } channel && clause.Text.Chars(channel).Contains(clause.Text.Chars(clause.Tokens[HeadOf(frame.Source)]), StringComparison.OrdinalIgnoreCase))
                {
                    return known;
                }
            }
            else if (frame.Source.Sort == SourceSort.Person && known.Roles.Contains(head))
            {
                return known;
            }
            else if (firm && frame.Source.End - frame.Source.First <= 3 && known.Named && known.Sort is SourceSort.Group or SourceSort.Unknown && frame.Sentence - known.Sentence <= 6)
            {
                return known;
            }
        }

        return ForOffice(frame, headToken);
    }

    /// <summary>"the mayor": the one person the text has named with the office, if the phrase says no more.</summary>
    private Known? ForOffice(SpeechFrame frame, int head)
    {
        if (frame.Source.Sort != SourceSort.Person || frame.Source.Plural || frame.Source.End != head + 1 || head - frame.Source.First > 2)
        {
            return null;
        }

        (int first, int end) = persons.Holder(clause.Tokens[head].Term, frame.Source.First);
        return end == 0 ? null : ForTopic(new NounPhrase(first, end, SourceSort.Person, Named: true, Definite: true, persons.GenderOf(first, end)), frame);
    }

    /// <summary>The last role noun before the phrase's complement.</summary>
    private int HeadOf(NounPhrase phrase)
    {
        int head = phrase.End - 1;
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (clause.Has(i, WordRole.Preposition))
            {
                break;
            }

            head = clause.Has(i, WordRole.AnyNoun) ? i : head;
        }

        return head;
    }

    /// <summary>Reads the role nouns in and around the source: its title, its apposition.</summary>
    private void RolesAround(SpeechFrame frame)
    {
        List<uint> roles = _roles;
        roles.Clear();
        Sentence sentence = clause.Text.Sentences[frame.Sentence];
        int first = Math.Max(sentence.FirstToken, Math.Min(frame.First, frame.Source.First - 8));
        int end = Math.Min(sentence.FirstToken + sentence.TokenCount, Math.Max(frame.Source.End + 10, frame.First));
        for (int i = Math.Max(first, frame.Source.First - 12); i < end && i < frame.Source.End + 12; i++)
        {
            if (clause.IsQuoted(i))
            {
                if (i > frame.Source.First)
                {
                    break;
                }

                roles.Clear();
                continue;
            }

            if (clause.Has(i, WordRole.Cue) && i > frame.Source.First && i >= frame.Source.End && i >= frame.Cue && frame.Cue > frame.Source.First)
            {
                break;
            }

            if (clause.Has(i, WordRole.Person | WordRole.Title))
            {
                roles.Add(clause.Tokens[i].Term);
            }
        }
    }
}

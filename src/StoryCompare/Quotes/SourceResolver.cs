using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Names the sources of an article's frames in text order: "he", "the general" and "the statement" take the last source that fits.</summary>
/// <remarks>A pronoun takes the last person who spoke, of fitting gender, at most twelve sentences back; a description takes the last source that was described by the same noun. What fits nothing keeps its own words.</remarks>
internal sealed class SourceResolver(ClauseText clause, CueFinder finder)
{
    private const int Memory = 48;
    private const int PronounReach = 12;
    private readonly List<Known> _known = [];
    private readonly SubjectOfSentence _subjects = new(clause, finder);

    private sealed class Known
    {
        public required string Name { get; init; }
        public required SourceSort Sort { get; init; }
        public required byte Gender { get; set; }
        public required bool Named { get; init; }
        public required int Sentence { get; set; }
        public required List<uint> Roles { get; init; }
        public required bool Plural { get; init; }
        public TextSpan? Channel { get; init; }
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
        string words = clause.Text.String(frame.SourceSpan);
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

        frame.SourceName = words;
        if (source.Sort == SourceSort.Pronoun)
        {
            return;
        }

        Known entry = new() { Name = words, Sort = source.Sort, Gender = source.Gender, Named = source.Named, Sentence = frame.Sentence, Roles = RolesAround(frame), Channel = frame.Channel, Plural = source.Plural };
        _known.Add(entry);
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
        if (!it && !they && SubjectBefore(frame) is { } subject)
        {
            return subject;
        }

        for (int k = _known.Count - 1; k >= 0; k--)
        {
            Known known = _known[k];
            if (frame.Sentence - known.Sentence > PronounReach)
            {
                continue;
            }

            bool person = known.Sort == SourceSort.Person || (known.Sort == SourceSort.Unknown && known.Named);
            if (it ? known.Sort != SourceSort.Person : they ? known.Plural || known.Sort != SourceSort.Person : person && !known.Plural && (known.Gender == 0 || known.Gender == frame.Source.Gender))
            {
                return known;
            }
        }

        return it || they ? null : FromSentences(frame);
    }

    /// <summary>Whom the sentence before is about, where nobody spoke since: nearer than a speaker further back.</summary>
    private Known? SubjectBefore(SpeechFrame frame)
    {
        (NounPhrase subject, int sentence) = _subjects.Before(frame.Sentence, frame.Source.Gender);
        if (subject.IsNone || (_known.Count > 0 && _known[^1].Sentence >= sentence))
        {
            return null;
        }

        string name = clause.Text.String(clause.SpanOf(subject.First, subject.End));
        string last = name[(name.LastIndexOf(' ') + 1)..];
        if (_known.FindLast(k => k.Named && k.Sort != SourceSort.Group && k.Name.EndsWith(last, StringComparison.Ordinal)) is { } known)
        {
            return known;
        }

        known = new() { Name = name, Sort = SourceSort.Person, Gender = frame.Source.Gender, Named = true, Sentence = frame.Sentence, Roles = [], Plural = false };
        _known.Add(known);
        return known;
    }

    /// <summary>Nobody who spoke fits: the person who is the subject of one of the three sentences before.</summary>
    private Known? FromSentences(SpeechFrame frame)
    {
        for (int s = frame.Sentence - 1; s >= 0 && s >= frame.Sentence - 3; s--)
        {
            Sentence sentence = clause.Text.Sentences[s];
            NounPhrase subject = finder.SentenceSubject(sentence.FirstToken, sentence.FirstToken + sentence.TokenCount);
            if (!subject.Named || subject.Plural || subject.Sort == SourceSort.Group || (subject.Gender != 0 && subject.Gender != frame.Source.Gender) || (subject.Sort != SourceSort.Person && subject.End - subject.First is < 2 or > 4))
            {
                continue;
            }

            Known known = new() { Name = clause.Text.String(clause.SpanOf(subject.First, subject.End)), Sort = SourceSort.Person, Gender = frame.Source.Gender, Named = true, Sentence = frame.Sentence, Roles = [], Plural = false };
            _known.Add(known);
            return known;
        }

        return null;
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

        return null;
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

    /// <summary>Role nouns in and around the source: its title, its apposition.</summary>
    private List<uint> RolesAround(SpeechFrame frame)
    {
        List<uint> roles = [];
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

        return roles;
    }
}

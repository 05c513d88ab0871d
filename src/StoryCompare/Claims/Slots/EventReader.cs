using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads who did what a frame tells, and what caused it: subject of the active verb, agent behind "by", pronoun of "X said it". Shallow: no parser. Linear in the sentence.</summary>
internal sealed class EventReader
{
    // Tokens after a passive in which "by" stands, and from a verb of cause to its thing.
    private const int ByWithin = 5;

    // Tokens of the noun phrase that fills a slot.
    private const int MostOfPhrase = 9;

    private static readonly TermSet Causing = WordSets.Of("event.causing");
    private static readonly TermSet Blamed = WordSets.Of("event.blamed");
    private static readonly TermSet Cause = WordSets.Of("event.cause");
    private static readonly TermSet Being = WordSets.Of("event.being");
    private static readonly TermSet Another = WordSets.Of("event.another");
    private static readonly TermSet Further = WordSets.Of("event.further");
    private static readonly TermSet Numbers = TermHash.SetOf("two", "three", "four", "five", "six");
    private static readonly uint By = TermHash.Of("by");
    private static readonly uint Off = TermHash.Of("off");
    private static readonly uint On = TermHash.Of("on");
    private static readonly uint For = TermHash.Of("for");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly int Party = FillValues.Family("party");
    private static readonly int Agent = FillValues.Family("agent");

    private readonly ArticleSlots _article;
    private readonly PersonReader _persons;
    private readonly bool[] _isTold;

    /// <summary>A reader of one article; <paramref name="leads"/> are the terms of its first sentences.</summary>
    public EventReader(ArticleSlots article, PersonReader persons, HashSet<uint> leads)
    {
        _article = article;
        _persons = persons;
        _isTold = [.. EventFrame.All.Select(f => f.IsOf(leads))];
    }

    /// <summary>Adds what the sentence fills of the frames its article tells of, in order of place.</summary>
    public void Read(SentenceRef at, List<EventFill> found)
    {
        SentenceSlots slots = _article[at.Sentence];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (EventFrame.Verbs.Match(tokens, i, out int length) is { } verbs)
            {
                foreach ((EventFrame frame, bool inverse) in verbs)
                {
                    if (_isTold[frame.Index])
                    {
                        ReadVerb(at, slots, tokens, i, length, frame, inverse, found);
                    }
                }
            }

            if (Causing.Contains(tokens[i].Term) || Blamed.Contains(tokens[i].Term) || Cause.Contains(tokens[i].Term))
            {
                ReadCause(at, slots, tokens, i, found);
            }

            if (!tokens[i].IsCapitalised && EventFrame.PlacesByNoun.TryGetValue(tokens[i].Term, out EventFrame[]? events))
            {
                foreach (EventFrame frame in events)
                {
                    if (_isTold[frame.Index])
                    {
                        Add(EventPlaceReader.Read(_article, _persons, at, tokens, i, 1, frame, isNoun: true), found);
                    }
                }
            }
        }
    }

    private static void Add(EventFill? fill, List<EventFill> found)
    {
        if (fill is not null)
        {
            found.Add(fill);
        }
    }

    private void ReadVerb(SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int first, int count, EventFrame frame, bool inverse, List<EventFill> found)
    {
        Proposition what = PropositionReader.Read(_article, at, first, count, negated: false);
        if (!what.Real || IsNegated(slots, first, count))
        {
            return;
        }

        if (frame.HasWhere && !inverse)
        {
            Add(EventPlaceReader.Read(_article, _persons, at, tokens, first, count, frame, isNoun: false), found);
        }

        if (!frame.HasWho)
        {
            return;
        }

        int by = ByAfter(tokens, first + count);
        bool passive = !inverse && by >= 0;
        if (!inverse && !passive && what.Passive)
        {
            return;
        }

        by = by >= 0 ? AfterOffDuty(tokens, by) : by;
        Participant who = inverse ? ParticipantReader.Object(slots, first + count)
            : passive ? ParticipantReader.Object(slots, by + 1)
            : Sayer(slots, ParticipantReader.Subject(slots, first, mayBeParticiple: false));
        Participant thing = inverse || passive ? ParticipantReader.Subject(slots, first, mayBeParticiple: true) : ParticipantReader.Object(slots, first + count);
        if (who.Head.Count == 0 || Things(at, thing, frame) is not { } things)
        {
            return;
        }

        Add(Fill(at, slots, tokens, who, frame, EventSlot.Who, Party, things) is { } fill ? fill with { Beside = [.. thing.Rest.Where(w => !frame.Things.Contains(w.Stem) && Narrows(slots, w)).Select(static w => w.Stem)] } : null, found);
    }

    // "By an off-duty soldier": "off" opens no phrase there.
    private static int AfterOffDuty(ReadOnlySpan<Token> tokens, int by)
    {
        int off = by + 2 < tokens.Length && tokens[by + 1].IsStopWord && tokens[by + 2].Term == Off ? by + 2 : by + 1;
        return off + 1 < tokens.Length && tokens[off].Term == Off && tokens[off + 1].Kind == TokenKind.Punctuation ? off + 1 : by;
    }

    // "The group said it was behind the attack".
    private static Participant Sayer(SentenceSlots slots, Participant subject) =>
        subject.Pronoun >= 0 && ParticipantReader.SayerBefore(slots, subject.Pronoun) is { IsEmpty: false } sayer ? sayer : subject;

    private (HashSet<uint> Stems, HashSet<int> Names)? Things(SentenceRef at, Participant thing, EventFrame frame)
    {
        HashSet<uint> stems = [.. thing.Head.Where(w => frame.Things.Contains(w.Stem)).Select(static w => w.Stem)];
        HashSet<int> names = [];
        if (IsFurther(at, thing))
        {
            return null;
        }

        foreach (SlotWord w in thing.Head)
        {
            if (_article.NameAround(at.Sentence, _article.Article.Text.Tokens[w.Token].Span) is { } name && (!frame.TakesPlaces || _article.Article.Names.Entities[name.Entity].Kind is NameKind.Place or NameKind.Other))
            {
                names.Add(_article.GroupOf(name));
            }
        }

        return stems.Count == 0 && !(frame.TakesPlaces && names.Count > 0) ? null : (stems, names);
    }

    // "The prize for poetry", "the bombing in Kesh"; not "the body in the water".
    private static bool Narrows(SentenceSlots slots, SlotWord word)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        int i = word.Token - slots.Sentence.FirstToken;
        bool named = tokens[i].IsCapitalised;
        while (i > 0 && !named && tokens[i].Term != For && tokens[i].Term != Of && (tokens[i].IsContent || tokens[i - 1].IsContent || tokens[i - 1].Term == For || tokens[i - 1].Term == Of))
        {
            i--;
        }

        return named || tokens[i].Term == For || tokens[i].Term == Of;
    }

    // "A rival yard", "the second goal", "many attacks": not the one of the story.
    private bool IsFurther(SentenceRef at, Participant thing)
    {
        SentenceSlots slots = _article[at.Sentence];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        foreach (SlotWord w in thing.Head)
        {
            int t = w.Token - slots.Sentence.FirstToken;
            // "Saturday's stage".
            TextSpan before = t > 0 ? tokens[t - 1].Span : default;
            if (t > 0 && (tokens[t - 1].Flags & TokenFlags.Possessive) != 0 && _article.Times(at.Sentence).Any(time => time.Span.Overlaps(before)))
            {
                return true;
            }

            if (Further.Contains(tokens[t].Term) || (t > 0 && (Further.Contains(tokens[t - 1].Term) || (Numbers.Contains(tokens[t - 1].Term) && !(t > 1 && tokens[t - 2].IsStopWord)))))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadCause(SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int i, List<EventFill> found)
    {
        if (IsNegated(slots, i, 1) || !PropositionReader.Read(_article, at, i, 1, negated: false).Real)
        {
            return;
        }

        Participant cause, effect;
        if (Cause.Contains(tokens[i].Term))
        {
            // "The cause of the fire was a candle".
            int be = i + 1;
            while (be < tokens.Length && be <= i + ByWithin && !Being.Contains(tokens[be].Term))
            {
                be++;
            }

            effect = i + 1 < tokens.Length && tokens[i + 1].Term == Of ? ParticipantReader.Object(slots, i + 2) : Participant.None;
            cause = be < tokens.Length && Being.Contains(tokens[be].Term) ? ParticipantReader.Object(slots, be + 1) : Participant.None;
        }
        else if (Blamed.Contains(tokens[i].Term))
        {
            // "Blamed a candle for the fire", "the fire was blamed on a candle".
            int on = i + 1 < tokens.Length && tokens[i + 1].Term == On ? i + 1 : -1;
            int lead = on < 0 ? Behind(tokens, i + 1, For, MostOfPhrase) : -1;
            cause = ParticipantReader.Object(slots, on >= 0 ? on + 1 : i + 1);
            effect = on >= 0 ? ParticipantReader.Subject(slots, i, mayBeParticiple: true) : lead >= 0 ? ParticipantReader.Object(slots, lead + 1) : Participant.None;
        }
        else
        {
            int by = ByAfter(tokens, i + 1);
            cause = by >= 0 ? ParticipantReader.Object(slots, by + 1) : ParticipantReader.Subject(slots, i, mayBeParticiple: false);
            effect = by >= 0 ? ParticipantReader.Subject(slots, i, mayBeParticiple: true) : ParticipantReader.Object(slots, i + 1);
        }

        foreach (EventFrame frame in EventFrame.All)
        {
            HashSet<uint> stems = [.. effect.Head.Where(w => frame.Nouns.Contains(w.Term)).Select(static w => w.Stem)];
            if (_isTold[frame.Index] && frame.HasCause && cause.Head.Count > 0 && (stems.Count > 0 || (effect.IsEmpty && Cause.Contains(tokens[i].Term))))
            {
                Add(Fill(at, slots, tokens, cause, frame, EventSlot.Cause, Agent, (stems, [])), found);
            }
        }
    }

    private EventFill? Fill(SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, Participant who, EventFrame frame, EventSlot slot, int family, (HashSet<uint> Stems, HashSet<int> Names) things)
    {
        int start = slots.Sentence.FirstToken;
        int first = who.Head.Min(static w => w.Token) - start;
        int last = who.Head.Max(static w => w.Token) - start;
        if (last - first > MostOfPhrase || (first > 0 && Another.Contains(tokens[first - 1].Term)))
        {
            return null;
        }

        TextSpan span = new(tokens[first].Start, tokens[last].End);
        int[] kinds = [.. _article.Values(at.Sentence).Where(v => v.Family == family && v.First >= first && v.First + v.Count <= last + 1).Select(static v => v.Value)];
        HashSet<int> names = [];
        foreach (NameMention n in _article.Names(at.Sentence))
        {
            // "Hikers" at the start of a sentence is no name.
            bool common = kinds.Length > 0 && n.Span.Start == tokens[0].Start && n.Span.End == tokens[0].End;
            if (!common && span.Overlaps(n.Span) && _article.Article.Names.Entities[n.Entity].Kind != NameKind.Place)
            {
                names.Add(_article.GroupOf(n));
            }
        }

        return new EventFill
        {
            At = at,
            Frame = frame.Index,
            Slot = slot,
            Span = span,
            Names = names,
            Kinds = kinds,
            Stems = [.. who.Head.Select(static w => w.Stem)],
            Things = things.Stems,
            NamedThings = things.Names,
        };
    }

    private static int ByAfter(ReadOnlySpan<Token> tokens, int from)
    {
        int by = from;
        while (by < tokens.Length && by < from + ByWithin && tokens[by].Term != By && tokens[by].Kind != TokenKind.Punctuation)
        {
            by++;
        }

        return by < tokens.Length && tokens[by].Term == By ? by : -1;
    }

    private static int Behind(ReadOnlySpan<Token> tokens, int from, uint word, int within)
    {
        for (int i = from; i < Math.Min(tokens.Length, from + within); i++)
        {
            if (tokens[i].Term == word)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNegated(SentenceSlots slots, int first, int count) =>
        Array.Exists(slots.Words, w => w.Negated && w.Token >= slots.Sentence.FirstToken + first && w.Token < slots.Sentence.FirstToken + first + count);
}

using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Finds subject and object of a predicate: cuts what stands around it into noun phrases by function words. Shallow: no parser, no tagger.</summary>
/// <remarks>Linear in the tokens between the clause's bounds. Gets wrong what only the parts of speech tell ("the old man the boats").</remarks>
internal static class ParticipantReader
{
    // Tokens looked at on either side of the predicate.
    private const int Reach = 28;

    // Words kept of the phrases around the head.
    private const int MostRest = 5;

    private static readonly TermSet Auxiliaries = WordSets.Of("participant.auxiliaries");
    private static readonly TermSet Raising = WordSets.Of("participant.raising");
    private static readonly TermSet Adverbs = WordSets.Of("participant.adverbs");
    private static readonly TermSet Determiners = WordSets.Of("participant.determiners");
    private static readonly TermSet Definites = WordSets.Of("participant.definite");
    private static readonly TermSet Partitives = WordSets.Of("participant.partitives");
    private static readonly TermSet Prepositions = WordSets.Of("participant.prepositions");
    private static readonly TermSet Joiners = WordSets.Of("participant.joiners");
    private static readonly TermSet Relatives = WordSets.Of("participant.relatives");
    private static readonly TermSet Pronouns = WordSets.Of("participant.pronouns");
    private static readonly TermSet Subordinators = WordSets.Of("participant.subordinators");
    private static readonly TermSet Finite = WordTable.FiniteVerbs;
    private static readonly TermSet Hedges = WordSets.Of("participant.hedges");
    private static readonly TermSet HedgeOpeners = TermHash.SetOf("at", "up", "more", "fewer", "less");
    private static readonly TermSet HedgeWords = TermHash.SetOf("as", "many", "few", "much", "at", "least", "most", "more", "than", "up", "to", "about", "around", "nearly", "almost", "some", "an", "estimated");
    private static readonly uint But = TermHash.Of("but");
    private static readonly uint That = TermHash.Of("that");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly int Say = ActLexicon.Default.ClassNamed("say");

    /// <summary>Who or what does it, or is it; what it is done to where the predicate at <paramref name="first"/> is passive.</summary>
    /// <remarks><paramref name="mayBeParticiple"/>: it may follow its noun without an auxiliary ("villages destroyed by the quake").</remarks>
    public static Participant Subject(SentenceSlots slots, int first, bool mayBeParticiple) =>
        Subject(slots, slots.Text.TokensOf(slots.Sentence), first, mayBeParticiple, 2);

    /// <summary>What it is done to: the noun phrase after the predicate, which ends before <paramref name="next"/>.</summary>
    public static Participant Object(SentenceSlots slots, int next)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        // "Destroyed or damaged 30 houses".
        while (next + 1 < tokens.Length && Joiners.Contains(tokens[next].Term) && IsOtherVerb(slots.Text, tokens, next + 1))
        {
            next += 2;
        }

        // "Detained as many as nine witnesses".
        while (next < tokens.Length && HedgeWords.Contains(tokens[next].Term))
        {
            next++;
        }

        int end = next;
        while (end < tokens.Length && end - next < Reach && !IsHardBound(slots, tokens, end) && !IsComma(slots, tokens[end]) && !(end > next && (Relatives.Contains(tokens[end].Term) || IsVerbAt(tokens, end) || (Joiners.Contains(tokens[end].Term) && end + 1 < tokens.Length && IsOtherVerb(slots.Text, tokens, end + 1)))))
        {
            end++;
        }

        List<Chunk> chunks = Cut(slots, tokens, next, end);
        int at = chunks.FindIndex(c => c.Intro != Intro.Preposition && c.HasWords);
        if (at != 0)
        {
            return Participant.None;
        }

        return Build(slots, tokens, chunks, at, forward: true);
    }

    /// <summary>Who says what the pronoun is the subject of: "the agency said it"; nobody where no verb of saying stands before it.</summary>
    public static Participant SayerBefore(SentenceSlots slots, int pronoun)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        int verb = pronoun - 1;
        while (verb > 0 && (tokens[verb].Term == That || Adverbs.Contains(tokens[verb].Term)))
        {
            verb--;
        }

        return verb > 0 && IsSaying(tokens[verb].Term) ? Subject(slots, verb, mayBeParticiple: false) : Participant.None;
    }

    private static bool IsSaying(uint term)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(term))
        {
            if (e.Class == Say && (e.Part & ActPart.Verb) != ActPart.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an object follows that does not look it: "destroyed or damaged 30 houses", "detained as many as nine".</summary>
    public static bool HasHedgedObject(SentenceSlots slots, int next)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        return (next + 2 < tokens.Length && Joiners.Contains(tokens[next].Term) && EndsEd(slots.Text, tokens[next + 1]) && !Prepositions.Contains(tokens[next + 2].Term) && tokens[next + 2].Kind != TokenKind.Punctuation)
            || (next + 1 < tokens.Length && HedgeWords.Contains(tokens[next].Term) && HedgeWords.Contains(tokens[next + 1].Term));
    }

    private static Participant Subject(SentenceSlots slots, ReadOnlySpan<Token> tokens, int first, bool mayBeParticiple, int depth)
    {
        int verb = first;
        while (verb > 0 && (IsVerbGroup(slots.Text, tokens, verb - 1, first) || (verb == first && IsOfVerb(slots.Text, tokens, first))))
        {
            verb--;
        }

        if (verb == 0)
        {
            return Participant.None;
        }

        bool bare = verb == first;
        int from = verb;
        while (from > 0 && verb - from < Reach && !IsHardBound(slots, tokens, from - 1) && !(Relatives.Contains(tokens[from - 1].Term) && from < verb && !StartsVerb(slots.Text, tokens, from)))
        {
            from--;
        }

        int to = verb;
        // "The bridge, which was destroyed": what stands before the pronoun.
        if (Relatives.Contains(tokens[to - 1].Term))
        {
            to--;
            bool aside = to > from && IsComma(slots, tokens[to - 1]);
            List<Chunk> before = Cut(slots, tokens, from, aside ? to - 1 : to);
            int noun = before.Count - 1;
            // "The crossing on the border, which": the crossing; without the comma the border.
            while (aside && noun > 0 && before[noun].Intro == Intro.Preposition)
            {
                noun--;
            }

            return noun < 0 ? Participant.None : Build(slots, tokens, before, noun, forward: false);
        }

        // "Was rushed to hospital but was declared dead": the subject of the verb before.
        if (depth > 0 && to - 1 > from && (Joiners.Contains(tokens[to - 1].Term) || (IsComma(slots, tokens[to - 1]) && !bare)))
        {
            for (int i = to - 2; i > from; i--)
            {
                if (IsVerbAt(tokens, i))
                {
                    return Subject(slots, tokens, i, mayBeParticiple: false, depth - 1);
                }
            }
        }

        List<Chunk> chunks = Cut(slots, tokens, from, to);
        int last = chunks.Count - 1;
        if (last < 0)
        {
            return Participant.None;
        }

        // "In villages destroyed by the quake": the noun right before a participle.
        if (bare && mayBeParticiple && chunks[last].HasWords && chunks[last].End == to && EndsEd(slots.Text, tokens[first]) && first + 1 < tokens.Length && Prepositions.Contains(tokens[first + 1].Term))
        {
            return Build(slots, tokens, chunks, last, forward: false);
        }

        int at = last;
        while (at >= 0 && (chunks[at].Intro is Intro.Preposition || !chunks[at].HasWords || InRelative(chunks, at) || IsJoinedToModifier(tokens, chunks, at)))
        {
            at--;
        }

        if (at < 0)
        {
            // "After the shooting Gray was taken to hospital": the name at the end.
            int name = chunks[last].End;
            while (name > chunks[last].Start && (tokens[name - 1].IsCapitalised || tokens[name - 1].Kind == TokenKind.Punctuation))
            {
                name--;
            }

            return name == chunks[last].Start || name == chunks[last].End || from != 0 ? Participant.None : Build(slots, tokens, [new Chunk(name, chunks[last].End, Intro.None, false, true)], 0, forward: false);
        }

        return Build(slots, tokens, chunks, at, forward: false);
    }

    // "Damage to homes and shops": still what it is damage to.
    private static bool IsJoinedToModifier(ReadOnlySpan<Token> tokens, List<Chunk> chunks, int at) =>
        chunks[at].Intro == Intro.Joined && at > 1 && chunks[at - 1].Intro == Intro.Preposition && !Determiners.Contains(tokens[chunks[at].Start].Term) && !Pronouns.Contains(tokens[chunks[at].Start].Term);

    // Whether the verb before the phrase belongs to a relative clause: "the man who shot the girl was arrested".
    private static bool InRelative(List<Chunk> chunks, int at) =>
        chunks[at].Intro == Intro.Relative || (chunks[at].Intro == Intro.Verb && at > 0 && chunks[at].IsRelativeVerb);

    private static Participant Build(SentenceSlots slots, ReadOnlySpan<Token> tokens, List<Chunk> chunks, int at, bool forward)
    {
        List<SlotWord> head = [];
        List<SlotWord> rest = [];
        Chunk main = chunks[at];
        int pronoun = -1;
        bool definite = false;
        bool indefinite = false;
        int of = at;
        // "One of the hospitals", "part of a hospital": the hospital.
        while (of + 1 < chunks.Count && chunks[of + 1].Intro == Intro.Preposition && (tokens[chunks[of + 1].Start - 1].Term == Of || tokens[chunks[of + 1].Start - 1].Term == To) && IsPartitive(tokens, main))
        {
            of++;
            main = chunks[of];
        }

        Collect(slots, tokens, main, head);
        for (int i = main.Start; i < main.End; i++)
        {
            indefinite |= IsOpener(tokens[i]) || tokens[i].Kind == TokenKind.Number;
            definite |= Definites.Contains(tokens[i].Term) || (tokens[i].IsCapitalised && i > 0);
            if (Pronouns.Contains(tokens[i].Term) && main.End - main.Start <= 2)
            {
                pronoun = i;
            }
        }

        // "Homes and shops": each of them.
        int step = forward ? 1 : -1;
        for (int i = at; pronoun < 0 && (forward ? i + 1 < chunks.Count && chunks[i + 1].Intro == Intro.Joined : i > 0 && chunks[i].Intro == Intro.Joined && tokens[chunks[i].Start - 1].Term != But && chunks[i - 1].Intro is Intro.None or Intro.Joined); i += step)
        {
            Collect(slots, tokens, chunks[i + step], head);
        }

        for (int i = of + 1; i < chunks.Count && chunks[i].Intro == Intro.Preposition; i++)
        {
            Collect(slots, tokens, chunks[i], rest);
        }

        if (rest.Count > MostRest)
        {
            rest.RemoveRange(MostRest, rest.Count - MostRest);
        }

        return new Participant(head, rest, head.Count == 0 ? pronoun : -1, definite, indefinite && !definite);
    }

    private static bool IsPartitive(ReadOnlySpan<Token> tokens, Chunk chunk)
    {
        for (int i = chunk.End - 1; i >= chunk.Start; i--)
        {
            if (tokens[i].Kind <= TokenKind.Number)
            {
                return Partitives.Contains(tokens[i].Term) || tokens[i].Kind == TokenKind.Number;
            }
        }

        return false;
    }

    // Nearest to the end first: the noun after its attributes.
    private static void Collect(SentenceSlots slots, ReadOnlySpan<Token> tokens, Chunk chunk, List<SlotWord> into)
    {
        for (int w = slots.Words.Length - 1; w >= 0; w--)
        {
            int t = slots.Words[w].Token - slots.Sentence.FirstToken;
            if (t >= chunk.Start && t < chunk.End && tokens[t].IsWord && !PropositionReader.IsTime(slots.Words[w].Term) && !Partitives.Contains(slots.Words[w].Term) && !Adverbs.Contains(slots.Words[w].Term))
            {
                into.Add(slots.Words[w]);
            }
        }
    }

    private static List<Chunk> Cut(SentenceSlots slots, ReadOnlySpan<Token> tokens, int from, int to)
    {
        List<Chunk> chunks = [];
        int start = from;
        Intro intro = Intro.None;
        bool relative = false;
        for (int i = from; i <= to; i++)
        {
            Intro? next = i == to ? Intro.None
                : (Prepositions.Contains(tokens[i].Term) || tokens[i].Term == To) && !IsHedge(tokens, i) ? Intro.Preposition
                : Joiners.Contains(tokens[i].Term) ? Intro.Joined
                : Relatives.Contains(tokens[i].Term) ? Intro.Relative
                : IsComma(slots, tokens[i]) ? Intro.None
                : IsVerbAt(tokens, i) ? Intro.Verb
                : null;
            // "Told reporters the bridge", "told the agency four villages": a determiner or number opens a phrase.
            bool opens = next is null && i > start && tokens[i - 1].IsContent && (tokens[i - 1].Flags & TokenFlags.Possessive) == TokenFlags.None && IsOpener(tokens[i]) && !IsOpener(tokens[i - 1]);
            if (next is null && !opens)
            {
                continue;
            }

            bool any = HasContent(tokens, start, i);
            if (any)
            {
                chunks.Add(new Chunk(start, i, intro, relative, any));
            }

            relative = next == Intro.Verb ? relative || intro == Intro.Relative || (i > from && Relatives.Contains(tokens[i - 1].Term)) : next == Intro.Relative;
            intro = next ?? Intro.None;
            start = opens ? i : i + 1;
        }

        return chunks;
    }

    // "About 240 houses", "more than 600 homes", "at least 30": the preposition belongs to the number.
    private static bool IsHedge(ReadOnlySpan<Token> tokens, int i)
    {
        int next = i + 2 < tokens.Length && Hedges.Contains(tokens[i + 1].Term) && HedgeOpeners.Contains(tokens[i].Term) ? i + 2 : i + 1;
        return (next > i + 1 || Hedges.Contains(tokens[i].Term)) && next < tokens.Length && (tokens[next].Kind == TokenKind.Number || Partitives.Contains(tokens[next].Term));
    }

    private static bool IsOpener(in Token token) =>
        Determiners.Contains(token.Term) || (Partitives.Contains(token.Term) && !token.IsCapitalised);

    private static bool HasContent(ReadOnlySpan<Token> tokens, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (tokens[i].IsContent || Pronouns.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVerbGroup(TokenizedText text, ReadOnlySpan<Token> tokens, int i, int first) =>
        Auxiliaries.Contains(tokens[i].Term) || Adverbs.Contains(tokens[i].Term)
        || (tokens[i].IsWord && Negations.At(tokens, i, text.Chars(tokens[i])) == NegationReach.Verbal)
        || (tokens[i].IsWord && !tokens[i].IsCapitalised && text.Chars(tokens[i]).EndsWith("ly", StringComparison.OrdinalIgnoreCase) && tokens[i].Length > 4)
        || (tokens[i].Term == To && i > 0 && Raising.Contains(tokens[i - 1].Term))
        || (Raising.Contains(tokens[i].Term) && i + 1 < first && tokens[i + 1].Term == To);

    // "Is going smoothly": said of the subject of the verb.
    private static bool IsOfVerb(TokenizedText text, ReadOnlySpan<Token> tokens, int first) =>
        first > 1 && text.Chars(tokens[first]).EndsWith("ly", StringComparison.OrdinalIgnoreCase) && IsOtherVerb(text, tokens, first - 1);

    private static bool StartsVerb(TokenizedText text, ReadOnlySpan<Token> tokens, int i) =>
        i < tokens.Length && (IsVerbAt(tokens, i) || Auxiliaries.Contains(tokens[i].Term) || EndsEd(text, tokens[i]));

    // An auxiliary, a common verb form, or a verb of saying.
    private static bool IsVerbAt(ReadOnlySpan<Token> tokens, int i)
    {
        if (!tokens[i].IsWord || (tokens[i].IsCapitalised && i > 0))
        {
            return false;
        }

        return Finite.Contains(tokens[i].Term) || Auxiliaries.Contains(tokens[i].Term) || IsSaying(tokens[i].Term);
    }

    private static bool IsOtherVerb(TokenizedText text, ReadOnlySpan<Token> tokens, int i) =>
        EndsEd(text, tokens[i]) || IsVerbAt(tokens, i) || (tokens[i].IsWord && tokens[i].Length > 4 && text.Chars(tokens[i]).EndsWith("ing", StringComparison.OrdinalIgnoreCase));

    private static bool EndsEd(TokenizedText text, in Token token) => token.IsWord && token.Length > 3 && text.Chars(token).EndsWith("ed", StringComparison.OrdinalIgnoreCase);

    private static bool IsComma(SentenceSlots slots, in Token token) => token.Kind == TokenKind.Punctuation && slots.Text.Source[token.Start] is ',' or '-' && (slots.Text.Source[token.Start] == ',' || (token.Flags & TokenFlags.AfterSpace) != 0);

    private static bool IsHardBound(SentenceSlots slots, ReadOnlySpan<Token> tokens, int i) =>
        (tokens[i].Kind == TokenKind.Punctuation && slots.Text.Source[tokens[i].Start] is ';' or ':' or '(' or ')' or '"' or '\u201C' or '\u201D' or '\u2018' or '\u2014' or '\u2013')
        || Subordinators.Contains(tokens[i].Term);

    private enum Intro : byte
    {
        None,
        Preposition,
        Joined,
        Relative,
        Verb,
    }

    private readonly record struct Chunk(int Start, int End, Intro Intro, bool IsRelativeVerb, bool HasWords);
}

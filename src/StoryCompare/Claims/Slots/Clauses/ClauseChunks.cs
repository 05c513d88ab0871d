using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Cuts a sentence into noun phrases, verb groups and the words between them. Shallow: a list of verb forms and what stands before a word; linear.</summary>
internal static class ClauseChunks
{
    private static readonly TermSet Auxiliaries = WordSets.Of("participant.auxiliaries");
    private static readonly TermSet Determiners = WordSets.Of("participant.determiners");
    private static readonly TermSet Prepositions = WordSets.Of("participant.prepositions").Concat([TermHash.Of("to"), TermHash.Of("until"), TermHash.Of("despite"), TermHash.Of("than"), TermHash.Of("as"), TermHash.Of("like"), TermHash.Of("towards"), TermHash.Of("toward")]).ToTermSet();
    private static readonly TermSet Adverbs = WordSets.Of("participant.adverbs");
    private static readonly TermSet Joiners = WordSets.Of("participant.joiners");
    private static readonly TermSet Subordinators = WordSets.Of("participant.subordinators");
    private static readonly TermSet Pronouns = TermHash.SetOf("he", "she", "it", "they", "him", "her", "them", "i", "we", "you", "me", "us", "himself", "herself", "themselves", "itself", "everyone", "everybody", "nobody", "someone", "somebody", "anyone");
    private static readonly TermSet Subjects = TermHash.SetOf("he", "she", "it", "they", "i", "we", "you", "who", "which");
    private static readonly TermSet Relatives = TermHash.SetOf("who", "which", "whom");
    private static readonly TermSet Be = TermHash.SetOf("is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't", "got", "gets", "get", "getting");
    private static readonly TermSet Modals = TermHash.SetOf("would", "wouldn't", "could", "couldn't", "can", "can't", "cannot", "should", "shouldn't", "may", "might", "must");
    private static readonly TermSet Will = TermHash.SetOf("will", "shall", "won't", "'ll");
    private static readonly TermSet Have = TermHash.SetOf("has", "have", "had", "having", "hasn't", "haven't", "hadn't");
    private static readonly TermSet Realised = WordSets.Of("proposition.realised");
    private static readonly TermSet Plurals = TermHash.SetOf("people", "police", "men", "women", "children");
    private static readonly TermSet Counts = WordSets.Of("participant.partitives");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint That = TermHash.Of("that");
    private static readonly uint Whose = TermHash.Of("whose");
    private static readonly uint Her = TermHash.Of("her");
    private static readonly uint Being = TermHash.Of("being");
    private static readonly uint According = TermHash.Of("according");
    private static readonly TermSet NotAdverbs = TermHash.SetOf("family", "reply", "supply", "assembly", "anomaly", "monopoly", "ally", "bully", "belly", "jelly", "butterfly", "elderly", "deadly", "friendly", "daily", "weekly", "monthly", "early", "lonely", "likely", "unlikely", "costly", "lively");
    private static readonly TermSet Doing = TermHash.SetOf("do", "does", "did", "don't", "doesn't", "didn't", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "won't", "wouldn't", "couldn't", "can't", "cannot");

    /// <summary>Fills the list with the chunks of a sentence, in order.</summary>
    public static void Cut(TokenizedText text, ReadOnlySpan<Token> tokens, List<Chunk> chunks)
    {
        chunks.Clear();
        int i = 0;
        while (i < tokens.Length)
        {
            ref readonly Token t = ref tokens[i];
            if (t.Kind == TokenKind.Punctuation)
            {
                char c = text.Source[t.Start];
                if (c is ',' or '(' or ')' or '\u2014' or '\u2013' || (c == '-' && (t.Flags & TokenFlags.AfterSpace) != 0))
                {
                    chunks.Add(new Chunk(ChunkKind.Comma, i, i + 1, i, ChunkTraits.None));
                }
                else if (c is ';' or ':')
                {
                    chunks.Add(new Chunk(ChunkKind.Bound, i, i + 1, i, ChunkTraits.None));
                }

                i++;
            }
            else if (Word(text, tokens, i, chunks) is { } kind)
            {
                chunks.Add(new Chunk(kind, i, i + 1, i, ChunkTraits.None));
                i++;
            }
            else if (IsAdverb(text, t) && !(i + 1 < tokens.Length && text.Source[tokens[i + 1].Start] == '-'))
            {
                i++;
            }
            else
            {
                i = Verb(text, tokens, i, chunks) is > 0 and int end ? end : Noun(text, tokens, i, chunks);
            }
        }
    }

    private static ChunkKind? Word(TokenizedText text, ReadOnlySpan<Token> tokens, int i, List<Chunk> chunks)
    {
        uint term = tokens[i].Term;
        if (term == That)
        {
            // "That day": a determiner.
            return i + 1 < tokens.Length && tokens[i + 1].IsContent && VerbForms.Of(tokens[i + 1]) == VerbForm.None && !tokens[i + 1].IsCapitalised && chunks.Count > 0 && chunks[^1].Kind == ChunkKind.Preposition ? null : ChunkKind.That;
        }

        return Joiners.Contains(term) ? ChunkKind.Joiner
            : term == According ? ChunkKind.Preposition
            : Relatives.Contains(term) ? ChunkKind.Relative
            : Subordinators.Contains(term) ? ChunkKind.Subordinator
            : Prepositions.Contains(term) && !(term == To && IsInfinitive(tokens, i)) ? ChunkKind.Preposition
            : null;
    }

    private static bool IsInfinitive(ReadOnlySpan<Token> tokens, int i)
    {
        int next = i + 1;
        while (next < tokens.Length && Adverbs.Contains(tokens[next].Term))
        {
            next++;
        }

        return next < tokens.Length && !tokens[next].IsCapitalised && (Auxiliaries.Contains(tokens[next].Term) || ((VerbForms.Of(tokens[next]) & VerbForm.Base) != 0));
    }

    private static bool IsAdverb(TokenizedText text, in Token t) =>
        Adverbs.Contains(t.Term) || (t.Length > 4 && !t.IsCapitalised && text.Chars(t).EndsWith("ly", StringComparison.Ordinal) && !NotAdverbs.Contains(t.Term) && NounClasses.Of(t) < 0 && VerbForms.Of(t) == VerbForm.None);

    // The token behind the verb group that starts here; 0 where none does.
    private static int Verb(TokenizedText text, ReadOnlySpan<Token> tokens, int i, List<Chunk> chunks)
    {
        ChunkTraits traits = ChunkTraits.None;
        int at = i;
        bool auxiliary = false;
        bool passive = false;
        bool have = false;
        if (tokens[at].Term == To)
        {
            bool realised = at > 0 && (Realised.Contains(tokens[at - 1].Term) || Have.Contains(tokens[at - 1].Term));
            traits |= ChunkTraits.Infinitive | (realised ? ChunkTraits.None : ChunkTraits.Unreal);
            at++;
        }

        while (at < tokens.Length)
        {
            ref readonly Token t = ref tokens[at];
            if (t.IsWord && Negations.At(tokens, at, text.Chars(t)) is NegationReach.Verbal or NegationReach.Implicative && (auxiliary || traits != ChunkTraits.None || Auxiliaries.Contains(t.Term)))
            {
                traits |= ChunkTraits.Negated;
            }
            else if (!Auxiliaries.Contains(t.Term) && !(IsAdverb(text, t) && (auxiliary || traits != ChunkTraits.None)))
            {
                break;
            }

            if (Auxiliaries.Contains(t.Term))
            {
                auxiliary = true;
                have = Have.Contains(t.Term);
                passive = Be.Contains(t.Term);
                traits |= Modals.Contains(t.Term) ? ChunkTraits.Unreal : Will.Contains(t.Term) ? ChunkTraits.Planned : ChunkTraits.None;
            }

            at++;
        }

        if (at < tokens.Length && tokens[at].IsWord)
        {
            VerbForm form = tokens[at].IsCapitalised && at > 0 ? VerbForm.None : FormOf(text, tokens[at]);
            bool main = auxiliary ? IsMain(form, passive, have) || (form == VerbForm.None && Doing.Contains(tokens[at - 1].Term) && tokens[at].IsContent && !tokens[at].IsCapitalised) : traits != ChunkTraits.None ? (form & VerbForm.Base) != 0 : IsBareVerb(text, tokens, at, form, chunks, ref traits);
            if (main)
            {
                bool gerund = (form & VerbForm.Gerund) != 0 && (form & VerbForm.Past) == 0;
                traits |= gerund ? ChunkTraits.Gerund : ChunkTraits.None;
                traits |= passive && !gerund && (form & VerbForm.Participle) != 0 ? ChunkTraits.Passive : ChunkTraits.None;
                chunks.Add(new Chunk(ChunkKind.Verb, i, at + 1, at, traits));
                return at + 1;
            }
        }

        if (!auxiliary)
        {
            return 0;
        }

        int last = at - 1;
        while (last > i && !Auxiliaries.Contains(tokens[last].Term))
        {
            last--;
        }

        chunks.Add(new Chunk(ChunkKind.Verb, i, at, last, traits | (passive ? ChunkTraits.Copula : ChunkTraits.None) | (tokens[i].Term == Being || tokens[i].Term == TermHash.Of("having") ? ChunkTraits.Bare | ChunkTraits.Gerund : ChunkTraits.None)));
        return at;
    }

    // A word that no list holds is a past by its ending.
    private static VerbForm FormOf(TokenizedText text, in Token t) =>
        VerbForms.Of(t) is var known && known != VerbForm.None ? known
        : t.IsWord && t.Length > 4 && text.Chars(t).EndsWith("ed", StringComparison.Ordinal) && !text.Chars(t).EndsWith("eed", StringComparison.Ordinal) ? VerbForm.Past | VerbForm.Participle : VerbForm.None;

    // "Was found", "had found", "did find"; not "was an open wound".
    private static bool IsMain(VerbForm form, bool passive, bool have) =>
        passive || have ? (form & (VerbForm.Participle | VerbForm.Gerund)) != 0 && !(have && (form & VerbForm.Participle) == 0)
        : (form & VerbForm.Base) != 0 || (form & VerbForm.Participle) != 0;

    private static bool IsBareVerb(TokenizedText text, ReadOnlySpan<Token> tokens, int at, VerbForm form, List<Chunk> chunks, ref ChunkTraits traits)
    {
        if (form == VerbForm.None)
        {
            return false;
        }

        bool pronoun = at > 0 && Subjects.Contains(tokens[at - 1].Term);
        ChunkKind? before = chunks.Count > 0 ? chunks[^1].Kind : null;
        bool nounBefore = before == ChunkKind.Phrase && chunks[^1].End >= at - 1;
        bool thingNext = at + 1 >= tokens.Length || tokens[at + 1].Kind == TokenKind.Punctuation || !tokens[at + 1].IsContent || tokens[at + 1].IsCapitalised || tokens[at + 1].Kind == TokenKind.Number || IsAdverb(text, tokens[at + 1]);
        if ((form & (VerbForm.Past | VerbForm.Participle)) != 0)
        {
            // "With sharpened spoons", "loaded revolvers": an attribute.
            if (!nounBefore && !pronoun && before is not (ChunkKind.Relative or ChunkKind.That or ChunkKind.Joiner or ChunkKind.Comma) && !thingNext)
            {
                return false;
            }

            if (before is ChunkKind.Preposition or ChunkKind.Verb && !(before == ChunkKind.Verb && thingNext))
            {
                return false;
            }

            // A participle is bare; a past may be.
            bool finite = before == ChunkKind.Verb && ((chunks[^1].Traits & ChunkTraits.Infinitive) != 0 || (chunks.Count > 1 && chunks[^2].Kind is ChunkKind.Relative or ChunkKind.That));
            traits |= (form & VerbForm.Past) == 0 || (before is ChunkKind.Verb or null && !finite) ? ChunkTraits.Bare : ChunkTraits.None;
            return true;
        }

        if ((form & VerbForm.Gerund) != 0)
        {
            traits |= ChunkTraits.Bare;
            return before is ChunkKind.Preposition or ChunkKind.Comma or null || (nounBefore && thingNext) || before == ChunkKind.Joiner || before == ChunkKind.Verb;
        }

        bool rare = (form & VerbForm.Rare) != 0;
        return pronoun || before == ChunkKind.Relative || (!rare && before is ChunkKind.Phrase or ChunkKind.That && nounBefore && thingNext && !((form & VerbForm.Base) != 0 && !IsPlural(text, tokens[at - 1])));
    }

    private static bool IsPlural(TokenizedText text, in Token t) =>
        Plurals.Contains(t.Term) || (t.IsWord && t.Length > 3 && text.Chars(t) is var chars && chars[^1] is 's' or 'S' && chars[^2] is not ('s' or 'u' or 'i' or 'a'));

    // A noun phrase; returns the token behind it, which is further on in any case.
    private static int Noun(TokenizedText text, ReadOnlySpan<Token> tokens, int i, List<Chunk> chunks)
    {
        if (Pronouns.Contains(tokens[i].Term) && !(tokens[i].Term == Her && i + 1 < tokens.Length && tokens[i + 1].IsContent && !tokens[i + 1].IsCapitalised && !(VerbForms.Of(tokens[i + 1]) is VerbForm.Base)))
        {
            chunks.Add(new Chunk(ChunkKind.Phrase, i, i + 1, i, ChunkTraits.Pronoun));
            return i + 1;
        }

        int head = -1;
        int at = i;
        bool time = false;
        ChunkTraits traits = tokens[i].Term == Whose ? ChunkTraits.Whose : ChunkTraits.None;
        while (at < tokens.Length)
        {
            ref readonly Token t = ref tokens[at];
            bool hyphen = t.Kind == TokenKind.Punctuation && text.Source[t.Start] is '-' or '\u2010' or '\u2011' && (t.Flags & TokenFlags.AfterSpace) == 0;
            bool quote = t.Kind == TokenKind.Punctuation && text.Source[t.Start] is '"' or '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\'';
            if (hyphen || quote || t.Kind == TokenKind.Symbol)
            {
                at++;
                continue;
            }

            bool joined = at > i && text.Source[tokens[at - 1].Start] is '-' or '\u2010' or '\u2011';
            if (t.Kind == TokenKind.Punctuation || (at > i && !joined && (Determiners.Contains(t.Term) && head >= 0 || Pronouns.Contains(t.Term) || Auxiliaries.Contains(t.Term) || Word(text, tokens, at, chunks) is not null || t.Term == To || t.Term == That || t.Term == Whose)))
            {
                break;
            }

            if (head >= 0 && !joined && (tokens[head].Flags & TokenFlags.Possessive) == 0 && IsVerbInside(text, tokens, i, at, head, traits))
            {
                break;
            }

            bool isTime = t.IsWord && PropositionReader.IsTime(t.Term);
            // "Monday evening | police"; not "a night guard".
            if (head >= 0 && isTime != time && !Counts.Contains(tokens[head].Term) && (isTime || (time && tokens[head].IsCapitalised)) && (tokens[head].Flags & TokenFlags.Possessive) == 0 && !joined && t.IsContent)
            {
                break;
            }

            if (t.IsContent && !(at > i && IsAdverb(text, t)))
            {
                head = at;
                time = isTime;
            }

            at++;
        }

        if (at == i)
        {
            return i + 1;
        }

        if (head >= 0)
        {
            chunks.Add(new Chunk(ChunkKind.Phrase, i, at, head, traits | (time ? ChunkTraits.Time : ChunkTraits.None)));
        }

        return at;
    }

    // Whether a verb starts inside what looked like a noun phrase: "the driver | swerved", "a bird | hit the".
    private static bool IsVerbInside(TokenizedText text, ReadOnlySpan<Token> tokens, int first, int at, int head, ChunkTraits traits)
    {
        ref readonly Token t = ref tokens[at];
        VerbForm form = t.IsCapitalised ? VerbForm.None : FormOf(text, t);
        if (form == VerbForm.None)
        {
            return IsAdverb(text, t) && at + 1 < tokens.Length && IsVerbInside(text, tokens, first, at + 1, head, traits);
        }

        if (Counts.Contains(tokens[head].Term) && (form & (VerbForm.Past | VerbForm.Participle)) == 0)
        {
            return false;
        }

        bool thingNext = at + 1 >= tokens.Length || tokens[at + 1].Kind == TokenKind.Punctuation || !tokens[at + 1].IsContent || tokens[at + 1].IsCapitalised || tokens[at + 1].Kind == TokenKind.Number || IsAdverb(text, tokens[at + 1]);
        if ((form & (VerbForm.Past | VerbForm.Participle)) != 0)
        {
            // "Two stolen cars": the head so far is a number or an adjective only where no noun stands before.
            return tokens[head].IsWord || thingNext;
        }

        if ((form & VerbForm.Gerund) != 0)
        {
            // "Faulty wiring caused": a noun.
            return thingNext && tokens[head].IsWord && at + 1 < tokens.Length && tokens[at + 1].Kind != TokenKind.Punctuation && !Auxiliaries.Contains(tokens[at + 1].Term);
        }

        return (form & VerbForm.Rare) == 0 && thingNext && tokens[head].IsWord && (form & VerbForm.Base) != 0 == IsPlural(text, tokens[head]) && !tokens[head].IsCapitalised | (form & VerbForm.Base) == 0;
    }
}

using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Reads the questions that texts leave open: "would not say where", "it is unclear how many".</summary>
internal static class QuestionReader
{
    // Tokens between the words that leave it open and the question; an aside between commas is passed over.
    private const int MostBetween = 3;
    private const int MostAside = 8;

    // Tokens and content words of a question.
    private const int MostTokens = 18;
    private const int MostBody = 8;

    // Tokens of a subject behind the question word, after which an aside may come.
    private const int MostSubject = 6;

    // Tokens from a negation to its verb, from there to the noun that is asked for, and from such a noun to the words that leave it open.
    private const int MostToVerb = 6;
    private const int MostToNoun = 6;
    private const int MostBefore = 9;

    private static readonly TermSet Anyone = WordSets.Of("question.anyone");
    private static readonly TermSet Tell = WordSets.Of("question.tell");
    private static readonly TermSet Know = WordSets.Of("question.know");
    private static readonly TermSet Refusing = WordSets.Of("question.refusing");
    private static readonly TermSet Sums = WordSets.Of("question.sums");
    private static readonly TermSet Adverbs = WordSets.Of("participant.adverbs");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint ConditionWord = TermHash.Of("condition");
    private static readonly uint ConditionsWord = TermHash.Of("conditions");
    private static readonly uint Location = TermHash.Of("location");
    private static readonly uint Whereabouts = TermHash.Of("whereabouts");
    private static readonly PhraseTable<string> Cues = PhraseTable.Load("question_cues.tsv");
    private static readonly TermSet Between = WordSets.Of("question.between");
    private static readonly TermSet Stops = WordSets.Of("question.stops");
    private static readonly TermSet Ties = WordSets.Of("question.ties");
    private static readonly TermSet Causing = WordSets.Of("question.causing");
    private static readonly TermSet Light = WordSets.Of("denial.light");
    private static readonly TermSet Modifying = WordSets.Of("proposition.ties");
    private static readonly TermSet Auxiliaries = WordSets.Of("participant.auxiliaries");
    private static readonly TermSet Asking = TermHash.SetOf("how", "who", "whom", "where", "when", "why", "what", "which", "whether", "if");
    private static readonly TermSet Many = TermHash.SetOf("many", "much");
    private static readonly uint Or = TermHash.Of("or");
    private static readonly uint And = TermHash.Of("and");
    private static readonly uint At = TermHash.Of("at");
    private static readonly uint Moment = TermHash.Of("time");
    private static readonly TermSet Reasons = TermHash.SetOf("reason", "reasons");
    private static readonly TermSet Persons = TermHash.SetOf("him", "her", "them");
    private static readonly uint How = TermHash.Of("how");
    private static readonly uint Long = TermHash.Of("long");
    private static readonly uint Who = TermHash.Of("who");
    private static readonly uint Where = TermHash.Of("where");
    private static readonly uint When = TermHash.Of("when");
    private static readonly uint Why = TermHash.Of("why");
    private static readonly uint What = TermHash.Of("what");
    private static readonly uint Which = TermHash.Of("which");
    private static readonly uint Whether = TermHash.Of("whether");
    private static readonly uint If = TermHash.Of("if");

    /// <summary>Whether words that leave something open start at the token.</summary>
    public static bool IsCue(TokenizedText text, ReadOnlySpan<Token> tokens, int index) => CueAt(text, tokens, index, out _) > 0;

    /// <summary>Whether the sentence leaves a question open.</summary>
    public static bool LeavesOpen(SentenceSlots slots) => slots.LeavesOpen ?? (slots.LeavesOpen = ReadsOpen(slots)).Value;

    private static bool ReadsOpen(SentenceSlots slots)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < tokens.Length; i++)
        {
            int length = CueAt(slots.Text, tokens, i, out _);
            if (length > 0 && AskingAfter(slots.Text, tokens, i + length, out _) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Tokens of the words that leave something open; 0 where none start here.
    private static int CueAt(TokenizedText text, ReadOnlySpan<Token> tokens, int index, out bool untold)
    {
        untold = false;
        if (!tokens[index].IsWord)
        {
            return 0;
        }

        if (Cues.Match(tokens, index, out int length) is { } kind)
        {
            untold = kind == "untold";
            return length;
        }

        // "Did not say", "has not yet been determined", "declined to reveal".
        bool refuses = Refusing.Contains(tokens[index].Term) && index + 1 < tokens.Length && tokens[index + 1].Term == To;
        if (!refuses && Negations.At(tokens, index, text.Chars(tokens[index])) != NegationReach.Verbal)
        {
            return 0;
        }

        for (int i = index + 1; i < Math.Min(tokens.Length, index + MostToVerb); i++)
        {
            bool knows = Know.Contains(tokens[i].Term);
            if (knows || Tell.Contains(tokens[i].Term))
            {
                untold = !knows;
                return i - index + 1;
            }

            if (tokens[i].IsContent && tokens[i].Length > 3 && !Adverbs.Contains(tokens[i].Term) && !text.Chars(tokens[i]).EndsWith("ly", StringComparison.OrdinalIgnoreCase))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>The questions of a sentence, at most one for each phrase that leaves one open.</summary>
    public static IEnumerable<OpenQuestion> Read(StoryContext story, ClaimContext context, SentenceRef at)
    {
        SentenceSlots slots = story.Slots(at);
        List<OpenQuestion> found = [];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < tokens.Length; i++)
        {
            int length = CueAt(slots.Text, tokens, i, out bool untold);
            int start = i > 0 && Auxiliaries.Contains(tokens[i - 1].Term) ? i - 1 : i;
            uint before = 0;
            int asking = length == 0 ? -1 : AskingAfter(slots.Text, tokens, i + length, out before);
            OpenQuestion? question = length == 0 ? null
                : asking >= 0 ? ReadAt(story, context, at, tokens, start, asking, before, untold)
                : ReadNoun(context, at, slots, tokens, i, i + length, untold);
            if (question is not null)
            {
                found.Add(question);
            }

            i += Math.Max(0, length - 1);
        }

        return found;
    }

    // "Did not release the condition of the victims"; "the terms of the deal were not disclosed".
    private static OpenQuestion? ReadNoun(ClaimContext context, SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int cue, int next, bool untold)
    {
        for (int i = next; i < Math.Min(tokens.Length, next + MostToNoun); i++)
        {
            if (AskedFor(tokens[i].Term) is { } asked && asked != Asked.Cause)
            {
                int end = i + 1;
                while (end < tokens.Length && end - i < MostTokens && !Ends(slots.Text, tokens, end))
                {
                    end++;
                }

                return new OpenQuestion(at, asked, new TextSpan(tokens[cue].Start, tokens[end - 1].End), [.. Body(context, at, slots, tokens, i, end, out _)], -1, "", 0, untold);
            }

            if (tokens[i].Kind == TokenKind.Punctuation || Stops.Contains(tokens[i].Term))
            {
                break;
            }
        }

        for (int i = cue - 1; i >= Math.Max(0, cue - MostBefore) && !Ends(slots.Text, tokens, i); i--)
        {
            if (AskedFor(tokens[i].Term) is { } asked)
            {
                // "The reason he was dismissed has not been made public"; "no reason was given" asks for what no word says.
                int end = cue;
                while (asked == Asked.Cause && end > i && Auxiliaries.Contains(tokens[end - 1].Term))
                {
                    end--;
                }

                List<(SlotWord, float)> body = Body(context, at, slots, tokens, i, end, out int core);
                return asked == Asked.Cause && core < 0 ? null : new OpenQuestion(at, asked, new TextSpan(tokens[i].Start, tokens[next - 1].End), [.. body], asked == Asked.Cause ? core : -1, "", 0, untold);
            }
        }

        return null;
    }

    private static Asked? AskedFor(uint noun) =>
        noun == ConditionWord || noun == ConditionsWord ? Asked.Condition : Sums.Contains(noun) ? Asked.Money : noun == Location || noun == Whereabouts ? Asked.Place : Reasons.Contains(noun) ? Asked.Cause : null;

    private static int AskingAfter(TokenizedText text, ReadOnlySpan<Token> tokens, int from, out uint before)
    {
        before = 0;
        int last = Math.Min(tokens.Length, from + MostBetween);
        // "It was unclear, the police said, who": an aside.
        if (from < tokens.Length && text.Source[tokens[from].Start] == ',')
        {
            int comma = from + 1;
            while (comma < Math.Min(tokens.Length, from + MostAside) && text.Source[tokens[comma].Start] != ',')
            {
                comma++;
            }

            from = comma + 1;
            last = Math.Min(tokens.Length, from + 1);
        }

        for (int i = from; i < last; i++)
        {
            if (Asking.Contains(tokens[i].Term))
            {
                return i;
            }

            if (!Between.Contains(tokens[i].Term))
            {
                return -1;
            }

            before = tokens[i].Term;
        }

        return -1;
    }

    private static OpenQuestion? ReadAt(StoryContext story, ClaimContext context, SentenceRef at, ReadOnlySpan<Token> tokens, int cue, int asking, uint before, bool untold)
    {
        SentenceSlots slots = story.Slots(at);
        int end = asking + 1;
        while (end < tokens.Length && end - asking < MostTokens && (!Ends(slots.Text, tokens, end) || JoinsNames(tokens, end)))
        {
            end++;
            // "Why Berg, a clerk for 15 years, was suspended": past the aside.
            if (end < tokens.Length && end - asking <= MostSubject && slots.Text.Source[tokens[end].Start] == ',' && !HoldsVerb(tokens, asking + 1, end))
            {
                end = AfterAside(slots.Text, tokens, end);
            }
        }

        if (tokens[asking].Term == Why && end == asking + 1)
        {
            // "Two men opened fire, but there was no indication why": what is told before.
            List<(SlotWord, float)> told = Body(context, at, slots, tokens, Math.Max(-1, cue - MostTokens), cue, out _);
            return told.Count < 2 ? null : new OpenQuestion(at, Asked.Cause, new TextSpan(tokens[cue].Start, tokens[asking].End), [.. told], -1, "", 0, untold);
        }

        if (end - asking < 2 || AskedFor(tokens, asking, end, before, out uint tie) is not { } asked)
        {
            return null;
        }

        // "How many shots", "which country": the noun is what is asked for.
        int noun = asked == Asked.Amount ? asking + 2 : tokens[asking].Term == Which || (tie != 0 && before != 0) ? asking + 1 : -1;
        List<(SlotWord, float)> body = Body(context, at, slots, tokens, Math.Max(asking, noun), end, out int core);
        core = asked == Asked.Actor && core < 0 && body.Count > 0 && tokens[asking + 1].IsContent ? 0 : core;
        tie = asked == Asked.Actor ? tokens[asking + 1].Stem : tie;
        if (asked == Asked.Actor)
        {
            AddWhom(story, context, at, tokens, cue, asking, end, body);
        }

        return body.Count == 0 ? null : new OpenQuestion(at, asked, new TextSpan(tokens[cue].Start, tokens[end - 1].End), [.. body], core, asked == Asked.Amount && noun < end ? slots.Text.String(tokens[noun].Span).ToLowerInvariant() : "", tie, untold) { IsOfAnyone = asked == Asked.Truth && asking + 1 < end && Anyone.Contains(tokens[asking + 1].Term) };
    }

    // "Berg was shot, and the police are investigating who wounded him": Berg.
    private static void AddWhom(StoryContext story, ClaimContext context, SentenceRef at, ReadOnlySpan<Token> tokens, int cue, int asking, int end, List<(SlotWord, float)> body)
    {
        bool pronoun = false;
        for (int i = asking + 1; i < end; i++)
        {
            pronoun |= Persons.Contains(tokens[i].Term);
        }

        SentenceSlots slots = story.Slots(at);
        for (int w = slots.Words.Length - 1; w >= 0 && pronoun; w--)
        {
            int t = slots.Words[w].Token - slots.Sentence.FirstToken;
            if (t < cue && context.PersonalOf(at, slots.Words[w]) is not null && !context.IsSource(at, tokens[t].Span))
            {
                body.Add((slots.Words[w], slots.Words[w].Weight));
                return;
            }
        }
    }

    // "How Ann and Lisa died".
    private static bool JoinsNames(ReadOnlySpan<Token> tokens, int i) => tokens[i].Term == And && i + 1 < tokens.Length && tokens[i - 1].IsCapitalised && tokens[i + 1].IsCapitalised;

    // "Why the headmaster, who ran it for years, was": the subject alone, so far.
    private static bool HoldsVerb(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (Auxiliaries.Contains(tokens[i].Term) || (VerbForms.Of(tokens[i]) & (VerbForm.Past | VerbForm.Participle)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static List<(SlotWord, float)> Body(ClaimContext context, SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int after, int end, out int core)
    {
        core = -1;
        List<(SlotWord, float)> body = [];
        int verb = end - 1;
        while (verb > after && (verb < 0 || !Auxiliaries.Contains(tokens[verb].Term)))
        {
            verb--;
        }

        foreach (SlotWord w in slots.Words)
        {
            int t = w.Token - slots.Sentence.FirstToken;
            if (t > after && t < end && body.Count < MostBody && tokens[t].IsWord && w.Weight > 0.15f && !PropositionReader.IsTime(w.Term) && !(w.Term == Moment && t > 1 && tokens[t - 2].Term == At) && !context.IsSource(at, tokens[t].Span))
            {
                // Behind an auxiliary; without one the first past form ("how the women died").
                bool tells = verb > after ? t > verb : t > after + 1 && (VerbForms.Of(tokens[t]) & VerbForm.Past) != 0 && !tokens[t].IsCapitalised;
                core = core < 0 && tells && !Light.Contains(w.Term) ? body.Count : core;
                body.Add((w, t < verb && IsModifier(tokens, after, t) ? w.Weight / 2 : w.Weight));
            }
        }

        // "Whether they were customers or staff": either answers.
        for (int i = Math.Max(0, Math.Max(after, verb)); i < end; i++)
        {
            core = tokens[i].Term == Or ? -1 : core;
        }

        return body;
    }

    // "The nine men in the ship's custody can be handed over": the ship and the custody only say which men.
    private static bool IsModifier(ReadOnlySpan<Token> tokens, int after, int at)
    {
        for (int i = at - 1; i > after; i--)
        {
            if (Modifying.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static int AfterAside(TokenizedText text, ReadOnlySpan<Token> tokens, int comma)
    {
        for (int i = comma + 1; i < Math.Min(tokens.Length - 1, comma + MostAside + 2); i++)
        {
            if (text.Source[tokens[i].Start] == ',')
            {
                return i + 1;
            }
        }

        return comma;
    }

    private static bool Ends(TokenizedText text, ReadOnlySpan<Token> tokens, int i) =>
        Stops.Contains(tokens[i].Term)
        || (tokens[i].Kind == TokenKind.Punctuation && text.Source[tokens[i].Start] is ',' or ';' or ':' or '(' or ')' or '"' or '\u201D' or '\u2014' or '.' or '?');

    private static Asked? AskedFor(ReadOnlySpan<Token> tokens, int asking, int end, uint before, out uint tie)
    {
        tie = 0;
        uint word = tokens[asking].Term;
        uint next = tokens[asking + 1].Term;
        if (word == How)
        {
            return Many.Contains(next) ? Asked.Amount : next == Long ? Asked.Duration : tokens[asking + 1].IsContent && !tokens[asking + 1].IsCapitalised ? null : Asked.Manner;
        }

        if (word == Whether || word == If)
        {
            return Asked.Truth;
        }

        if (word == What || word == Which)
        {
            tie = Ties.Contains(tokens[end - 1].Term) ? tokens[end - 1].Term : Ties.Contains(before) ? before : 0;
            return Causing.Contains(next) ? Asked.Cause : tie != 0 ? Asked.Object : null;
        }

        return word == Where ? Asked.Place : word == When ? Asked.Time : word == Why ? Asked.Cause : word == Who && tokens[asking + 1].IsWord ? Asked.Actor : null;
    }
}

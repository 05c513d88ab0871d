using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>What an open question asks for.</summary>
internal enum Asked : byte
{
    /// <summary>"How many shots were fired".</summary>
    Amount,
    /// <summary>"How long he had worked there".</summary>
    Duration,
    /// <summary>"Where she is treated".</summary>
    Place,
    /// <summary>"When it will reopen".</summary>
    Time,
    /// <summary>"Who fired first".</summary>
    Actor,
    /// <summary>"Why he was dismissed", "what led to the crash".</summary>
    Cause,
    /// <summary>"How she died".</summary>
    Manner,
    /// <summary>"What she is treated for", "to which country they go".</summary>
    Object,
    /// <summary>"Whether he had a licence".</summary>
    Truth,
}

/// <summary>A question that a sentence leaves open.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Asked">What is asked for.</param>
/// <param name="Span">The words that leave it open, with the question.</param>
/// <param name="Body">The content words of the question, in text order, with what each weighs: modifiers of the subject half.</param>
/// <param name="Core">Index in the body of what the question tells first of all ("received" in "whether the church had received threats" gives way to "threats"); -1 where word order does not tell.</param>
/// <param name="Noun">What is counted ("how many shots": shots), lower case; empty for other questions.</param>
/// <param name="Tie">The preposition that ties the answer ("treated for"); 0 where none does.</param>
/// <param name="IsUntold">Whether somebody does not say it, rather than does not know it.</param>
internal sealed record OpenQuestion(SentenceRef At, Asked Asked, TextSpan Span, (SlotWord Word, float Weight)[] Body, int Core, string Noun, uint Tie, bool IsUntold);

/// <summary>Reads the questions that texts leave open: "would not say where", "it is unclear how many".</summary>
internal static class QuestionReader
{
    // Tokens between the words that leave it open and the question; an aside between commas is passed over.
    private const int MostBetween = 3;
    private const int MostAside = 8;

    // Tokens and content words of a question.
    private const int MostTokens = 18;
    private const int MostBody = 8;

    private static readonly PhraseTable Cues = PhraseTable.Load("question_cues.tsv");
    private static readonly FrozenSet<uint> Between = WordSets.Of("question.between");
    private static readonly FrozenSet<uint> Stops = WordSets.Of("question.stops");
    private static readonly FrozenSet<uint> Ties = WordSets.Of("question.ties");
    private static readonly FrozenSet<uint> Causing = WordSets.Of("question.causing");
    private static readonly FrozenSet<uint> Light = WordSets.Of("denial.light");
    private static readonly FrozenSet<uint> Modifying = WordSets.Of("proposition.ties");
    private static readonly FrozenSet<uint> Auxiliaries = WordSets.Of("participant.auxiliaries");
    private static readonly FrozenSet<uint> Asking = TermHash.SetOf("how", "who", "whom", "where", "when", "why", "what", "which", "whether", "if");
    private static readonly FrozenSet<uint> Many = TermHash.SetOf("many", "much");
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

    /// <summary>Whether a phrase that leaves something open starts at the token.</summary>
    public static bool IsCue(ReadOnlySpan<Token> tokens, int index) => Cues.Match(tokens, index, out _) is not null;

    /// <summary>Whether the sentence leaves something open.</summary>
    public static bool LeavesOpen(SentenceSlots slots)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Cues.Match(tokens, i, out _) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The questions of a sentence, at most one for each phrase that leaves one open.</summary>
    public static IEnumerable<OpenQuestion> Read(StoryContext story, ClaimContext context, SentenceRef at)
    {
        SentenceSlots slots = story.Slots(at);
        List<OpenQuestion> found = [];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Cues.Match(tokens, i, out int length) is not { } kind)
            {
                continue;
            }

            int asking = AskingAfter(slots.Text, tokens, i + length, out uint before);
            if (asking >= 0 && ReadAt(story, context, at, tokens, i, asking, before, kind == "untold") is { } question)
            {
                found.Add(question);
            }

            i += length - 1;
        }

        return found;
    }

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
        while (end < tokens.Length && end - asking < MostTokens && !Ends(slots.Text, tokens, end))
        {
            end++;
        }

        if (end - asking < 2 || AskedFor(tokens, asking, end, before, out uint tie) is not { } asked)
        {
            return null;
        }

        // "How many shots", "which country": the noun is what is asked for.
        int noun = asked == Asked.Amount ? asking + 2 : tokens[asking].Term == Which || (tie != 0 && before != 0) ? asking + 1 : -1;
        List<(SlotWord, float)> body = Body(context, at, slots, tokens, Math.Max(asking, noun), end, out int core);
        return body.Count == 0 ? null : new OpenQuestion(at, asked, new TextSpan(tokens[cue].Start, tokens[end - 1].End), [.. body], core, asked == Asked.Amount && noun < end ? slots.Text.String(tokens[noun].Span).ToLowerInvariant() : "", tie, untold);
    }

    private static List<(SlotWord, float)> Body(ClaimContext context, SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int after, int end, out int core)
    {
        core = -1;
        List<(SlotWord, float)> body = [];
        int verb = end - 1;
        while (verb > after && !Auxiliaries.Contains(tokens[verb].Term))
        {
            verb--;
        }

        foreach (SlotWord w in slots.Words)
        {
            int t = w.Token - slots.Sentence.FirstToken;
            if (t > after && t < end && body.Count < MostBody && tokens[t].IsWord && w.Weight > 0.15f && !PropositionReader.IsTime(w.Term) && !context.IsSource(at, tokens[t].Span))
            {
                core = core < 0 && t > verb && verb > after && !Light.Contains(w.Term) ? body.Count : core;
                body.Add((w, t < verb && IsModifier(tokens, after, t) ? w.Weight / 2 : w.Weight));
            }
        }

        return body;
    }

    // "The 23 men in the ship's custody can be handed over": the ship and the custody only say which men.
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
            return Many.Contains(next) ? Asked.Amount : next == Long ? Asked.Duration : tokens[asking + 1].IsContent ? null : Asked.Manner;
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

using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds a cause or motive that one text calls unknown and another gives.</summary>
/// <remarks>Both must speak of the same effect, or name the question alike ("motive"); a guess ("most likely") makes it low, a later text an update. Linear in the sentences found.</remarks>
internal sealed class CauseConflicts
{
    // Sentences of either kind that are compared.
    private const int MostOfKind = 60;

    // Tokens between the question and the words that leave it open or answer it.
    private const int Near = 9;

    // Tokens from "died" to "of".
    private const int MostToCause = 5;

    private static readonly TermSet Causes = TermHash.SetOf("cause", "causes", "reason", "reasons", "origin", "trigger");
    private static readonly TermSet Reasons = TermHash.SetOf("reason", "reasons");
    private static readonly TermSet Motives = TermHash.SetOf("motive", "motives", "motivation");
    private static readonly TermSet Open = TermHash.SetOf("unclear", "unknown", "undetermined", "mystery", "unexplained", "uncertain");
    private static readonly TermSet Found = WordSets.Of("cause.found");
    private static readonly TermSet Investigated = TermHash.SetOf("investigated", "investigation", "investigating", "determine", "establish");
    private static readonly TermSet Asks = TermHash.SetOf("what", "why", "how");
    private static readonly TermSet Caused = TermHash.SetOf("caused", "triggered", "sparked", "ignited", "provoked");
    private static readonly TermSet Brought = WordSets.Of("cause.brought");
    // Verbs that tell who or what did the harm, where they have a subject and an object.
    private static readonly TermSet Harmed = WordSets.Of("cause.harmed");
    private static readonly uint Down = TermHash.Of("down");
    private static readonly uint Due = TermHash.Of("due");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint Because = TermHash.Of("because");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint From = TermHash.Of("from");
    private static readonly TermSet Deadly = TermHash.SetOf("died", "dies", "die", "death", "succumbed");
    // Words that say how it came about: "the fire was arson".
    private static readonly TermSet Natures = WordSets.Of("cause.natures");
    private static readonly TermSet Articles = WordSets.Of("denial.articles");
    private static readonly TermSet Linking = WordSets.Of("cause.linking");
    private static readonly TermSet Guess = WordSets.Of("cause.guess");
    private static readonly TermSet Generic = WordSets.Of("cause.generic");

    private readonly StoryContext _story;
    private readonly ClaimContext _context;
    private readonly HashSet<uint> _central;

    private CauseConflicts(StoryContext story, ClaimContext context)
    {
        _story = story;
        _context = context;
        _central = Central(story);
    }

    /// <summary>Adds the conflicts to the ledger: across articles, and inside one.</summary>
    public static void Find(StoryContext story, ClaimContext context, ConflictLedger ledger)
    {
        CauseConflicts finder = new(story, context);
        List<Question> open = [];
        List<Question> given = [];
        foreach (SentenceRef at in story.Statements())
        {
            if (finder.ReadOpen(at) is { } question && open.Count < MostOfKind)
            {
                open.Add(question);
            }
            else if (finder.ReadGiven(at) is { } answer && given.Count < MostOfKind)
            {
                given.Add(answer);
            }
        }

        finder.Write(open, given, internally: false, ledger);
        finder.Write(open, given, internally: true, ledger);
    }

    private void Write(List<Question> open, List<Question> given, bool internally, ConflictLedger ledger)
    {
        List<(Question Open, Question Given)> pairs = [.. from o in open from g in given where IsOne(o, g, internally) select (o, g)];
        foreach (IGrouping<(bool, int), (Question Open, Question Given)> one in pairs.GroupBy(p => (p.Open.IsMotive, internally ? p.Open.At.Article : 0)))
        {
            SentenceRef[] unknown = [.. one.Select(static p => p.Open.At).Distinct()];
            // Who gives it outright stands before who guesses.
            bool sure = one.Any(static p => !p.Given.IsGuess);
            SentenceRef[] known = [.. one.Where(p => !sure || !p.Given.IsGuess).Select(static p => p.Given.At).Distinct().Where(s => !unknown.Contains(s))];
            if (known.Length == 0)
            {
                continue;
            }

            bool guess = one.All(static p => p.Given.IsGuess);
            bool update = !internally && _context.TimeExplains(known, unknown);
            string word = one.Key.Item1 ? "motive" : "cause";
            ledger.Add(new ConflictDraft
            {
                Kind = ConflictKind.Certainty,
                Severity = guess || internally || !one.Any(static p => p.Given.IsPlain && !p.Given.IsGuess && (p.Open.IsMotive || (p.Open.Head.Count > 0 ? p.Given.Head.Count > 0 : p.Open.Effect.Count == 0) || p.Open.Effect.Count(p.Given.Effect.Contains) >= 3)) ? Severity.Low : Severity.Medium,
                About = word,
                ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
                Explanation = $"the {word} is unknown on one side, {(guess ? "guessed" : "given")} on the other",
                Sides = [new SideDraft("unknown", unknown), new SideDraft(guess ? "guessed" : "given", known)],
                Details = [$"certainty: {word} of one effect; open \"{_story.Analyzed(unknown[0].Article).Text.String(one.First().Open.Words)}\", given \"{_story.Analyzed(known[0].Article).Text.String(one.First(p => p.Given.At == known[0]).Given.Words)}\""],
            });
        }
    }

    private bool IsOne(Question open, Question given, bool internally)
    {
        if (internally != (open.At.Article == given.At.Article) || (internally && !open.IsMotive) || open.IsMotive != given.IsMotive || open.At == given.At || (open.IsReasonOrNature && given.IsReasonOrNature)
            || (!internally && !_context.MayConflict(open.At, given.At)) || _context.DifferInScope(open.At, given.At))
        {
            return false;
        }

        if (open.IsMotive)
        {
            return true;
        }

        // What is asked for must be what is brought about, where both tell it.
        if (open.Head.Count > 0 && given.Head.Count > 0 && !open.Head.Any(h => given.Head.Any(g => IsKin(h, g))))
        {
            return false;
        }

        // Of one effect: a word of it in both, or both of what the story is about.
        return open.Effect.Overlaps(given.Effect) || (open.Head.Count > 0 && given.Head.Count > 0) || (open.Effect.Count == 0 && given.Effect.Overlaps(_central));
    }

    private Question? ReadOpen(SentenceRef at)
    {
        SentenceSlots slots = _story.Slots(at);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < tokens.Length; i++)
        {
            bool motive = Motives.Contains(tokens[i].Term);
            bool cause = Causes.Contains(tokens[i].Term) || (Asks.Contains(tokens[i].Term) && i + 1 < tokens.Length && Caused.Contains(tokens[i + 1].Term));
            if (!motive && !cause)
            {
                continue;
            }

            for (int j = Math.Max(0, i - Near); j < Math.Min(tokens.Length, i + (2 * Near)); j++)
            {
                bool open = Open.Contains(tokens[j].Term) || (j < i && QuestionReader.IsCue(slots.Text, tokens, j))
                    || (Found.Contains(tokens[j].Term) && IsNegatedAt(slots, tokens, j))
                    || (j > i && Investigated.Contains(tokens[j].Term) && j - i <= Near);
                if (open)
                {
                    return new Question(at, motive, Effect(at, slots), HeadAfter(slots, i), false, true, new TextSpan(Math.Min(tokens[i].Start, tokens[j].Start), Math.Max(tokens[i].End, tokens[j].End))) { IsReasonOrNature = Reasons.Contains(tokens[i].Term) };
                }
            }
        }

        return null;
    }

    private static bool IsNegatedAt(SentenceSlots slots, ReadOnlySpan<Token> tokens, int at)
    {
        for (int i = Math.Max(0, at - 4); i < at; i++)
        {
            if (Negations.At(tokens, i, slots.Text.Chars(tokens[i])) != NegationReach.None)
            {
                return true;
            }
        }

        return false;
    }

    private Question? ReadGiven(SentenceRef at)
    {
        SentenceSlots slots = _story.Slots(at);
        if (slots.HasNegation || slots.Certainty >= Certainty.Unconfirmed || slots.Text.Source[slots.Sentence.Span.End - 1] == '?')
        {
            return null;
        }

        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        bool guess = false;
        foreach (Token t in tokens)
        {
            guess |= Guess.Contains(t.Term);
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            bool motive = Motives.Contains(tokens[i].Term);
            // "The motive was revenge"; "the cheese was the cause".
            if ((motive || Causes.Contains(tokens[i].Term)) && HasNear(tokens, i, Linking, after: true, 4) && HasContentAfter(tokens, i))
            {
                return new Question(at, motive, Effect(at, slots), [], guess, true, tokens[i].Span);
            }

            if (Causes.Contains(tokens[i].Term) && HasNear(tokens, i, Linking, after: false, 3))
            {
                return new Question(at, false, Effect(at, slots), [], guess, true, tokens[i].Span);
            }

            if (Deadly.Contains(tokens[i].Term) && IsFollowedByCause(tokens, i))
            {
                // "Died of heart failure": the cause of a death.
                return new Question(at, false, Effect(at, slots), [tokens[i].Stem], guess, false, tokens[i].Span);
            }

            if (Natures.Contains(tokens[i].Term))
            {
                return new Question(at, false, Effect(at, slots, slots.Words.FirstOrDefault(w => w.Token - slots.Sentence.FirstToken == i).Clause), [], guess, false, tokens[i].Span) { IsReasonOrNature = true };
            }

            bool because = i + 1 < tokens.Length && ((tokens[i].Term == Due && tokens[i + 1].Term == To) || (tokens[i].Term == Because && tokens[i + 1].Term == Of));
            if (Harmed.Contains(tokens[i].Term) && PropositionReader.Read(_story.Articles[at.Article], at, i, 1, negated: false) is { Before.Count: > 0 } harm && !harm.Passive && (!harm.NoObject || (i + 1 < tokens.Length && tokens[i + 1].Term == Down)))
            {
                return new Question(at, false, Effect(at, slots), [], guess, false, tokens[i].Span);
            }

            if ((Brought.Contains(tokens[i].Term) || because) && i > 0)
            {
                // "The cut was caused by an anchor", "the anchor caused the cut": what is brought about, not what brings it about.
                bool backward = because || PropositionReader.Read(_story.Articles[at.Article], at, i, 1, negated: false).Passive;
                return new Question(at, false, Effect(at, slots), Side(at, slots, i, backward), guess, Caused.Contains(tokens[i].Term), tokens[i].Span);
            }
        }

        return null;
    }

    // "Died of heart failure", "died early on Monday of heart failure"; not "the death of Berg".
    private static bool IsFollowedByCause(ReadOnlySpan<Token> tokens, int death)
    {
        for (int i = death + 1; i < Math.Min(tokens.Length - 1, death + MostToCause); i++)
        {
            if (tokens[i].Term == Of || tokens[i].Term == From)
            {
                return tokens[i + 1].IsWord && !tokens[i + 1].IsCapitalised;
            }

            if (tokens[i].Kind == TokenKind.Punctuation || !(tokens[i].IsStopWord || PropositionReader.IsTime(tokens[i].Term)))
            {
                return false;
            }
        }

        return false;
    }

    private static bool HasNear(ReadOnlySpan<Token> tokens, int at, TermSet words, bool after, int reach)
    {
        for (int i = after ? at + 1 : Math.Max(0, at - reach); i < (after ? Math.Min(tokens.Length, at + reach + 1) : at); i++)
        {
            if (words.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasContentAfter(ReadOnlySpan<Token> tokens, int at)
    {
        for (int i = at + 1; i < Math.Min(tokens.Length, at + Near); i++)
        {
            if (tokens[i].IsContent && !Found.Contains(tokens[i].Term) && !Investigated.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKin(uint a, uint b) => a == b || Kinship.Of(a, b) != KinKind.None;

    // "The cause of the fire", "what caused the cut": the words right behind.
    private static HashSet<uint> HeadAfter(SentenceSlots slots, int question)
    {
        HashSet<uint> head = [];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        int i = question + 1;
        while (i < tokens.Length && (Caused.Contains(tokens[i].Term) || tokens[i].Term == Of || Articles.Contains(tokens[i].Term)))
        {
            i++;
        }

        // Only a noun that stands right there: "the cause is unknown" leaves it to the story.
        if (i == question + 1)
        {
            return head;
        }

        for (; i < tokens.Length && tokens[i].IsWord && !tokens[i].IsStopWord; i++)
        {
            if (!Generic.Contains(tokens[i].Term))
            {
                head.Add(tokens[i].Stem);
            }
        }

        return head;
    }

    private HashSet<uint> Side(SentenceRef at, SentenceSlots slots, int cue, bool before) =>
        [.. slots.Words.Where(w => before ? w.Token - slots.Sentence.FirstToken < cue : w.Token - slots.Sentence.FirstToken > cue).Where(w => !Generic.Contains(w.Term) && !PropositionReader.IsTime(w.Term) && !_context.IsSource(at, slots.Text.Tokens[w.Token].Span)).Select(static w => w.Stem)];

    // The telling words of the sentence but for the question itself and who speaks.
    private HashSet<uint> Effect(SentenceRef at, SentenceSlots slots, int clause = -1) =>
        [.. slots.Words.Where(w => (clause < 0 || w.Clause == clause) && w.Weight >= 0.8f && !Generic.Contains(w.Term) && !PropositionReader.IsTime(w.Term) && slots.Text.Tokens[w.Token].IsWord && !_context.IsSource(at, slots.Text.Tokens[w.Token].Span) && !_context.IsName(at, w)).Select(static w => w.Stem)];

    // Words of the headlines and first sentences of most articles.
    private static HashSet<uint> Central(StoryContext story)
    {
        Dictionary<uint, int> counts = [];
        foreach (ArticleSlots article in story.Articles)
        {
            HashSet<uint> stems = [];
            for (int s = 0; s < Math.Min(article.SentenceCount, 3); s++)
            {
                stems.UnionWith(article[s].Words.Where(static w => w.Weight >= 0.8f).Select(static w => w.Stem));
            }

            foreach (uint stem in stems)
            {
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
            }
        }

        return [.. counts.Where(c => c.Value * 2 > story.Articles.Length).Select(static c => c.Key)];
    }

    private sealed record Question(SentenceRef At, bool IsMotive, HashSet<uint> Effect, HashSet<uint> Head, bool IsGuess, bool IsPlain, TextSpan Words)
    {
        /// <summary>Asked for as a reason ("the reason why he left"), or given as how it came about ("accidentally"): the one does not answer the other.</summary>
        public bool IsReasonOrNature { get; init; }
    }
}

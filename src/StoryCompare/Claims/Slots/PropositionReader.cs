using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads a predicate with what stands around it. Shallow: word order and function words, no parser.</summary>
internal static class PropositionReader
{
    // Content words taken on either side, and tokens looked at for them.
    private const int MostWords = 5;
    private const int Reach = 10;

    private static readonly TermSet Be = WordSets.Of("proposition.be");
    private static readonly TermSet Modals = WordSets.Of("proposition.modals");
    private static readonly TermSet Hedges = WordSets.Of("proposition.hedges");
    private static readonly TermSet Prepositions = WordSets.Of("proposition.prepositions");
    private static readonly TermSet Stops = WordSets.Of("proposition.stops");
    private static readonly TermSet Pronouns = WordSets.Of("proposition.pronouns");
    private static readonly TermSet You = TermHash.SetOf("you", "your", "you're", "you've", "you'd");
    private static readonly TermSet Realised = WordSets.Of("proposition.realised");
    private static readonly TermSet Time = WordSets.Of("proposition.time");
    private static readonly TermSet Ties = WordSets.Of("proposition.ties");
    private static readonly TermSet Governors = WordSets.Of("proposition.governors");
    private static readonly TermSet Conditions = TermHash.SetOf("if", "whether", "unless", "until");
    private static readonly uint That = TermHash.Of("that");
    private static readonly uint From = TermHash.Of("from");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint Being = TermHash.Of("being");

    /// <summary>Whether the word tells a time: it takes no part.</summary>
    public static bool IsTime(uint term) => Time.Contains(term);

    /// <summary>The predicate that stands at <paramref name="first"/>.</summary>
    public static Proposition Read(ArticleSlots article, SentenceRef at, int first, int count, bool negated)
    {
        SentenceSlots slots = article[at.Sentence];
        TokenizedText text = slots.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(slots.Sentence);
        int clauseStart = first;
        while (clauseStart > 0 && !IsBoundary(text, tokens[clauseStart - 1], commas: false) && !Stops.Contains(tokens[clauseStart].Term))
        {
            clauseStart--;
        }

        int clauseEnd = first + count;
        while (clauseEnd < tokens.Length && !IsBoundary(text, tokens[clauseEnd], commas: true) && !Stops.Contains(tokens[clauseEnd].Term))
        {
            clauseEnd++;
        }

        bool real = text.Source[slots.Sentence.Span.End - 1] != '?' && !IsInfinitive(tokens, first) && !IsGoverned(tokens, clauseStart);
        bool hedged = slots.Certainty is Certainty.Hedged or Certainty.Unconfirmed;
        // "They had said they would, and the party voted against it": a modal before the last comma is another verb's.
        int comma = first;
        while (comma > clauseStart && !IsBoundary(text, tokens[comma - 1], commas: true))
        {
            comma--;
        }

        for (int i = clauseStart; i < clauseEnd; i++)
        {
            real &= i >= first || !Modals.Contains(tokens[i].Term) || (i < comma && !Conditions.Contains(tokens[i].Term));
            real &= !You.Contains(tokens[i].Term);
            hedged |= Hedges.Contains(tokens[i].Term);
        }

        return new Proposition
        {
            At = at,
            First = first,
            Count = count,
            Span = new TextSpan(tokens[first].Start, tokens[first + count - 1].End),
            Clause = new TextSpan(tokens[clauseStart].Start, tokens[clauseEnd - 1].End),
            Negated = negated,
            Real = real,
            Hedged = hedged,
            Passive = IsPassive(text, tokens, first),
            Slots = slots,
            ClauseTokens = (clauseStart, clauseEnd),
            SubjectIsPronoun = SubjectIsPronoun(tokens, clauseStart, first),
            NoObject = first + count >= tokens.Length || tokens[first + count].Kind == TokenKind.Punctuation || Prepositions.Contains(tokens[first + count].Term),
        };
    }

    // "Denied that the gate had failed", "fears that": what is told of is not stated.
    private static bool IsGoverned(ReadOnlySpan<Token> tokens, int start)
    {
        if (tokens[start].Term != That)
        {
            return false;
        }

        for (int i = start - 1; i >= Math.Max(0, start - 3); i--)
        {
            if (Governors.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Content words of the clause before the predicate, those of its head first.</summary>
    public static List<SlotWord> Before(SentenceSlots slots, int start, int first)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        List<SlotWord> words = [];
        int from = Math.Max(start, first - Reach);
        for (int w = slots.Words.Length - 1; w >= 0 && words.Count < MostWords; w--)
        {
            int t = slots.Words[w].Token - slots.Sentence.FirstToken;
            if (t >= first)
            {
                continue;
            }

            if (t < from)
            {
                break;
            }

            if (!Time.Contains(slots.Words[w].Term) && tokens[t].IsWord)
            {
                words.Add(slots.Words[w]);
            }
        }

        return HeadFirst(slots, tokens, words);
    }

    // "The dam above the valley has cracked": the dam, not the valley. Words that a preposition ties to an earlier noun go last.
    private static List<SlotWord> HeadFirst(SentenceSlots slots, ReadOnlySpan<Token> tokens, List<SlotWord> words)
    {
        List<SlotWord> head = [];
        List<SlotWord> rest = [];
        int start = 0;
        while (start < words.Count)
        {
            int end = start;
            bool modifier = false;
            while (end < words.Count)
            {
                int t = words[end].Token - slots.Sentence.FirstToken - 1;
                while (t >= 0 && tokens[t].IsStopWord && !Ties.Contains(tokens[t].Term))
                {
                    t--;
                }

                end++;
                modifier = t >= 0 && Ties.Contains(tokens[t].Term);
                if (modifier || t < 0 || tokens[t].Kind == TokenKind.Punctuation || (end < words.Count && words[end].Token - slots.Sentence.FirstToken != t))
                {
                    break;
                }
            }

            (modifier && head.Count == 0 ? rest : head.Count == 0 ? head : rest).AddRange(words[start..end]);
            start = end;
        }

        return [.. head, .. rest];
    }

    /// <summary>Content words of the clause behind the predicate.</summary>
    public static List<SlotWord> After(SentenceSlots slots, int next, int end)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        List<SlotWord> words = [];
        int to = Math.Min(end, next + Reach);
        foreach (SlotWord w in slots.Words)
        {
            int t = w.Token - slots.Sentence.FirstToken;
            if (t >= next && t < to && words.Count < MostWords && !Time.Contains(w.Term) && tokens[t].IsWord)
            {
                words.Add(w);
            }
        }

        return words;
    }

    // "to restore", "trying to identify": not done, unless the verb before it says so ("managed to").
    private static bool IsInfinitive(ReadOnlySpan<Token> tokens, int first)
    {
        // "Kept the fire from spreading".
        if (first > 0 && tokens[first - 1].Term == From)
        {
            return true;
        }

        // "To keep her alive".
        int reach = first > 1 && Pronouns.Contains(tokens[first - 1].Term) ? 3 : 2;
        for (int i = first - 1; i >= Math.Max(0, first - reach); i--)
        {
            if (tokens[i].Term == To)
            {
                return i == 0 || !Realised.Contains(tokens[i - 1].Term);
            }

            if (tokens[i].IsContent && reach == 2)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsPassive(TokenizedText text, ReadOnlySpan<Token> tokens, int first)
    {
        // "Were struggling to restore power": active.
        if (text.Chars(tokens[first]).EndsWith("ing", StringComparison.OrdinalIgnoreCase) && !(first > 0 && tokens[first - 1].Term == Being))
        {
            return false;
        }

        for (int i = first - 1; i >= Math.Max(0, first - 4); i--)
        {
            if (Be.Contains(tokens[i].Term))
            {
                return true;
            }

            if (tokens[i].Kind == TokenKind.Punctuation || (tokens[i].IsContent && tokens[i].Length > 3 && i < first - 2))
            {
                return false;
            }
        }

        return false;
    }

    private static bool SubjectIsPronoun(ReadOnlySpan<Token> tokens, int start, int first)
    {
        for (int i = first - 1; i >= Math.Max(start, first - 5); i--)
        {
            if (Pronouns.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBoundary(TokenizedText text, in Token token, bool commas) =>
        token.Kind == TokenKind.Punctuation && (text.Source[token.Start] is ';' or ':' or '(' or ')' or '"' or '\u201C' or '\u201D' or '\u2014' || (commas && text.Source[token.Start] == ','));
}

using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>What a doubted clause is about: "unclear whether [the gate] [was closed] when the water rose".</summary>
/// <param name="Subject">Content words before its verb; none for a phrase.</param>
/// <param name="Predicates">Content words from its verb on, for each alternative ("or"); of a phrase all of it.</param>
internal sealed record DoubtCore(SlotWord[] Subject, SlotWord[][] Predicates)
{
    // Share of a predicate's weight that a stating sentence carries.
    private const double LeastTold = 0.5;

    private static readonly TermSet Ends = TermHash.SetOf("but", "when", "as", "because", "while", "after", "before", "although", "though", "other", "until", "since");
    private static readonly TermSet NonFinite = TermHash.SetOf("being", "been", "be", "having");
    private static readonly TermSet Auxiliaries = WordSets.Of("participant.auxiliaries");
    private static readonly TermSet Finite = WordTable.FiniteVerbs;
    private static readonly TermSet Determiners = WordSets.Of("participant.determiners");
    private static readonly TermSet Light = TermHash.SetOf("become", "becomes", "became", "get", "gets", "go", "take", "took", "taken", "make", "made", "remain", "come");
    private static readonly uint Or = TermHash.Of("or");

    /// <summary>Reads the core of what is doubted, by the sentence's words.</summary>
    public static DoubtCore Read(SentenceSlots slots, SlotWord[] doubted)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        int origin = slots.Sentence.FirstToken;
        TextSpan cue = slots.CertaintyCue!.Value;
        int first = doubted[0].Token - origin;
        int last = doubted[^1].Token - origin;
        int start = first;
        while (start > 0 && tokens[start - 1].Kind == TokenKind.Word && tokens[start - 1].Start >= cue.End)
        {
            start--;
        }

        int end = first + 1;
        while (end <= last && !Ends.Contains(tokens[end].Term) && !(tokens[end].Kind == TokenKind.Punctuation && slots.Text.Source[tokens[end].Start] == ';'))
        {
            end++;
        }

        int verb = Verb(slots.Text, tokens, start, end);
        SlotWord[] core = [.. doubted.Where(w => w.Token - origin < end)];
        SlotWord[] subject = verb < 0 ? [] : [.. core.Where(w => w.Token - origin < verb)];
        List<SlotWord[]> predicates = [];
        int from = verb < 0 ? start : verb;
        for (int i = from; i <= end; i++)
        {
            if (i == end || tokens[i].Term == Or)
            {
                SlotWord[] one = [.. core.Where(w => w.Token - origin >= from && w.Token - origin < i)];
                if (one.Length > 0)
                {
                    predicates.Add(one);
                }

                from = i;
            }
        }

        return new DoubtCore(subject, [.. predicates]);
    }

    /// <summary>Whether a sentence of which <paramref name="isTied"/> holds tells what is doubted: of one subject, and with the predicate's own first word.</summary>
    public bool IsTold(Func<SlotWord, bool> isTied)
    {
        if (Subject.Length > 0 && !Subject.Any(isTied))
        {
            return false;
        }

        return Predicates.Length == 0 || Predicates.Any(p => isTied(Array.Find(p, static w => !Light.Contains(w.Term)) is { Token: > 0 } told ? told : p[0]) && p.Where(isTied).Sum(static w => w.Weight) >= LeastTold * p.Sum(static w => w.Weight));
    }

    // The finite auxiliary, else the first verb.
    private static int Verb(TokenizedText text, ReadOnlySpan<Token> tokens, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (Auxiliaries.Contains(tokens[i].Term) && !NonFinite.Contains(tokens[i].Term))
            {
                return i;
            }
        }

        for (int i = start; i < end; i++)
        {
            if (tokens[i].IsWord && (Finite.Contains(tokens[i].Term) || IsPastAct(text, tokens[i])) && !(i > 0 && Determiners.Contains(tokens[i - 1].Term)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsPastAct(TokenizedText text, in Token token)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(token.Term))
        {
            if ((e.Part & ActPart.Verb) != 0 && !text.Chars(token).EndsWith("ing", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

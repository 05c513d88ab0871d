using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>What a sentence says did not happen.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Span">The negation and what it denies.</param>
/// <param name="Core">The word that is denied first of all.</param>
/// <param name="Said">All denied words, in text order.</param>
/// <param name="Subject">The words before it, in text order.</param>
/// <param name="IsUniversal">Denied of everybody: "nobody", "no injuries".</param>
/// <param name="NotYet">Denied for now: "not yet", "so far".</param>
/// <param name="NearestIsName">Whether the last word of the subject is a name.</param>
/// <param name="OfPronoun">Whether "he" or "she" did not.</param>
internal sealed record Denial(SentenceRef At, TextSpan Span, SlotWord Core, SlotWord[] Said, SlotWord[] Subject, bool IsUniversal, bool NotYet, bool NearestIsName, bool OfPronoun);

/// <summary>Reads the denials of a story. Passes over what denies no event: modals ("cannot"), comparisons ("not a rifle"), parts ("no other offer"), conditions.</summary>
internal static class DenialReader
{
    private const int MostScope = 7;
    private static readonly TermSet Transparent = WordSets.Of("denial.transparent");
    private static readonly TermSet Speech = WordSets.Of("denial.speech");
    private static readonly TermSet Light = WordSets.Of("denial.light");
    private static readonly TermSet ModalBefore = WordSets.Of("denial.modalBefore");
    private static readonly TermSet ModalSelf = WordSets.Of("denial.modalSelf");
    private static readonly TermSet Restricting = WordSets.Of("denial.restricting");
    private static readonly TermSet Personal = TermHash.SetOf("he", "she");
    private static readonly TermSet Perfect = WordSets.Of("denial.perfect");
    private static readonly TermSet Owning = TermHash.SetOf("own", "need", "want", "like", "know", "see", "seek");
    private static readonly uint Neither = TermHash.Of("neither");
    private static readonly uint Never = TermHash.Of("never");
    private static readonly TermSet Be = WordSets.Of("denial.be");
    private static readonly TermSet Articles = WordSets.Of("denial.articles");
    private static readonly uint Nothing = TermHash.Of("nothing");
    private static readonly uint One = TermHash.Of("one");
    private static readonly TermSet Objects = WordSets.Of("denial.objects");
    private static readonly TermSet Conditions = TermHash.SetOf("where", "when", "if", "unless", "whether", "once");
    private static readonly TermSet Quantifying = TermHash.SetOf("or", "all", "the", "of", "these", "those", "many", "most", "few", "more");
    private static readonly TermSet Relatives = TermHash.SetOf("who", "which", "whom");
    private static readonly TermSet Single = TermHash.SetOf("single", "one");
    private static readonly TermSet YetWords = TermHash.SetOf("yet", "far", "still", "immediately", "initially");
    private static readonly TermSet FirstPersons = WordSets.Of("denial.firstPersons");

    public static IEnumerable<Denial> ReadAll(StoryContext story, ClaimContext context)
    {
        foreach (SentenceRef at in story.Statements())
        {
            SentenceSlots slots = story.Slots(at);
            if (!slots.HasNegation || slots.Certainty >= Certainty.Denied || slots.Text.Source[slots.Sentence.Span.End - 1] == '?')
            {
                continue;
            }

            ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
            List<Denial> found = [];
            int[] clauses = new int[tokens.Length];
            ClauseSplitter.Split(slots.Text, tokens, clauses);
            for (int i = 0; i < tokens.Length; i++)
            {
                NegationReach reach = tokens[i].IsWord ? Negations.At(tokens, i, slots.Text.Chars(tokens[i])) : NegationReach.None;
                if (reach is NegationReach.Verbal or NegationReach.Determiner or NegationReach.Subject or NegationReach.Implicative && Read(at, slots, tokens, clauses, i, reach) is { } denial)
                {
                    found.Add(denial);
                }
            }

            foreach (Denial d in found)
            {
                yield return d;
            }
        }
    }

    private static Denial? Read(SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int[] clauses, int cue, NegationReach reach)
    {
        // "Declined to sing", "failed to appear": it did not happen.
        reach = reach == NegationReach.Implicative ? NegationReach.Verbal : reach;
        // "Does not rent the mill": what is denied is no word that tells something.
        if (reach == NegationReach.Verbal && cue + 2 < tokens.Length && Owning.Contains(tokens[cue + 1].Term) && Articles.Contains(tokens[cue + 2].Term))
        {
            return null;
        }

        // "Neither was hurt": of two whom the sentence before names.
        if (tokens[cue].Term == Neither || ModalSelf.Contains(tokens[cue].Term) || FirstPerson(tokens, clauses, cue) || (tokens[cue].Term == Never && !IsPast(slots.Text, tokens, cue)))
        {
            return null;
        }

        // "Not a single shot": none.
        if (cue + 2 < tokens.Length && Articles.Contains(tokens[cue + 1].Term) && Single.Contains(tokens[cue + 2].Term))
        {
            reach = NegationReach.Determiner;
        }

        // "No other offer", "not the first", "not just a clerk": less than the whole is denied.
        // ", not a rifle" sets one thing against another.
        bool contrast = cue > 0 && tokens[cue - 1].Kind == TokenKind.Punctuation && reach == NegationReach.Verbal;
        uint next = cue + 1 < tokens.Length ? tokens[cue + 1].Term : 0;
        bool copula = Be.Contains(tokens[cue].Term) || (cue > 0 && Be.Contains(tokens[cue - 1].Term));
        if (contrast || tokens[cue].Term == Nothing || (Restricting.Contains(next) && !(reach == NegationReach.Subject && next == One) && (copula || reach != NegationReach.Verbal || next != Article(next))))
        {
            return null;
        }

        // "Deal or no deal", "all no votes": nothing is denied; "three others who were not shot": who they are, not what happened.
        if (reach == NegationReach.Determiner && cue > 0 && (Quantifying.Contains(tokens[cue - 1].Term) || tokens[cue - 1].Kind == TokenKind.Number))
        {
            return null;
        }

        for (int i = cue - 1; i > 0 && cue - i <= 3; i--)
        {
            if (Relatives.Contains(tokens[i].Term) && tokens[i - 1].IsWord)
            {
                return null;
            }
        }

        int start = cue;
        while (start > 0 && clauses[start - 1] == clauses[cue])
        {
            start--;
        }

        if (Conditions.Contains(tokens[start].Term))
        {
            return null;
        }

        bool yet = false;
        for (int i = Math.Max(0, cue - 3); i < cue; i++)
        {
            if (ModalBefore.Contains(tokens[i].Term))
            {
                return null;
            }
        }

        // "yet to regain": the cue is the first of the pair.
        List<SlotWord> said = [];
        List<SlotWord> subject = [];
        foreach (SlotWord w in slots.Words)
        {
            int t = w.Token - slots.Sentence.FirstToken;
            yet |= clauses[t] == clauses[cue] && YetWords.Contains(w.Term);
            if (PropositionReader.IsTime(w.Term) || !tokens[t].IsWord)
            {
                continue;
            }

            if (t > cue && clauses[t] == clauses[cue] && said.Count < MostScope && !w.Unreal)
            {
                if (reach == NegationReach.Verbal && said.Count == 0 && (Transparent.Contains(w.Term) || Speech.Contains(w.Term)))
                {
                    return null;
                }

                if (!Transparent.Contains(w.Term))
                {
                    said.Add(w);
                }
            }
            else if (t < cue && cue - t <= 8 && clauses[t] >= clauses[cue] - 1)
            {
                subject.Add(w);
            }
        }

        if (said.Count == 0)
        {
            return null;
        }

        int core = 0;
        while (core < said.Count - 1 && Light.Contains(said[core].Term))
        {
            core++;
        }

        // "Did not make a concrete offer": the offer.
        while (core > 0 && core < said.Count - 1 && said[core + 1].Token == said[core].Token + 1)
        {
            core++;
        }

        if (Speech.Contains(said[core].Term) || Light.Contains(said[core].Term) || Transparent.Contains(said[core].Term) || said[core].Token - slots.Sentence.FirstToken - cue > 6)
        {
            return null;
        }

        // "Was not Smith" tells who it was not; "did not meet them" leaves open whom.
        int afterCore = said[core].Token - slots.Sentence.FirstToken + 1;
        if (ActIndex.IsCapitalised(slots.Text, said[core]) || (afterCore < tokens.Length && Objects.Contains(tokens[afterCore].Term)))
        {
            return null;
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            yet |= clauses[i] == clauses[cue] && YetWords.Contains(tokens[i].Term);
        }

        return new Denial(at, new TextSpan(tokens[cue].Start, slots.Text.Tokens[said[^1].Token].End), said[core], [.. said], [.. subject], reach != NegationReach.Verbal, yet, subject.Count > 0 && ActIndex.IsCapitalised(slots.Text, subject[^1]), IsOfPronoun(tokens, clauses, cue));
    }

    // "Never checked in", "had never met": told of the past; "never fights" of a habit.
    private static bool IsPast(TokenizedText text, ReadOnlySpan<Token> tokens, int cue) =>
        (cue > 0 && Perfect.Contains(tokens[cue - 1].Term))
        || (cue + 1 < tokens.Length && text.Chars(tokens[cue + 1]).EndsWith("ed", StringComparison.OrdinalIgnoreCase));

    private static bool IsOfPronoun(ReadOnlySpan<Token> tokens, int[] clauses, int cue)
    {
        for (int i = cue - 1; i >= Math.Max(0, cue - 3) && clauses[i] == clauses[cue]; i--)
        {
            if (Personal.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    // "Did not cause a fire" denies the fire; "was not a teacher" compares.
    private static uint Article(uint term) => Articles.Contains(term) ? term : 0;

    private static bool FirstPerson(ReadOnlySpan<Token> tokens, int[] clauses, int cue)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (clauses[i] == clauses[cue] && FirstPersons.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }
}

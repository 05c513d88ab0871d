using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one death put down to different causes: "died of heart failure", "died from pneumonia".</summary>
/// <remarks>Low: one illness may have led to the other. Only where both name one person, or "he" in a story about one, and the causes share no word. Linear in the sentences; few of them name such a cause.</remarks>
internal static class DeathCauseConflicts
{
    // Deaths with a cause that are compared.
    private const int MostDeaths = 40;

    // Tokens from "died" to "of", and of the cause.
    private const int ToOf = 3;
    private const int CauseWithin = 7;

    // Tokens before the verb in which the dead stand.
    private const int Reach = 24;

    private static readonly int Die = ActLexicon.Default.ClassNamed("die");
    private static readonly TermSet Of = TermHash.SetOf("of", "from");
    private static readonly uint Age = TermHash.Of("age");
    private static readonly TermSet Pronouns = TermHash.SetOf("he", "she");
    private static readonly TermSet Ends = TermHash.SetOf("at", "in", "on", "after", "before", "while", "when", "who", "which", "as", "said", "near", "during", "and", "but");
    private static readonly TermSet Vague = new[] { "natural", "cause", "illness", "disease", "injury", "wound", "complication", "effect", "result", "condition", "problem", "issue", "apparent", "suspected", "age", "old", "long", "short", "battle", "year", "trauma" }.Select(WordTable.StemOf).ToTermSet();

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ClaimContext context, ConflictLedger ledger)
    {
        List<Death> deaths = [];
        foreach (SentenceRef at in story.Statements())
        {
            if (deaths.Count < MostDeaths)
            {
                Read(story, context, at, deaths);
            }
        }

        for (int i = 0; i < deaths.Count; i++)
        {
            for (int j = i + 1; j < deaths.Count; j++)
            {
                Death a = deaths[i];
                Death b = deaths[j];
                if (context.MayConflict(a.At, b.At) && a.Persons.Overlaps(b.Persons) && !Array.Exists(a.Cause, w => Array.Exists(b.Cause, v => w.Stem == v.Stem || Kinship.Of(w, v) != KinKind.None))
                    && !deaths.Exists(d => Tells(d, a, b) || Tells(d, b, a)))
                {
                    Write(story, a, b, ledger);
                    return;
                }
            }
        }
    }

    // Whether the first one's article tells the other's cause too.
    private static bool Tells(Death d, Death a, Death b) => d.At.Article == a.At.Article && Array.Exists(d.Cause, w => Array.Exists(b.Cause, v => w.Stem == v.Stem));

    private static void Read(StoryContext story, ClaimContext context, SentenceRef at, List<Death> deaths)
    {
        ArticleSlots article = story.Articles[at.Article];
        SentenceSlots slots = article[at.Sentence];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        foreach (ActMention m in article.Acts(at.Sentence))
        {
            if (m.Class != Die || (m.Part & ActPart.Verb) == 0 || m.TokenCount > 1)
            {
                continue;
            }

            int of = m.FirstToken + 1;
            while (of < tokens.Length && of <= m.FirstToken + ToOf && !Of.Contains(tokens[of].Term) && tokens[of].Kind != TokenKind.Punctuation)
            {
                of++;
            }

            // "Has died at the age of 82": no cause.
            if (of >= tokens.Length || !Of.Contains(tokens[of].Term) || tokens[of - 1].Term == Age)
            {
                continue;
            }

            int end = of + 1;
            while (end < tokens.Length && end - of <= CauseWithin && tokens[end].Kind != TokenKind.Punctuation && !Ends.Contains(tokens[end].Term))
            {
                end++;
            }

            int start = slots.Sentence.FirstToken;
            int from = of;
            SlotWord[] cause = [.. slots.Words.Where(w => w.Token - start > from && w.Token - start < end && !Vague.Contains(w.Stem) && !PropositionReader.IsTime(w.Term))];
            HashSet<int> persons = Persons(context, at, slots, tokens, m.FirstToken);
            if (cause.Length > 0 && persons.Count > 0)
            {
                deaths.Add(new Death(at, persons, cause, new TextSpan(tokens[of].Start, tokens[end - 1].End)));
            }
        }
    }

    private static HashSet<int> Persons(ClaimContext context, SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int verb)
    {
        HashSet<int> persons = [];
        foreach (SlotWord w in slots.Words)
        {
            int t = w.Token - slots.Sentence.FirstToken;
            if (t < verb && t >= verb - Reach && context.PersonalOf(at, w) is { } person)
            {
                persons.Add(person);
            }
        }

        for (int i = verb - 1; persons.Count == 0 && i >= Math.Max(0, verb - ToOf); i--)
        {
            if (Pronouns.Contains(tokens[i].Term) && context.CentralPerson is { } central)
            {
                persons.Add(central);
            }
        }

        return persons;
    }

    private static void Write(StoryContext story, Death a, Death b, ConflictLedger ledger)
    {
        string x = story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = story.Analyzed(b.At.Article).Text.String(b.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = "cause of death",
            Explanation = $"what one person died of: {x} / {y}",
            Sides = [new SideDraft(x, [a.At]), new SideDraft(y, [b.At])],
            Details = [$"actor: the death of one person \"{x}\" and \"{y}\"; causes that share no word; low, since one may have led to the other"],
        });
    }

    private sealed record Death(SentenceRef At, HashSet<int> Persons, SlotWord[] Cause, TextSpan Span);
}

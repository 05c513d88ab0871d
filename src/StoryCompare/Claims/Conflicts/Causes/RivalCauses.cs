using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one effect that two texts put down to different causes: "could not reach him because of the weather", "due to low light".</summary>
/// <remarks>Always low: an effect may have several causes. Pairs only among sentences that name a cause by "due to", "because of" and the like.</remarks>
internal static class RivalCauses
{
    // Causes of a story that are compared.
    private const int MostCauses = 80;

    // Content words read on either side.
    private const int MostEffect = 10;
    private const int FewestOfClause = 4;
    private const int MostCause = 4;

    // Fewest words of the effect in both, and their least share of the poorer side.
    private const int FewestShared = 2;
    private const double LeastShare = 0.5;

    private static readonly TermSet Finite = WordTable.FiniteVerbs;
    private static readonly PhraseTable<string> Cues = PhraseTable.Load("cause_cues.tsv");

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ClaimContext context, ConflictLedger ledger)
    {
        List<Cause> causes = [];
        foreach (SentenceRef at in story.Statements())
        {
            if (causes.Count < MostCauses && Read(story, context, at) is { } cause)
            {
                causes.Add(cause);
            }
        }

        for (int i = 0; i < causes.Count; i++)
        {
            for (int j = i + 1; j < causes.Count; j++)
            {
                Cause a = causes[i];
                Cause b = causes[j];
                if (context.MayConflict(a.At, b.At) && Share(a.Effect, b.Effect) is { } share && !a.Words.Exists(w => b.Words.Exists(v => IsKin(w, v))) && context.IsOlder(a.At) == context.IsOlder(b.At))
                {
                    string x = story.Analyzed(a.At.Article).Text.String(a.Span);
                    string y = story.Analyzed(b.At.Article).Text.String(b.Span);
                    ledger.Add(new ConflictDraft
                    {
                        Kind = ConflictKind.Certainty,
                        Severity = Severity.Low,
                        About = "cause",
                        Explanation = $"one effect, put down to different causes: {x} / {y}",
                        Sides = [new SideDraft(x, [a.At]), new SideDraft(y, [b.At])],
                        Details = [string.Create(CultureInfo.InvariantCulture, $"certainty: rival causes; {share:0.00} of the effect's words shared")],
                    });
                }
            }
        }
    }

    private static Cause? Read(StoryContext story, ClaimContext context, SentenceRef at)
    {
        SentenceSlots slots = story.Slots(at);
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 1; i < tokens.Length; i++)
        {
            // "Due to remain there until Monday" names no cause.
            if (Cues.Match(tokens, i, out int length) is null || i + length >= tokens.Length || Finite.Contains(tokens[i + length].Term))
            {
                continue;
            }

            List<SlotWord> effect = [];
            List<SlotWord> words = [];
            int end = i + length;
            while (end < tokens.Length && tokens[end].Kind != TokenKind.Punctuation)
            {
                end++;
            }

            foreach (SlotWord w in slots.Words)
            {
                int t = w.Token - slots.Sentence.FirstToken;
                bool told = tokens[t].IsWord && !PropositionReader.IsTime(w.Term) && !context.IsSource(at, tokens[t].Span);
                if (told && t < i)
                {
                    effect.Add(w);
                }
                else if (told && t >= i + length && t < end && words.Count < MostCause)
                {
                    words.Add(w);
                }
            }

            // The last clause, where it tells enough.
            int last = effect.Count == 0 ? 0 : effect.FindIndex(w => w.Clause == effect[^1].Clause);
            effect.RemoveRange(0, effect.Count - last >= FewestOfClause ? last : Math.Max(0, effect.Count - MostEffect));
            return words.Count == 0 || effect.Count < FewestShared ? null : new Cause(at, effect, words, new TextSpan(tokens[i].Start, tokens[end - 1].End));
        }

        return null;
    }

    // Share of the poorer effect's weight that both tell; null where it is not evidently one effect.
    private static double? Share(List<SlotWord> a, List<SlotWord> b)
    {
        SlotWord[] shared = [.. a.Where(w => b.Exists(v => IsKin(w, v)))];
        double share = shared.Sum(static w => w.Weight) / Math.Min(a.Sum(static w => w.Weight), b.Sum(static w => w.Weight));
        return shared.Length >= FewestShared && share >= LeastShare ? Math.Min(1, share) : null;
    }

    private static bool IsKin(SlotWord a, SlotWord b) => a.Stem == b.Stem || Kinship.Of(a, b) != KinKind.None;

    private sealed record Cause(SentenceRef At, List<SlotWord> Effect, List<SlotWord> Words, TextSpan Span);
}

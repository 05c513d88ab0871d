using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <content>What two sentences share, where their clauses share nothing.</content>
internal sealed partial class Scope
{
    /// <summary>Share of the poorer sentence's weight in lower-case words that stand in both, in [0, 1]; 0 for fewer than two such words.</summary>
    public double SharedSentence(SentenceRef a, SentenceRef b)
    {
        SentenceSlots x = _story.Slots(a);
        SentenceSlots y = _story.Slots(b);
        double shared = 0;
        int words = 0;
        foreach (SlotWord w in x.Words)
        {
            if (Array.Exists(y.Words, v => v.Stem == w.Stem) && !ActIndex.IsCapitalised(_story.Articles[a.Article], w))
            {
                shared += w.Weight;
                words++;
            }
        }

        return words < 2 ? 0 : shared / Math.Max(0.1, Math.Min(x.Weight, y.Weight));
    }
}

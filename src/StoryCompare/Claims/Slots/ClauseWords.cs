using StoryCompare.Claims.Lexicon;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Words of a clause as slots compare them.</summary>
internal static class ClauseWords
{
    /// <summary>How much a word tells: 0.5 to 1.5 by its rarity.</summary>
    public static float Weight(in Token t) => (float)(0.5 + (Math.Min(BackgroundFrequencies.Default.IdfOfStem(t.Stem), 7) / 7));

    /// <summary>A word that stands for the phrase of acts which starts at the token ("stepped down": resign); null where none does.</summary>
    public static Token? Phrase(ArticleSlots article, int sentence, ReadOnlySpan<Token> tokens, int index)
    {
        // In text order: found by halving, as a sentence may hold thousands.
        ActMention[] acts = article.Acts(sentence);
        int low = 0;
        int high = acts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = acts[middle].FirstToken < index ? (middle + 1, high) : (low, middle);
        }

        for (; low < acts.Length && acts[low].FirstToken == index; low++)
        {
            if (acts[low].TokenCount > 1)
            {
                string name = ActLexicon.Default.NameOf(acts[low].Class);
                return tokens[index] with { Term = TermHash.Of(name), Stem = WordTable.StemOf(name) };
            }
        }

        return null;
    }
}

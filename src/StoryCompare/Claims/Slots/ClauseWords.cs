using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Slots;

/// <summary>Words of a clause as slots compare them.</summary>
internal static class ClauseWords
{
    /// <summary>How much a word tells: 0.5 to 1.5 by its rarity.</summary>
    public static float Weight(in Token t) => (float)(0.5 + (Math.Min(BackgroundFrequencies.Default.IdfOfStem(t), 7) / 7));

    /// <summary>A word that stands for the phrase of acts which starts at the token ("stepped down": resign); null where none does.</summary>
    public static Token? Phrase(ArticleSlots article, int sentence, ReadOnlySpan<Token> tokens, int index)
    {
        ActMention[] acts = article.Acts(sentence);
        for (int i = Halving.FirstFrom(acts, 0, acts.Length, index, static (a, k) => a[k].FirstToken); i < acts.Length && acts[i].FirstToken == index; i++)
        {
            if (acts[i].TokenCount > 1)
            {
                string name = ActLexicon.Default.NameOf(acts[i].Class);
                return tokens[index].Reworded(TermHash.Of(name), WordTable.StemOf(name));
            }
        }

        return null;
    }
}

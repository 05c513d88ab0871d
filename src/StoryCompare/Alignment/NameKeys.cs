using StoryCompare.Analysis;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Alignment;

/// <summary>Gives each token of a name the key of its folded group, so that "UN" meets "United Nations" where the Names stage joined them.</summary>
internal static class NameKeys
{
    /// <summary>For each sentence of the article, the keys of its tokens; null for a sentence without names.</summary>
    /// <param name="article">The article.</param>
    /// <param name="groups">Group number by entity.</param>
    public static uint[]?[] OfSentences(AnalyzedArticle article, int[] groups)
    {
        TokenizedText text = article.Text;
        uint[]?[] keys = new uint[text.Sentences.Length][];
        foreach (NameMention mention in article.Names.Mentions)
        {
            if ((uint)mention.Sentence >= (uint)keys.Length || (uint)mention.Entity >= (uint)groups.Length)
            {
                continue;
            }

            Sentence sentence = text.Sentences[mention.Sentence];
            uint[] row = keys[mention.Sentence] ??= new uint[sentence.TokenCount];
            ReadOnlySpan<Token> tokens = text.TokensOf(sentence);
            for (int i = Halving.FirstFrom(tokens, 0, tokens.Length, mention.Span.Start, static (t, k) => t[k].Start); i < tokens.Length && tokens[i].End <= mention.Span.End; i++)
            {
                row[i] = (uint)groups[mention.Entity] + 1;
            }
        }

        return keys;
    }
}

using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Syndication;

/// <summary>The 5-word shingles of an article's body: words and numbers only, title and embedded posts left out.</summary>
/// <remarks>Five words as in DESIGN: containment of 0.1 marks 585 of 5,367 pairs on one event and 3 of 5,381 look-alike pairs of ECB+.</remarks>
internal sealed class ShingledText
{
    /// <summary>Words in a shingle.</summary>
    public const int Size = 5;

    private const ulong Base = 0x9E3779B97F4A7C15UL;

    /// <summary>Index into the text's tokens, for each word of the stream.</summary>
    public required int[] Words { get; init; }
    /// <summary>Sentence of each word.</summary>
    public required int[] Sentences { get; init; }
    /// <summary>Whether the word stands inside a quotation.</summary>
    public required bool[] Quoted { get; init; }
    /// <summary>Hash of the shingle that starts at each word; empty when the text has fewer than five words.</summary>
    public required ulong[] Hashes { get; init; }
    /// <summary>Folded terms of the words.</summary>
    public required uint[] Terms { get; init; }

    public static ShingledText Of(TokenizedText text, IReadOnlyList<QuoteMention> quotes)
    {
        List<int> words = new(text.Tokens.Length);
        List<int> sentences = new(text.Tokens.Length);
        List<bool> quoted = new(text.Tokens.Length);
        int q = 0;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            Sentence sentence = text.Sentences[s];
            if (sentence.Kind != SentenceKind.Body)
            {
                continue;
            }

            int end = sentence.FirstToken + sentence.TokenCount;
            for (int t = sentence.FirstToken; t < end; t++)
            {
                if (text.Tokens[t].Kind > TokenKind.Number)
                {
                    continue;
                }

                while (q < quotes.Count && quotes[q].Span.End <= text.Tokens[t].Start)
                {
                    q++;
                }

                words.Add(t);
                sentences.Add(s);
                quoted.Add(q < quotes.Count && quotes[q].Span.Start <= text.Tokens[t].Start);
            }
        }

        uint[] terms = new uint[words.Count];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = text.Tokens[words[i]].Term;
        }

        return new ShingledText { Words = [.. words], Sentences = [.. sentences], Quoted = [.. quoted], Terms = terms, Hashes = Hash(terms) };
    }

    /// <summary>Shingle hashes of a stream of terms.</summary>
    public static ulong[] Hash(uint[] terms)
    {
        if (terms.Length < Size)
        {
            return [];
        }

        ulong[] hashes = new ulong[terms.Length - Size + 1];
        for (int i = 0; i < hashes.Length; i++)
        {
            ulong hash = 0;
            for (int k = 0; k < Size; k++)
            {
                hash = Mix(hash, terms[i + k]);
            }

            hashes[i] = hash;
        }

        return hashes;
    }

    /// <summary>The hash of a sequence with one more word.</summary>
    public static ulong Mix(ulong hash, uint word)
    {
        hash = (hash + word + 1) * Base;
        return hash ^ (hash >> 29);
    }
}

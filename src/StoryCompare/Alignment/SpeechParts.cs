using StoryCompare.Internals;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Alignment;

/// <summary>Which tokens of a sentence say who speaks ("the governor of the province told state television that", ", officials said") and not what happened.</summary>
/// <remarks>Two outlets quote one governor on many things: his name, office and the agency he spoke to make such sentences alike where what he says is not.</remarks>
internal static class SpeechParts
{
    // UTF-16 code units.
    private const int MaxListener = 30;

    private static readonly TermSet Pronouns = TermHash.SetOf("it", "he", "she", "they", "we", "i", "its", "his", "her", "their", "our", "my");
    private static readonly TermSet Relative = TermHash.SetOf("which", "who", "whose");
    private static readonly TermSet Conjunctions = TermHash.SetOf("but", "although", "though", "while", "and");

    /// <summary>For each sentence of the text, by token, whether it is such a part; null for a sentence without any.</summary>
    public static bool[]?[] OfSentences(TokenizedText text, ArticleQuotes quotes)
    {
        bool[]?[] parts = new bool[text.Sentences.Length][];
        IReadOnlyList<Attribution> all = quotes.Attributions;
        for (int first = 0, next; first < all.Count; first = next)
        {
            next = Halving.FirstFrom(all, first, all.Count, all[first].Sentence + 1, static (a, k) => a[k].Sentence);
            if ((uint)all[first].Sentence < (uint)parts.Length)
            {
                parts[all[first].Sentence] = OfSentence(text, text.Sentences[all[first].Sentence], all, first, next);
            }
        }

        return parts;
    }

    private static bool[]? OfSentence(TokenizedText text, in Sentence sentence, IReadOnlyList<Attribution> all, int first, int next)
    {
        int[] said = new int[next - first];
        for (int i = first; i < next; i++)
        {
            said[i - first] = all[i].Content.Start;
        }

        Array.Sort(said);
        bool[]? parts = null;
        ReadOnlySpan<Token> tokens = text.TokensOf(sentence);
        for (int i = first; i < next; i++)
        {
            (int start, int end) = all[i].Kind == CueKind.Hedged ? (0, 0) : Range(sentence, all[i], said);
            if (start < end && !SpeaksOfItself(tokens, all[i].Content))
            {
                Mark(tokens, start, end, all[i].Cue.Start, parts ??= new bool[sentence.TokenCount]);
            }
        }

        return parts;
    }

    /// <summary>The same for a text of one sentence.</summary>
    public static bool[]? OfSentence(TokenizedText text)
    {
        bool[]?[] parts = OfSentences(text, QuoteExtractor.Extract(text));
        return parts.Length == 1 && parts[0] is { } row && row.Length == text.Tokens.Length ? row : null;
    }

    // Up to what is said; or all behind it, as far as something else is said (the sorted starts). Nothing where the reader found no bounds.
    private static (int Start, int End) Range(in Sentence sentence, Attribution attribution, int[] said)
    {
        TextSpan content = attribution.Content;
        if (content == sentence.Span || content.Start < sentence.Span.Start || content.End > sentence.Span.End)
        {
            return (0, 0);
        }

        if (attribution.Cue.Start < content.Start)
        {
            int first = Math.Max(sentence.Span.Start, Math.Min(attribution.Source.Start, attribution.Cue.Start));

            // "..., the governor told state radio.": what stands behind the cue is who was told.
            bool toldBefore = content.Length <= MaxListener && content.End >= sentence.Span.End - 1 && first - sentence.Span.Start > content.Length;
            return (first, toldBefore ? sentence.Span.End : content.Start);
        }

        int other = Halving.FirstFrom(said, 0, said.Length, content.End + 1, static (s, k) => s[k]);
        return (content.End, other < said.Length ? Math.Min(said[other], sentence.Span.End) : sentence.Span.End);
    }

    // "The company said it was sending a ship": who speaks is who acts.
    private static bool SpeaksOfItself(ReadOnlySpan<Token> tokens, TextSpan content)
    {
        int first = Halving.FirstFrom(tokens, 0, tokens.Length, content.Start, static (t, k) => t[k].Start);
        while (first < tokens.Length && !tokens[first].IsWord)
        {
            first++;
        }

        return first < tokens.Length && Pronouns.Contains(tokens[first].Term);
    }

    // A clause about the speaker ("X, which sends a ship, said") states something of its own, and so does one that a conjunction brings in behind ("X said, but ...").
    private static void Mark(ReadOnlySpan<Token> tokens, int start, int end, int cue, bool[] row)
    {
        bool own = false;
        for (int i = Halving.FirstFrom(tokens, 0, tokens.Length, start, static (t, k) => t[k].Start); i < tokens.Length && tokens[i].End <= end; i++)
        {
            ref readonly Token t = ref tokens[i];
            bool comma = i > 0 && tokens[i - 1].Kind == TokenKind.Punctuation && tokens[i - 1].Start >= start;
            own = t.Start < cue
                ? Relative.Contains(t.Term) || (own && t.Kind != TokenKind.Punctuation)
                : (own && t.Start > cue) || (comma && t.Start > cue && Conjunctions.Contains(t.Term));
            row[i] |= !own;
        }
    }
}

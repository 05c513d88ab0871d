using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Marks which words of a sentence a negation reaches, after the scope rules of Morante and Blanco (*SEM 2012), simplified to clause cuts.</summary>
internal static class NegationScope
{
    private static readonly TermSet PhraseEnds = TermHash.SetOf("and", "or", "but", "in", "on", "at", "with", "is", "are", "was", "were", "to", "for", "while");

    /// <summary>Counts for every token the negations that reach it, marks the words each bears on first, and what negates. Returns whether there is one.</summary>
    public static bool Mark(TokenizedText text, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> clauses, Span<byte> negated, Span<bool> focus, Span<bool> negates)
    {
        bool any = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            NegationReach reach = tokens[i].IsWord ? Negations.At(tokens, i, text.Chars(tokens[i])) : NegationReach.None;
            if (reach == NegationReach.None)
            {
                continue;
            }

            any = true;
            negates[i] = true;
            int end = i + 1;
            while (end < tokens.Length && clauses[end] == clauses[i] && !(reach == NegationReach.Phrase && end > i + 1 && PhraseEnds.Contains(tokens[end].Term)))
            {
                negated[end]++;
                end++;
            }

            int first = i + 1;
            while (first < end && !tokens[first].IsContent)
            {
                first++;
            }

            if (first < end)
            {
                focus[first] = true;
            }
        }

        return any;
    }
}

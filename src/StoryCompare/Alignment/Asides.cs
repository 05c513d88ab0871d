using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Alignment;

/// <summary>Words that a sentence tells by the way: what stands in brackets, the dateline before it, who or what somebody is.</summary>
/// <remarks>
/// One outlet adds them, another has told them before: "Lund, the captain of the ferry, …" states of Lund what "Lund …" states. A subject that is told between commas ("Lund, who sank the ferry, …")
/// is weighed down with them; so they keep half their weight. Each of the three ranks the 710 judged pairs better by itself (AUC .823 without, .830 with all).
/// </remarks>
internal static class Asides
{
    private const float InBrackets = 0.2f;
    private const float BetweenCommas = 0.5f;
    private const int MaxDateline = 10;
    private const int MaxApposition = 10;

    private static readonly uint Comma = TermHash.Of(",");
    private static readonly TermSet Relatives = TermHash.SetOf("who", "which", "whose", "where");
    private static readonly TermSet Articles = TermHash.SetOf("a", "an", "the");

    /// <summary>Fills the share of its weight that each token keeps, in [0, 1]. Linear.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">A sentence of it.</param>
    /// <param name="shares">As long as <paramref name="tokens"/>.</param>
    public static void Weigh(TokenizedText text, ReadOnlySpan<Token> tokens, Span<float> shares)
    {
        shares.Fill(1);
        WeighBrackets(text, tokens, shares);
        shares[..DatelineLength(text, tokens)].Clear();
        int comma = IndexOfComma(tokens, 0);
        while (comma >= 0)
        {
            int next = IndexOfComma(tokens, comma + 1);
            int end = next < 0 ? tokens.Length : next;
            bool aside = comma + 1 < end && (Relatives.Contains(tokens[comma + 1].Term) || (next >= 0 && end - comma - 1 <= MaxApposition && Articles.Contains(tokens[comma + 1].Term)));
            for (int i = comma + 1; aside && i < end; i++)
            {
                shares[i] *= BetweenCommas;
            }

            comma = next;
        }
    }

    // Brackets that are never closed hold nothing.
    private static void WeighBrackets(TokenizedText text, ReadOnlySpan<Token> tokens, Span<float> shares)
    {
        int open = -1;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (IsMark(text, tokens[i], '('))
            {
                open = i;
            }
            else if (open >= 0 && IsMark(text, tokens[i], ')'))
            {
                shares[open..i].Fill(InBrackets);
                open = -1;
            }
        }
    }

    // "NORRVIK —", "NORRVIK, Sweden (AP) —".
    private static int DatelineLength(TokenizedText text, ReadOnlySpan<Token> tokens)
    {
        for (int i = 1; i < Math.Min(tokens.Length, MaxDateline); i++)
        {
            bool dash = tokens[i].Kind == TokenKind.Punctuation && tokens[i].Has(TokenFlags.AfterSpace) && text.Chars(tokens[i]) is "-" or "–" or "—";
            if (dash && (IsMark(text, tokens[i - 1], ')') || (tokens[0].Has(TokenFlags.AllCaps) && tokens[0].Length > 2)))
            {
                return i;
            }
        }

        return 0;
    }

    private static bool IsMark(TokenizedText text, in Token token, char mark) => token.Kind == TokenKind.Punctuation && text.Chars(token) is [var c] && c == mark;

    private static int IndexOfComma(ReadOnlySpan<Token> tokens, int from)
    {
        for (int i = from; i < tokens.Length; i++)
        {
            if (tokens[i].Term == Comma)
            {
                return i;
            }
        }

        return -1;
    }
}

using StoryCompare.Text;

namespace StoryCompare.Syndication;

/// <summary>Figures with a conversion in brackets: "25 kilometres (16 miles)". Two desks that convert for themselves seldom round alike, so an equal pair points at one text.</summary>
/// <param name="Key">Hash of both numbers.</param>
/// <param name="Span">From the first number to the closing bracket.</param>
internal readonly record struct RoundedConversion(ulong Key, TextSpan Span)
{
    /// <summary>All of a text, in text order. Reads a number, up to five words, "(", a number, a word, and ")" within eight tokens.</summary>
    public static List<RoundedConversion> Of(TokenizedText text)
    {
        List<RoundedConversion> found = [];
        Token[] tokens = text.Tokens;
        int lastNumber = -1;
        for (int i = 0; i + 2 < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Number)
            {
                lastNumber = i;
                continue;
            }

            if (text.Source[tokens[i].Start] != '(' || lastNumber < 0 || i - lastNumber > 6 || i - lastNumber < 2 || tokens[i + 1].Kind != TokenKind.Number || tokens[i + 2].Kind == TokenKind.Punctuation && text.Source[tokens[i + 2].Start] == ')')
            {
                continue;
            }

            int close = i + 2;
            while (close < tokens.Length && close < i + 8 && text.Source[tokens[close].Start] != ')')
            {
                close++;
            }

            if (close < tokens.Length && text.Source[tokens[close].Start] == ')' && HasWord(tokens, i + 2, close) && HasWord(tokens, lastNumber + 1, i))
            {
                found.Add(new RoundedConversion(((ulong)tokens[lastNumber].Term << 32) | tokens[i + 1].Term, new TextSpan(tokens[lastNumber].Start, tokens[close].End)));
            }
        }

        return found;
    }

    private static bool HasWord(Token[] tokens, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (tokens[i].Kind == TokenKind.Word)
            {
                return true;
            }
        }

        return false;
    }
}

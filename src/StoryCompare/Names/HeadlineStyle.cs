using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Tells sentences from headlines, in which capitals say nothing.</summary>
internal static class HeadlineStyle
{
    /// <summary>How a sentence uses capitals.</summary>
    internal enum Style : byte
    {
        /// <summary>Names are capitalised, other words are not.</summary>
        Sentence,
        /// <summary>Most Words Are Capitalised.</summary>
        TitleCase,
        /// <summary>ALL IN CAPITALS.</summary>
        Capitals,
    }

    /// <summary>The style of a sentence's tokens: by the share of capitalised ones among its content words. A full stop at the end makes it a sentence.</summary>
    public static Style Of(ReadOnlySpan<Token> tokens, bool endsSentence)
    {
        int words = 0;
        int capitalised = 0;
        int capitals = 0;
        int lower = 0;
        foreach (ref readonly Token token in tokens)
        {
            if (!token.IsWord || token.IsStopWord)
            {
                continue;
            }

            words++;
            capitalised += token.IsCapitalised ? 1 : 0;
            capitals += token.Has(TokenFlags.AllCaps) ? 1 : 0;
            lower += !token.IsCapitalised && token.Length > 3 ? 1 : 0;
        }

        if (words >= 3 && capitals * 10 >= words * 8)
        {
            return Style.Capitals;
        }

        if (tokens.Length > 0 && tokens[^1].Kind == TokenKind.Punctuation && tokens[^1].Length == 1 && endsSentence)
        {
            return Style.Sentence;
        }

        // "Trump Meets Xi in Beijing": four words, and hardly one in lower case that is not short.
        return words >= 4 && capitalised * 10 >= words * 8 && lower * 6 <= words ? Style.TitleCase : Style.Sentence;
    }
}

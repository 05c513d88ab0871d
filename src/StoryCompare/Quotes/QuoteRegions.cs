using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>How two neighbouring sentences are parted.</summary>
internal enum SentenceGap : byte
{
    /// <summary>The same line.</summary>
    None,
    /// <summary>A line break: some sources set every sentence on a line of its own.</summary>
    Line,
    /// <summary>A blank line.</summary>
    Paragraph,
    /// <summary>Dropped text, or a title or embedded post beside body text: no quotation crosses it.</summary>
    Wall,
}

/// <summary>Reads the gaps between sentences.</summary>
internal static class QuoteRegions
{
    /// <summary>What stands between sentence <paramref name="sentence"/> and the next.</summary>
    public static SentenceGap GapAfter(TokenizedText text, int sentence)
    {
        Sentence[] all = text.Sentences;
        if (sentence + 1 >= all.Length || all[sentence].Kind != all[sentence + 1].Kind)
        {
            return SentenceGap.Wall;
        }

        int lines = 0;
        for (int i = all[sentence].Span.End; i < all[sentence + 1].Span.Start; i++)
        {
            char c = text.Source[i];
            if (c == '\n')
            {
                lines++;
            }
            else if (!char.IsWhiteSpace(c) && QuoteMarks.DoubleLength(text.Source, i, text.Source.Length) == 0 && !QuoteMarks.IsSingle(c) && c is not ('\u200B' or '\uFEFF'))
            {
                return SentenceGap.Wall;
            }
        }

        return lines switch { 0 => SentenceGap.None, 1 => SentenceGap.Line, _ => SentenceGap.Paragraph };
    }
}

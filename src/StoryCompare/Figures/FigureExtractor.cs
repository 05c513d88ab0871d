using System.Buffers;
using StoryCompare.Text;

namespace StoryCompare.Figures;

/// <summary>Finds the figures of a text: numbers in digits and words with unit, hedge, range, what is counted and the role of those counted.</summary>
/// <remarks>A hand-written scanner over the tokens of each sentence: linear, one table look-up a word, nothing built for a sentence without digit or number word.</remarks>
internal static class FigureExtractor
{
    /// <summary>Appends the figures of every sentence, in text order.</summary>
    public static void Extract(TokenizedText text, List<ExtractedFigure> figures) => Extract(text, figures, FigureLexicon.English);

    /// <summary>The same, with the words of another language.</summary>
    public static void Extract(TokenizedText text, List<ExtractedFigure> figures, FigureLexicon lexicon)
    {
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            ref readonly Sentence sentence = ref text.Sentences[s];
            ReadOnlySpan<Token> tokens = text.TokensOf(sentence);
            if (!LexemeReader.MayHoldFigures(tokens, text.Source, lexicon))
            {
                continue;
            }

            Lexeme[] buffer = ArrayPool<Lexeme>.Shared.Rent(LexemeReader.MostLexemes(tokens, text.Source));
            int count = LexemeReader.Read(tokens, text.Source, sentence.Span.End, lexicon, buffer);
            FigureScanner scanner = new(text.Source, buffer.AsSpan(0, count), lexicon, s, figures);
            scanner.Scan();
            ArrayPool<Lexeme>.Shared.Return(buffer);
        }
    }
}

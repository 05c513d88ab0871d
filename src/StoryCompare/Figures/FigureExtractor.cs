using System.Buffers;
using StoryCompare.Text;

namespace StoryCompare.Figures;

/// <summary>Finds the figures of a text: numbers in digits and words with unit, hedge, range, what is counted and the role of those counted.</summary>
/// <remarks>A hand-written scanner over the tokens of each sentence: linear, one table look-up a word, nothing built for a sentence without digit or number word.</remarks>
internal static class FigureExtractor
{
    /// <summary>Tokens of one sentence that are read at once.</summary>
    private const int MostTokens = 4096;

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

            // A "sentence" of a million tokens is no sentence: it is read piece by piece, so that its lexemes never outweigh the text.
            for (int from = 0; from < tokens.Length; from += MostTokens)
            {
                ReadOnlySpan<Token> piece = tokens.Slice(from, Math.Min(MostTokens, tokens.Length - from));
                int end = piece.Length + from < tokens.Length ? piece[^1].End : sentence.Span.End;
                Lexeme[] buffer = ArrayPool<Lexeme>.Shared.Rent(LexemeReader.MostLexemes(piece, text.Source));
                int count = LexemeReader.Read(piece, text.Source, end, lexicon, buffer);
                FigureScanner scanner = new(text.Source, buffer.AsSpan(0, count), lexicon, s, figures);
                scanner.Scan();
                ArrayPool<Lexeme>.Shared.Return(buffer);
            }
        }
    }
}

using StoryCompare.Text;

namespace StoryCompare.Figures;

/// <summary>Turns the tokens of a sentence into lexemes: reads numbers, looks words up, takes "RM79" apart.</summary>
internal static class LexemeReader
{
    private static readonly uint Long = TermHash.Of("long");

    /// <summary>Whether a sentence can hold a figure at all: a digit, a fraction sign, a number word, or an article before a word that the lexicon knows ("a day").</summary>
    public static bool MayHoldFigures(ReadOnlySpan<Token> tokens, string source, FigureLexicon lexicon)
    {
        for (int t = 0; t < tokens.Length; t++)
        {
            ref readonly Token token = ref tokens[t];
            if (token.Kind == TokenKind.Number || token.Has(TokenFlags.HasDigit))
            {
                return true;
            }

            if (token.Kind != TokenKind.Word)
            {
                if (source[token.Start] >= 0x80 && DigitReader.StartsAt(source, token.Start))
                {
                    return true;
                }
            }
            else if (lexicon.IndexOf(token) is var entry && lexicon.IsNumberWord(entry) && !(lexicon.IsArticle(entry) && t + 1 < tokens.Length && tokens[t + 1].IsWord && lexicon.IndexOf(tokens[t + 1]) == 0))
            {
                return true;
            }
            else if (token.Term == Long && t > 1 && tokens[t - 1].Length == 1 && source[tokens[t - 1].Start] == '-' && lexicon[lexicon.IndexOf(tokens[t - 2])].StartsUnit)
            {
                // "The hour-long siege".
                return true;
            }
        }

        return false;
    }

    /// <summary>How many lexemes <see cref="Read"/> makes of these tokens at most: three of one with digits ("RM79bn"), one of any other.</summary>
    public static int MostLexemes(ReadOnlySpan<Token> tokens, string source)
    {
        int most = 0;
        foreach (ref readonly Token token in tokens)
        {
            most += token.Kind == TokenKind.Number || token.Has(TokenFlags.HasDigit) || source[token.Start] >= 0x80 ? 3 : 1;
        }

        return most;
    }

    /// <summary>Fills <paramref name="lexemes"/>, which holds <see cref="MostLexemes"/>; returns how many there are.</summary>
    public static int Read(ReadOnlySpan<Token> tokens, string source, int end, FigureLexicon lexicon, Span<Lexeme> lexemes)
    {
        ReadOnlySpan<char> text = source.AsSpan(0, end);
        int count = 0;
        int position = 0;
        for (int t = 0; t < tokens.Length; t++)
        {
            ref readonly Token token = ref tokens[t];
            if (token.End <= position)
            {
                continue;
            }

            bool space = token.Has(TokenFlags.AfterSpace);
            int start = token.Start;
            if (start < position)
            {
                // A number took part of this token; the letters behind it are a word of their own.
                start = position;
                space = false;
            }

            ref Lexeme lexeme = ref lexemes[count];
            lexeme = default;
            lexeme.SpaceBefore = space;
            if (DigitReader.StartsAt(text, start))
            {
                ReadNumber(text, start, lexicon, ref lexeme);
                position = lexeme.End;
                count++;
                if (position < token.End && start > token.Start && DigitReader.StartsAt(text, position))
                {
                    // A third number in one token ("½½½½"): no quantity, and none of what follows in it.
                    lexeme.Shape |= DigitShape.Unreadable;
                    lexeme.End = position = token.End;
                }

                if (position < token.End && token.Kind != TokenKind.Punctuation)
                {
                    t--;
                }

                continue;
            }

            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                if (token.Has(TokenFlags.HasDigit) && start == token.Start && MoneyLetters(text, token) is var letters and > 0)
                {
                    uint money = TermHash.Of(text.Slice(start, letters));
                    SetWord(ref lexeme, source, start, start + letters, token.Flags, money, lexicon.IndexOf(money));
                    count++;
                    lexemes[count] = default;
                    ReadNumber(text, start + letters, lexicon, ref lexemes[count]);
                    position = lexemes[count].End;
                    count++;
                    if (position < token.End)
                    {
                        t--;
                    }

                    continue;
                }

                bool whole = start == token.Start && token.IsWord;
                uint term = whole ? token.Term : TermHash.Of(text[start..token.End]);
                SetWord(ref lexeme, source, start, token.End, token.Flags, term, whole ? lexicon.IndexOf(token) : lexicon.IndexOf(term));
            }
            else
            {
                lexeme.Kind = LexemeKind.Mark;
                lexeme.Mark = source[start];
                lexeme.Start = start;
                lexeme.End = token.End;
            }

            position = lexeme.End;
            count++;
        }

        return count;
    }

    private static void ReadNumber(ReadOnlySpan<char> text, int start, FigureLexicon lexicon, ref Lexeme lexeme)
    {
        DigitReader.Read(text, start, lexicon.DecimalMark, ref lexeme);
        lexeme.Kind = LexemeKind.Number;
    }

    private static void SetWord(ref Lexeme lexeme, string source, int start, int end, TokenFlags flags, uint term, int entry)
    {
        lexeme.Kind = LexemeKind.Word;
        lexeme.Start = start;
        lexeme.End = end;
        lexeme.Flags = flags;
        if (char.IsUpper(source[start]))
        {
            lexeme.Flags |= TokenFlags.Capitalised;
        }

        lexeme.Term = term;
        lexeme.Entry = entry;
    }

    // "RM79", "USD34", "$US113": letters of money in front of digits. Returns how many letters.
    private static int MoneyLetters(ReadOnlySpan<char> text, in Token token)
    {
        int n = 0;
        while (n < token.Length && !char.IsDigit(text[token.Start + n]))
        {
            n++;
        }

        if (n is 0 or > 4 || n == token.Length)
        {
            return 0;
        }

        int from = token.Start > 0 && text[token.Start - 1] == '$' ? token.Start - 1 : token.Start;
        ReadOnlySpan<char> notation = text[from..(token.Start + n)];
        bool plain = token.Start == 0 || !(char.IsLetterOrDigit(text[token.Start - 1]) || text[token.Start - 1] is '-' or '\u2013' or '/');
        // "R18" needs decimals or a multiplier behind to be money ("R18.50").
        bool weak = FigureUnits.IsWeak(notation) && !(token.End + 1 < text.Length && text[token.End] is '.' or ',' && char.IsDigit(text[token.End + 1])) && char.IsDigit(text[token.End - 1]);
        return plain && !weak && FigureUnits.OfNotation(notation) is { IsMoney: true } ? n : 0;
    }
}

using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>A token as the grammar of times sees it.</summary>
internal struct TimeWord
{
    public TimeClass A;
    public TimeClass B;
    public short ValueA;
    public short ValueB;
    /// <summary>Value of a run of digits, at most 8 long; -1 when it is none.</summary>
    public int Number;
    /// <summary>How many digits, zeros in front included.</summary>
    public byte Digits;
    public bool AfterSpace;
    public bool Capitalised;
    public TimePhrase[]? Phrases;

    public readonly bool Is(TimeClass wanted) => A == wanted || B == wanted;

    public readonly int Value(TimeClass wanted) => A == wanted ? ValueA : ValueB;

    /// <summary>Whether an expression can only stand in a sentence that has such a word.</summary>
    public readonly bool Triggers => Starts(A) || Starts(B) || Phrases is not null;

    private static bool Starts(TimeClass c) => c is (>= TimeClass.Month and <= TimeClass.Mod) or TimeClass.Later or TimeClass.Earlier or TimeClass.Ampm
        or TimeClass.Season or TimeClass.DecadeWord or TimeClass.Set or TimeClass.Vague or TimeClass.Digits or TimeClass.Decimal or TimeClass.Ordinal;

    /// <summary>Whether an expression can begin here.</summary>
    public readonly bool CanStart => A switch
    {
        TimeClass.None or TimeClass.Future or TimeClass.Past or TimeClass.Counted or TimeClass.To or TimeClass.Of or TimeClass.And => Phrases is not null,
        // Of all marks only apostrophes begin one: "’90s".
        TimeClass.Mark => (char)ValueA is '\'' or '\u2018' or '\u2019',
        TimeClass.Old or TimeClass.Came or TimeClass.Or or TimeClass.Numbered => B != TimeClass.None || Phrases is not null,
        _ => true,
    };

    /// <summary>Whether the word is one that tells no time before an unknown word.</summary>
    public readonly bool NeedsMore => B == TimeClass.None && Phrases is null && A is TimeClass.Article or TimeClass.The or TimeClass.In or TimeClass.On or TimeClass.At or TimeClass.For
        or TimeClass.By or TimeClass.From or TimeClass.Between or TimeClass.During or TimeClass.Within or TimeClass.Over or TimeClass.Before or TimeClass.After;

    /// <summary>Reads the words of a sentence; false when none can begin or carry a time expression.</summary>
    public static bool Read(ReadOnlySpan<Token> tokens, string source, TimeLexicon lexicon, Span<TimeWord> words)
    {
        bool any = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            ref readonly Token token = ref tokens[i];
            TimeWord word = default;
            word.Number = -1;
            word.AfterSpace = token.Has(TokenFlags.AfterSpace);
            word.Capitalised = token.IsCapitalised;
            switch (token.Kind)
            {
                case TokenKind.Word when IsSplitMeridiem(tokens, source, i):
                    word.A = TimeClass.Ampm;
                    word.ValueA = (short)((source[token.Start] | 0x20) == 'p' ? 1 : 0);
                    any = true;
                    break;
                case TokenKind.Word:
                    ref readonly TimeLexicon.Entry entry = ref lexicon.Find(token);
                    word.A = entry.A;
                    word.B = entry.B;
                    word.ValueA = entry.ValueA;
                    word.ValueB = entry.ValueB;
                    word.Phrases = entry.Phrases;
                    any |= word.Triggers || (word.Capitalised && token.Length is >= 5 and <= 10 && source[token.End - 1] == 'y');
                    break;
                case TokenKind.Number:
                    ReadNumber(source.AsSpan(token.Start, token.Length), ref word);
                    any = true;
                    break;
                default:
                    word.A = TimeClass.Mark;
                    word.ValueA = (short)source[token.Start];
                    break;
            }

            words[i] = word;
        }

        return any;
    }

    // "7 p. m.": blanks slipped in between the letters.
    private static bool IsSplitMeridiem(ReadOnlySpan<Token> tokens, string source, int i) =>
        tokens[i].Length == 1 && i > 0 && i + 2 < tokens.Length && (source[tokens[i].Start] | 0x20) is 'a' or 'p' && tokens[i - 1].Kind == TokenKind.Number
        && source[tokens[i + 1].Start] == '.' && tokens[i + 2].Length == 1 && (source[tokens[i + 2].Start] | 0x20) == 'm';

    private static void ReadNumber(ReadOnlySpan<char> text, ref TimeWord word)
    {
        word.A = TimeClass.Decimal;
        int value = 0;
        int n = 0;
        while (n < text.Length && n < 9 && char.IsAsciiDigit(text[n]))
        {
            value = (value * 10) + text[n] - '0';
            n++;
        }

        if (n == text.Length && n <= 8)
        {
            word.A = TimeClass.Digits;
            word.Number = value;
            word.Digits = (byte)n;
        }
    }
}

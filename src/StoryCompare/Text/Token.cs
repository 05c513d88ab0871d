namespace StoryCompare.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with inner apostrophes, marks and digits ("O’Brien", "Peru’s", "T2", "U.S.").</summary>
    Word,
    /// <summary>Digits, with inner separators ("18,000", "7.4").</summary>
    Number,
    /// <summary>One mark of punctuation; hyphens are tokens of their own ("al", "-", "Hakim").</summary>
    Punctuation,
    /// <summary>Anything else that is not white space: currency signs, emoji.</summary>
    Symbol,
}

/// <summary>How a token is written. Six bits: a token keeps its kind in the other two.</summary>
[Flags]
internal enum TokenFlags : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,
    /// <summary>The first letter is upper case.</summary>
    Capitalised = 1,
    /// <summary>Two letters or more, all upper case.</summary>
    AllCaps = 2,
    /// <summary>A function word that carries no content.</summary>
    StopWord = 4,
    /// <summary>White space stands before it, or the text starts.</summary>
    AfterSpace = 8,
    /// <summary>Ends in a possessive ("Peru’s"), which <see cref="Token.Term"/> leaves out.</summary>
    Possessive = 16,
    /// <summary>Holds a digit.</summary>
    HasDigit = 32,
}

/// <summary>A token of a text: 16 bytes, no string.</summary>
internal readonly record struct Token
{
    private const int FlagBits = 6;
    private const byte FlagMask = (1 << FlagBits) - 1;

    private readonly byte _lengthLessOne;
    private readonly byte _look;
    private readonly ushort _word;

    /// <summary>Makes a token of 1 to 256 code units.</summary>
    public Token(int start, int length, TokenKind kind, TokenFlags flags, uint term, uint stem, ushort word)
    {
        Start = start;
        _lengthLessOne = (byte)(length - 1);
        _look = (byte)(((int)kind << FlagBits) | (int)flags);
        _word = word;
        Term = term;
        Stem = stem;
    }

    /// <summary>First UTF-16 code unit in the source.</summary>
    public int Start { get; }
    /// <summary>Number of the word among the <see cref="BackgroundFrequencies"/>, which <see cref="WordMap{T}"/> finds it by; 0 where it has none.</summary>
    public ushort Word => _word;
    /// <summary>Hash of the folded form (lower case, no diacritics, no possessive): equal for equal words in any article. See <see cref="TermHash"/>.</summary>
    public uint Term { get; }
    /// <summary>Hash of the stem of the folded form.</summary>
    public uint Stem { get; }
    /// <summary>Number of code units, at most 256: longer runs are cut.</summary>
    public int Length => _lengthLessOne + 1;
    /// <summary>What it is made of.</summary>
    public TokenKind Kind => (TokenKind)(_look >> FlagBits);
    /// <summary>How it is written.</summary>
    public TokenFlags Flags => (TokenFlags)(_look & FlagMask);
    public int End => Start + Length;
    public TextSpan Span => new(Start, End);
    public bool IsWord => _look <= FlagMask;
    public bool IsStopWord => (_look & (int)TokenFlags.StopWord) != 0;
    public bool IsCapitalised => (_look & (int)TokenFlags.Capitalised) != 0;
    /// <summary>A word or number that is no stop word.</summary>
    public bool IsContent => _look < (int)TokenKind.Punctuation << FlagBits && !IsStopWord;

    /// <summary>The token as if another word stood there.</summary>
    public Token Reworded(uint term, uint stem) => new(Start, Length, Kind, Flags, term, stem, word: 0);
}

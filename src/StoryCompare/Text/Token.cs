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

/// <summary>How a token is written. Six bits; those that a word without a number in the table can have stand first.</summary>
[Flags]
internal enum TokenFlags : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,
    /// <summary>The first letter is upper case.</summary>
    Capitalised = 1,
    /// <summary>Two letters or more, all upper case.</summary>
    AllCaps = 2,
    /// <summary>White space stands before it, or the text starts.</summary>
    AfterSpace = 4,
    /// <summary>Ends in a possessive ("Peru’s"), which <see cref="Token.Term"/> leaves out.</summary>
    Possessive = 8,
    /// <summary>A function word that carries no content.</summary>
    StopWord = 16,
    /// <summary>Holds a digit.</summary>
    HasDigit = 32,
}

/// <summary>A token of a text: 12 bytes, no string.</summary>
/// <remarks>
/// Tokens are half of what an analysed article holds, so each keeps only what cannot be looked up. Three words of 32 bits, in two layouts told apart by the look, the lowest ten bits:
/// <code>
///               first                                             second   third
/// plain         start 22 | 1 | 0 | kind 2 | flags 6               term     word number 16 | start, the rest 8 | length 8
/// inflected     start 22 | 0 | length 5 | first four flags 4      term     stem
/// </code>
/// A plain token's stem is that of its word number in the <see cref="BackgroundFrequencies"/>; without a number it is its own stem. Inflected are the words, one token in a hundred, of which neither is
/// true: names and rare words in "-s" or "-ed". Where neither start nor length has room, behind the first <see cref="InflectedWithin"/> characters or beyond <see cref="LongestInflected"/>, such a word is its own stem.
/// </remarks>
internal readonly record struct Token
{
    /// <summary>Characters of a text within which a token may have a stem of its own making: more than the longest article that is read by default.</summary>
    public const int InflectedWithin = 1 << StartBits;

    /// <summary>Code units of a token that may have a stem of its own making; what is longer is no inflected word.</summary>
    public const int LongestInflected = 32;

    private const int StartBits = 22;
    private const int LookBits = 10;
    private const int WordShift = 16;
    private const int StartShift = 8;
    private const uint LookMask = (1 << LookBits) - 1;
    private const int FlagBits = 6;
    private const uint FlagMask = (1 << FlagBits) - 1;
    private const int FirstFlagBits = 4;
    private const uint FirstFlagMask = (1 << FirstFlagBits) - 1;

    // Looks below are those of inflected words, from there on come plain words, numbers, marks, symbols.
    private const uint Plain = 1 << 9;

    private readonly uint _startAndLook;
    private readonly uint _rest;

    /// <summary>Makes a token of 1 to 256 code units that is its own stem, or, with a number, a word of the table.</summary>
    public Token(int start, int length, TokenKind kind, TokenFlags flags, uint term, ushort word = 0)
    {
        _startAndLook = ((uint)start << LookBits) | Plain | ((uint)kind << FlagBits) | (uint)flags;
        _rest = ((uint)word << WordShift) | ((uint)start >> StartBits << StartShift) | (uint)(length - 1);
        Term = term;
    }

    /// <summary>Makes a word of 1 to <see cref="LongestInflected"/> code units that the table does not have.</summary>
    private Token(int start, int length, TokenFlags flags, uint term, uint stem)
    {
        _startAndLook = ((uint)start << LookBits) | ((uint)(length - 1) << FirstFlagBits) | ((uint)flags & FirstFlagMask);
        _rest = stem;
        Term = term;
    }

    /// <summary>A word that the table does not have.</summary>
    public static Token Unknown(int start, int length, TokenFlags flags, uint term, uint stem) =>
        stem == term || length > LongestInflected || start >= InflectedWithin ? new Token(start, length, TokenKind.Word, flags, term) : new Token(start, length, flags, term, stem);

    /// <summary>First UTF-16 code unit in the source.</summary>
    public int Start => (int)(_startAndLook >> LookBits) | (IsInflected ? 0 : (int)((_rest >> StartShift) & byte.MaxValue) << StartBits);
    /// <summary>Number of the word among the <see cref="BackgroundFrequencies"/>, which <see cref="WordMap{T}"/> finds it by; 0 where it has none.</summary>
    public ushort Word => IsInflected ? (ushort)0 : (ushort)(_rest >> WordShift);
    /// <summary>Hash of the folded form (lower case, no diacritics, no possessive): equal for equal words in any article. See <see cref="TermHash"/>.</summary>
    public uint Term { get; }
    /// <summary>Hash of the stem of the folded form.</summary>
    public uint Stem => IsInflected ? _rest : _rest >> WordShift is > 0 and var word ? BackgroundFrequencies.Default.StemOf(word) : Term;
    /// <summary>Number of code units, at most 256: longer runs are cut.</summary>
    public int Length => 1 + (int)(IsInflected ? Look >> FirstFlagBits : _rest & byte.MaxValue);
    /// <summary>What it is made of.</summary>
    public TokenKind Kind => (TokenKind)(Math.Max(Look, Plain) - Plain >> FlagBits);
    /// <summary>How it is written.</summary>
    public TokenFlags Flags => (TokenFlags)(Look & (IsInflected ? FirstFlagMask : FlagMask));
    public int End => Start + Length;
    public TextSpan Span => new(Start, End);
    public bool IsWord => Look <= Plain + FlagMask;
    public bool IsStopWord => Has(TokenFlags.StopWord);
    public bool IsCapitalised => Has(TokenFlags.Capitalised);
    /// <summary>A word or number that is no stop word.</summary>
    public bool IsContent => Look < Plain + ((uint)TokenKind.Punctuation << FlagBits) && !IsStopWord;

    /// <summary>Whether it is written so. One test of bits where the flag is a constant that words of both layouts can have.</summary>
    public bool Has(TokenFlags flag) => ((uint)flag <= FirstFlagMask ? _startAndLook & (uint)flag : (uint)(Flags & flag)) != 0;

    private uint Look => _startAndLook & LookMask;
    private bool IsInflected => (_startAndLook & Plain) == 0;

    /// <summary>The token as if another word stood there.</summary>
    public Token Reworded(uint term, uint stem)
    {
        ref readonly KnownWord known = ref BackgroundFrequencies.Default.Find(term);
        return known.Word > 0 && known.Stem == stem ? new Token(Start, Length, Kind, Flags, term, known.Word)
            : Unknown(Start, Math.Min(Length, LongestInflected), Flags, term, stem);
    }
}

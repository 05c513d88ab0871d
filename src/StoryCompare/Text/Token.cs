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

/// <summary>How a token is written.</summary>
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
/// <param name="Start">First UTF-16 code unit in the source.</param>
/// <param name="Length">Number of code units, at most 256: longer runs are cut.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Flags">How it is written.</param>
/// <param name="Term">Hash of the folded form (lower case, no diacritics, no possessive): equal for equal words in any article. See <see cref="TermHash"/>.</param>
/// <param name="Stem">Hash of the stem of the folded form.</param>
internal readonly record struct Token(int Start, ushort Length, TokenKind Kind, TokenFlags Flags, uint Term, uint Stem)
{
    public int End => Start + Length;
    public TextSpan Span => new(Start, End);
    public bool IsWord => Kind == TokenKind.Word;
    public bool IsStopWord => (Flags & TokenFlags.StopWord) != TokenFlags.None;
    public bool IsCapitalised => (Flags & TokenFlags.Capitalised) != TokenFlags.None;
    /// <summary>A word or number that is no stop word.</summary>
    public bool IsContent => Kind <= TokenKind.Number && !IsStopWord;
}

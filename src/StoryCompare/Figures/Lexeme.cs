using StoryCompare.Text;

namespace StoryCompare.Figures;

/// <summary>What a lexeme is.</summary>
internal enum LexemeKind : byte
{
    /// <summary>Letters.</summary>
    Word,
    /// <summary>A number in digits; <see cref="Lexeme.Value"/> holds it.</summary>
    Number,
    /// <summary>One mark or symbol; <see cref="Lexeme.Mark"/> holds it.</summary>
    Mark,
}

/// <summary>How a number in digits is written.</summary>
[Flags]
internal enum DigitShape : byte
{
    None = 0,
    /// <summary>Thousands are set apart: 18,000.</summary>
    Grouped = 1,
    /// <summary>It has decimals.</summary>
    Decimal = 2,
    /// <summary>It starts with a zero that a quantity would not have: 007, 0400.</summary>
    LeadingZero = 4,
    /// <summary>No quantity: an address, a version, a date with dots, or too large for a double.</summary>
    Unreadable = 8,
    /// <summary>A power of ten or a fraction is written out: 2.1×10^5, ½, 1⁄32.</summary>
    Composed = 16,
}

/// <summary>A token as the figure scanner sees it: numbers read, words looked up. Indexes point into the source.</summary>
internal struct Lexeme
{
    public int Start;
    public int End;
    public LexemeKind Kind;
    public DigitShape Shape;
    public TokenFlags Flags;
    /// <summary>White space stands before it, or the sentence starts.</summary>
    public bool SpaceBefore;
    public char Mark;
    /// <summary>Digits of the integer part.</summary>
    public short Digits;
    public uint Term;
    /// <summary>Index into the lexicon; 0 when the word is not in it.</summary>
    public int Entry;
    public double Value;
    /// <summary>Place value of the last digit shown that is not zero.</summary>
    public double Step;

    public readonly bool IsWord => Kind == LexemeKind.Word;
    public readonly bool IsNumber => Kind == LexemeKind.Number;
    public readonly bool IsCapitalised => Kind == LexemeKind.Word && (Flags & TokenFlags.Capitalised) != TokenFlags.None;
    public readonly bool Is(char mark) => Kind == LexemeKind.Mark && Mark == mark;
    public readonly bool IsDash => Kind == LexemeKind.Mark && Mark is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';
    /// <summary>An integer without separators or decimals.</summary>
    public readonly bool IsPlainInteger => Kind == LexemeKind.Number && (Shape & ~DigitShape.LeadingZero) == DigitShape.None;
}

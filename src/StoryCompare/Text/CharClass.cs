using System.Globalization;

namespace StoryCompare.Text;

/// <summary>What a UTF-16 code unit is to the tokenizer. Decided by .NET's own character data, never by the machine's ICU.</summary>
internal static class CharClass
{
    /// <summary>The class of the code point at <paramref name="i"/> and its length in code units. A lone surrogate is a symbol of length 1.</summary>
    public static CharKind At(string text, int i, out int length)
    {
        char c = text[i];
        length = 1;
        if (c < 0x80)
        {
            return Ascii(c);
        }

        if (char.IsHighSurrogate(c))
        {
            if (i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return CharKind.Symbol;
            }

            length = 2;
            int codePoint = char.ConvertToUtf32(c, text[i + 1]);
            return codePoint is >= 0x20000 and <= 0x3FFFF ? CharKind.Ideograph : OfCategory(CharUnicodeInfo.GetUnicodeCategory(codePoint));
        }

        return Of(c);
    }

    /// <summary>The class of a single code unit.</summary>
    public static CharKind Of(char c) => c < 0x80 ? Ascii(c) : c switch
    {
        '\u200B' or '\uFEFF' or '\u2028' or '\u2029' or '\u0085' => CharKind.Space,
        >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => CharKind.Ideograph,
        _ => OfCategory(CharUnicodeInfo.GetUnicodeCategory(c)),
    };

    /// <summary>Letter, mark or digit.</summary>
    public static bool IsWordChar(char c) => c < 0x80
        ? (uint)((c | 0x20) - 'a') < 26 || (uint)(c - '0') < 10
        : Of(c) is CharKind.Letter or CharKind.Digit or CharKind.Mark;

    /// <summary>Apostrophes and the transliteration marks for ayn and hamza.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2018' or '\u2019' or '\u02BB' or '\u02BC' or '\u02BD' or '\u02BE' or '\u02BF' or '\uFF07';

    /// <summary>Ends a line: LF, CR, VT, FF, NEL, and the Unicode line and paragraph separators.</summary>
    public static bool IsLineBreak(char c) => c is (>= '\n' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    private static CharKind Ascii(char c)
    {
        if ((uint)((c | 0x20) - 'a') < 26)
        {
            return CharKind.Letter;
        }

        if ((uint)(c - '0') < 10)
        {
            return CharKind.Digit;
        }

        return c switch
        {
            ' ' or (>= '\t' and <= '\r') => CharKind.Space,
            < ' ' or '\u007F' => CharKind.Ignored,
            '$' or '+' or '<' or '=' or '>' or '^' or '`' or '|' or '~' => CharKind.Symbol,
            _ => CharKind.Punctuation,
        };
    }

    private static CharKind OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharKind.Letter,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Mark,
        UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => CharKind.Space,
        UnicodeCategory.Control or UnicodeCategory.Format => CharKind.Ignored,
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation => CharKind.Punctuation,
        _ => CharKind.Symbol,
    };
}

/// <summary>Classes of characters.</summary>
internal enum CharKind : byte
{
    /// <summary>White space, line breaks, zero-width space, byte-order mark.</summary>
    Space,
    /// <summary>Controls and format characters that are no space: joiners, direction marks, soft hyphen, NUL.</summary>
    Ignored,
    /// <summary>A letter of a script with word boundaries.</summary>
    Letter,
    /// <summary>A combining mark.</summary>
    Mark,
    /// <summary>A decimal digit of any script.</summary>
    Digit,
    /// <summary>A Han or Kana character: a token of its own.</summary>
    Ideograph,
    /// <summary>Punctuation.</summary>
    Punctuation,
    /// <summary>Anything else: currency signs, emoji, lone surrogates.</summary>
    Symbol,
}

using System.Globalization;

namespace StoryCompare.Figures;

/// <summary>Reads a number in digits, of any script, with any of the world's separators. Linear, and never throws: what overflows is marked unreadable.</summary>
internal static class DigitReader
{
    private const double Largest = 1e300;

    /// <summary>Whether a number may start at <paramref name="i"/>: a digit, a fraction sign, or a decimal point before a digit.</summary>
    public static bool StartsAt(ReadOnlySpan<char> s, int i) =>
        char.IsDigit(s[i]) || IsFraction(s[i]) || (s[i] == '.' && i + 1 < s.Length && char.IsDigit(s[i + 1]) && (i == 0 || (!char.IsLetterOrDigit(s[i - 1]) && s[i - 1] != '.')));

    /// <summary>Reads the number that starts at <paramref name="i"/>; sets its end, value, step and shape.</summary>
    /// <param name="s">The source, cut at the end of the sentence.</param>
    /// <param name="i">Where it starts.</param>
    /// <param name="decimalMark">The language's decimal mark; the other one of "." and "," groups thousands.</param>
    /// <param name="lexeme">What is read.</param>
    public static void Read(ReadOnlySpan<char> s, int i, char decimalMark, ref Lexeme lexeme)
    {
        int start = i;
        char grouping = decimalMark == '.' ? ',' : '.';
        double value = 0;
        int digits = 0;
        int groups = 0;
        int lastNonZero = 0;
        DigitShape shape = DigitShape.None;
        while (i < s.Length)
        {
            int digit = DigitValue(s[i]);
            if (digit >= 0)
            {
                value = value < Largest ? (value * 10) + digit : value;
                digits++;
                lastNonZero = digit != 0 ? digits : lastNonZero;
                i++;
                continue;
            }

            if (digits > 0 && IsGrouping(s[i], grouping) && GroupFollows(s, i, digits, groups, decimalMark))
            {
                groups++;
                i++;
                continue;
            }

            break;
        }

        double step = lastNonZero == 0 ? 1 : Math.Pow(10, Math.Min(digits - lastNonZero, 300));
        if (digits > 1 && groups == 0 && value >= 0 && DigitValue(s[start]) == 0)
        {
            shape |= DigitShape.LeadingZero;
        }

        shape |= groups > 0 ? DigitShape.Grouped : DigitShape.None;
        int integerDigits = digits;
        if (i + 1 < s.Length && s[i] is '.' or ',' or '\u066B' && DigitValue(s[i + 1]) >= 0)
        {
            i = ReadDecimals(s, i, decimalMark, ref value, ref step, ref shape);
        }

        if (i < s.Length && IsFraction(s[i]))
        {
            double part = CharUnicodeInfo.GetNumericValue(s[i]);
            value += part;
            step = part * 0.05;
            shape |= DigitShape.Composed;
            i++;
        }
        else if (i + 1 < s.Length && s[i] == '\u2044' && DigitValue(s[i + 1]) > 0)
        {
            i = ReadDenominator(s, i + 1, ref value, ref step, ref shape);
        }
        else
        {
            i = ReadExponent(s, i, ref value, ref step, ref shape);
        }

        if (!(value < Largest) || digits > 300)
        {
            shape |= DigitShape.Unreadable;
            value = 0;
        }

        lexeme.Start = start;
        lexeme.End = i;
        lexeme.Value = value;
        lexeme.Step = step;
        lexeme.Shape = shape;
        lexeme.Digits = (short)Math.Min(integerDigits, short.MaxValue);
    }

    /// <summary>Value of a decimal digit of any script, else -1.</summary>
    public static int DigitValue(char c) => c is >= '0' and <= '9' ? c - '0' : c < 0x80 ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);

    private static bool IsFraction(char c) => c is '\u00BC' or '\u00BD' or '\u00BE' or (>= '\u2150' and <= '\u215E');

    private static bool IsGrouping(char c, char grouping) => c == grouping || c is '\u00A0' or '\u202F' or '\u2009' or ' ' or '\'' or '\u2019' or '.' or '\u066C';

    // Three digits and no fourth; the Indian system groups by two before the last three.
    private static bool GroupFollows(ReadOnlySpan<char> s, int i, int digits, int groups, char decimalMark)
    {
        if (groups == 0 && digits > 3)
        {
            return false;
        }

        int n = 0;
        while (i + 1 + n < s.Length && n < 4 && DigitValue(s[i + 1 + n]) >= 0)
        {
            n++;
        }

        char c = s[i];
        if (c == decimalMark)
        {
            // "1.234.567" and "25.000" are thousands even where the point is the decimal mark; "25.125" is not.
            bool zeros = n == 3 && s[i + 1] == '0' && s[i + 2] == '0' && s[i + 3] == '0' && groups == 0 && digits <= 3 && s[i - 1] != '0';
            bool again = n == 3 && i + 5 < s.Length && s[i + 4] == c && DigitValue(s[i + 5]) >= 0 && c == '.';
            return zeros || again || (groups > 0 && n == 3 && s[i - 4] == c);
        }

        if (c == '.')
        {
            return n == 3;
        }

        if (c is ' ')
        {
            // A plain space groups only "10 000": no leading zero group, and what follows is no further number.
            return n == 3 && digits + groups > 0 && s[i + 1] == '0' && s[i + 2] == '0' && s[i + 3] == '0' && (i + 4 >= s.Length || s[i + 4] != ',');
        }

        if (n == 3)
        {
            return true;
        }

        // "2, 000ft": a blank slipped in behind the comma; no number starts with three zeros.
        if (c == ',' && s[(i + 1)..].StartsWith(" 000", StringComparison.Ordinal) && groups == 0 && (i + 5 >= s.Length || DigitValue(s[i + 5]) < 0))
        {
            return true;
        }

        return n == 2 && c == ',' && i + 6 < s.Length && s[i + 3] == ',' && DigitValue(s[i + 4]) >= 0 && DigitValue(s[i + 5]) >= 0;
    }

    private static int ReadDecimals(ReadOnlySpan<char> s, int i, char decimalMark, ref double value, ref double step, ref DigitShape shape)
    {
        char mark = s[i];
        int end = i + 1;
        double unit = 1;
        double decimals = 0;
        int n = 0;
        while (end < s.Length && DigitValue(s[end]) is var digit and >= 0)
        {
            if (n < 15)
            {
                decimals = (decimals * 10) + digit;
                unit *= 10;
            }

            n++;
            end++;
        }

        bool more = end + 1 < s.Length && s[end] is '.' or ',' && DigitValue(s[end + 1]) >= 0;
        if (mark != decimalMark && mark != '\u066B')
        {
            // "1,5" is a decimal comma; "1,2,3" or "12,3456" is a list.
            if (n > 2 || more)
            {
                return i;
            }
        }
        else if (more && s[end] == mark)
        {
            while (end < s.Length && (s[end] == mark || DigitValue(s[end]) >= 0))
            {
                end++;
            }

            shape |= DigitShape.Unreadable;
            return s[end - 1] == mark ? end - 1 : end;
        }

        // One division, so that 1.84 is the double nearest to it.
        value = value < 1e6 ? ((value * unit) + decimals) / unit : value + (decimals / unit);
        step = 1 / unit;
        shape |= DigitShape.Decimal;
        return end;
    }

    private static int ReadDenominator(ReadOnlySpan<char> s, int i, ref double value, ref double step, ref DigitShape shape)
    {
        double denominator = 0;
        int end = i;
        while (end < s.Length && DigitValue(s[end]) is var digit and >= 0)
        {
            denominator = denominator < Largest ? (denominator * 10) + digit : denominator;
            end++;
        }

        value /= denominator;
        step = value * 0.05;
        shape |= DigitShape.Composed;
        return end;
    }

    // "3.1×10−8", "10^6", "6e23", "4x2^10" (the base is 10 or 2).
    private static int ReadExponent(ReadOnlySpan<char> s, int i, ref double value, ref double step, ref DigitShape shape)
    {
        int at = i;
        double radix = 10;
        if (at < s.Length && s[at] == '^' && value == 10)
        {
            value = 1;
            step = 1;
            at++;
        }
        else if (at + 1 < s.Length && s[at] is 'e' or 'E' && (DigitValue(s[at + 1]) >= 0 || (at + 2 < s.Length && IsMinus(s[at + 1]) && DigitValue(s[at + 2]) >= 0)))
        {
            at++;
        }
        else
        {
            int k = at;
            while (k < s.Length && k < at + 2 && s[k] == ' ')
            {
                k++;
            }

            if (k + 2 >= s.Length || s[k] is not ('\u00D7' or 'x' or '*'))
            {
                return i;
            }

            k++;
            while (k < s.Length && s[k] == ' ' && k < at + 5)
            {
                k++;
            }

            if (k + 2 < s.Length && s[k] == '1' && s[k + 1] == '0' && (s[k + 2] == '^' || IsMinus(s[k + 2]) || DigitValue(s[k + 2]) < 0))
            {
                k += 2;
            }
            else if (k + 2 < s.Length && s[k] == '2' && s[k + 1] == '^')
            {
                radix = 2;
                k++;
            }
            else
            {
                return i;
            }

            at = k < s.Length && s[k] == '^' ? k + 1 : k;
        }

        bool negative = at < s.Length && IsMinus(s[at]);
        at += negative ? 1 : 0;
        int exponent = 0;
        int digits = 0;
        while (at < s.Length && (DigitValue(s[at]) is var digit and >= 0))
        {
            exponent = Math.Min((exponent * 10) + digit, 9999);
            digits++;
            at++;
        }

        if (digits == 0)
        {
            return i;
        }

        double power = Math.Pow(radix, negative ? -exponent : exponent);
        value *= power;
        step *= power;
        shape |= DigitShape.Composed | (double.IsFinite(value) && value < Largest ? DigitShape.None : DigitShape.Unreadable);
        return at;
    }

    private static bool IsMinus(char c) => c is '-' or '\u2212' or '\u2013';
}

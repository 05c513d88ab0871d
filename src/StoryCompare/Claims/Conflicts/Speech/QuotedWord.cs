using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>A word of a quotation as it is compared: contractions are opened, brackets, fillers and round zeros left out.</summary>
internal sealed record QuotedWord(uint Term, uint Stem, string Form, int Sentence, bool IsContent, bool IsNegation, bool IsNumber)
{
    // "11th" and "eleventh", "Aug." and "August", "OK" and "okay".
    private static readonly FrozenDictionary<string, string> Spellings = EmbeddedData.Rows("spellings.tsv").SelectMany(static r => r[1].Split('|').Select(w => (w, r[0]))).ToFrozenDictionary(static p => p.w, static p => p.Item2, StringComparer.Ordinal);
    private static readonly FrozenSet<string> Ordinals = FrozenSet.ToFrozenSet(["st", "nd", "rd", "th"], StringComparer.Ordinal);

    private static readonly TermSet Fillers = TermHash.SetOf("a", "an", "the", "that", "uh", "um", "er", "well", "so", "and", "really", "very", "is", "am", "are", "will", "have", "has", "had", "would", "do", "does", "did", "shall", "single");

    /// <summary>Whether both are one word, spelled alike.</summary>
    public bool IsSame(QuotedWord other) => Term == other.Term || IsSpelling(Form, other.Form);

    // "Realised", "realized"; "neighbour", "neighbor"; "fibre", "fiber": one letter or one swap apart in a longer word.
    private static bool IsSpelling(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < 5 || Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        int start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start])
        {
            start++;
        }

        int end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return start >= 3 && start + end >= Math.Max(a.Length, b.Length) - (a.Length == b.Length ? 2 : 1) && !(start + end == Math.Max(a.Length, b.Length) - 1 && end == 0);
    }

    /// <summary>Adds the words of one sentence that stand inside <paramref name="span"/>, at most <paramref name="most"/> in all.</summary>
    public static void Read(TokenizedText text, int sentence, TextSpan span, int most, List<QuotedWord> words)
    {
        bool bracket = false;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[sentence]);
        for (int i = Halving.FirstFrom(tokens, 0, tokens.Length, span.Start, static (t, k) => t[k].Start); i < tokens.Length && tokens[i].End <= span.End && words.Count < most; i++)
        {
            Token t = tokens[i];
            char opening = text.Source[t.Start];
            bracket = opening is '[' or '(' || (bracket && opening is not (']' or ')'));
            if (bracket || t.Kind > TokenKind.Number || (t.Length <= 2 && i > 0 && text.Source[tokens[i - 1].Start] is '\'' or '\u2019'))
            {
                continue;
            }

            NegationReach reach = Negations.At(tokens, i, text.Chars(t));
            bool negation = reach is NegationReach.Verbal or NegationReach.Determiner;
            // "I'm" and "I am", "don't" and "do not" are one: the part before the mark counts, and the negation.
            ReadOnlySpan<char> chars = text.Chars(t);
            int mark = chars.IndexOfAny('\'', '\u2019');
            if (negation && mark > 0)
            {
                words.Add(new QuotedWord(TermHash.Of("not"), TermHash.Of("not"), "not", sentence, false, true, false));
                continue;
            }

            // "August the 31st": the ending of an ordinal that is a token of its own.
            if (i > 0 && tokens[i - 1].Kind == TokenKind.Number && tokens[i - 1].End == t.Start && Ordinals.Contains(chars.ToString().ToLowerInvariant()))
            {
                continue;
            }

            if (mark < 0 && Spellings.TryGetValue(chars.ToString().ToLowerInvariant(), out string? usual))
            {
                words.Add(new QuotedWord(TermHash.Of(usual), TermHash.Of(usual), usual, sentence, t.IsContent, false, char.IsAsciiDigit(usual[0])));
                continue;
            }

            uint term = mark > 0 && chars.Length - mark <= 3 ? TermHash.Of(chars[..mark].ToString().ToLowerInvariant()) : t.Term;
            bool zeros = t.Kind == TokenKind.Number && chars.Trim('0').IsEmpty;
            if (!Fillers.Contains(term) && !zeros)
            {
                words.Add(new QuotedWord(term, t.Stem, (mark > 0 ? chars[..mark] : chars).ToString().ToLowerInvariant(), sentence, t.IsContent, negation, t.Kind == TokenKind.Number));
            }
        }
    }
}

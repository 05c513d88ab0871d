using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Numbers that count nothing and yet differ between reports: scores, records and votes ("a 45-36 lead", "won 3-1", "61 to 37"), and ordinals ("in the seventh round", "her third title").</summary>
/// <remarks>No figures of the report; read for conflicts only. A score is kept as one value, its halves in thousands. Linear in the story's words.</remarks>
internal static class StoryNumbers
{
    /// <summary>Unit of a score.</summary>
    public const string Score = "score";

    /// <summary>Start of the unit of an ordinal, before its noun.</summary>
    public const string Ordinal = "ordinal ";

    // A half of a score, and an ordinal, are smaller; more is a date, a number of a house, a century's hundred.
    private const double MostOfHalf = 999;
    private const double MostOrdinal = 60;

    // The halves of a score in one value.
    private const double Half = 1000;

    // Words between an ordinal and its noun: "sixth straight win".
    private const int NounWithin = 2;

    private static readonly uint[] Ordinals = [.. "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".Split(' ').Select(static w => TermHash.Of(w))];
    private static readonly TermSet Runs = WordSets.Of("ordinal.runs");
    private static readonly TermSet NoNouns = WordSets.Of("ordinal.none");
    private static readonly TermSet NoScores = WordSets.Of("score.none");

    /// <summary>The numbers of a story's own statements, by article, then position.</summary>
    public static List<StoryFigure> ReadAll(StoryContext story)
    {
        List<StoryFigure> found = [];
        foreach (SentenceRef at in story.Statements())
        {
            TokenizedText text = story.Analyzed(at.Article).Text;
            ReadOnlySpan<Token> tokens = text.TokensOf(story.Sentence(at));
            for (int i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Kind == TokenKind.Number && i + 2 < tokens.Length && ReadScore(text, tokens, i) is { } score)
                {
                    found.Add(StoryFigure.Of(story, at, new ExtractedFigure(new Figure { Value = score, Unit = Score, Counts = Score, Step = 1 }, new TextSpan(tokens[i].Start, tokens[i + 2].End), at.Sentence)));
                    i += 2;
                }
                else if (OrdinalAt(text, tokens[i]) is > 1 and <= MostOrdinal and var ordinal && NounOf(text, tokens, i) is { } noun)
                {
                    string name = NounForms.Singular(text.String(noun.Span).ToLowerInvariant());
                    found.Add(StoryFigure.Of(story, at, new ExtractedFigure(new Figure { Value = ordinal, Unit = Ordinal + CountedThings.ThingOf(name), Counts = name, Step = 1 }, new TextSpan(tokens[i].Start, noun.End), at.Sentence)));
                }
            }
        }

        return found;
    }

    // "45-36", "3–1", with no blank; no stretch of years, no part of a longer chain, nothing that a unit follows ("10-15 people").
    private static double? ReadScore(TokenizedText text, ReadOnlySpan<Token> tokens, int i)
    {
        string source = text.Source;
        bool joined = tokens[i + 2].Kind == TokenKind.Number && tokens[i + 1].Start == tokens[i].End && tokens[i + 2].Start == tokens[i + 1].End && source[tokens[i + 1].Start] is '-' or '\u2010' or '\u2011' or '\u2013';
        bool chained = (i > 0 && tokens[i - 1].End == tokens[i].Start && tokens[i - 1].Kind != TokenKind.Punctuation) || (i > 0 && source[tokens[i - 1].Start] is '-' or '$' or '\u00A3' or '\u20AC' or '/' or '#' && tokens[i - 1].End == tokens[i].Start)
            || (i + 3 < tokens.Length && tokens[i + 3].Start == tokens[i + 2].End && source[tokens[i + 3].Start] is '-' or '/' or '%' or '\u2013' or ':');
        if (!joined || chained || !double.TryParse(text.Chars(tokens[i]), NumberStyles.None, CultureInfo.InvariantCulture, out double a) || !double.TryParse(text.Chars(tokens[i + 2]), NumberStyles.None, CultureInfo.InvariantCulture, out double b) || a > MostOfHalf || b >= MostOfHalf)
        {
            return null;
        }

        bool counts = i + 3 < tokens.Length && tokens[i + 3].IsWord && (NoScores.Contains(tokens[i + 3].Term) || CountedThings.PersonStems.Contains(tokens[i + 3].Stem));
        return counts ? null : (a * Half) + b;
    }

    // "third", "11th"; 0 for other words.
    private static double OrdinalAt(TokenizedText text, in Token token)
    {
        if (token.IsWord && Array.IndexOf(Ordinals, token.Term) is >= 0 and int known)
        {
            return known + 2;
        }

        ReadOnlySpan<char> word = text.Chars(token);
        return word.Length is 3 or 4 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th" && double.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out double value) ? value : 0;
    }

    // The noun behind an ordinal: "round", "title"; none where a name, a street or another word follows.
    private static Token? NounOf(TokenizedText text, ReadOnlySpan<Token> tokens, int ordinal)
    {
        int k = ordinal + 1;
        k += k + 1 < tokens.Length && text.Source[tokens[k].Start] == '-' ? 1 : 0;
        for (int steps = 0; k < tokens.Length && steps <= NounWithin; k++, steps++)
        {
            if (!tokens[k].IsWord || tokens[k].IsCapitalised || !tokens[k].IsContent || NoNouns.Contains(tokens[k].Term))
            {
                return null;
            }

            if (!Runs.Contains(tokens[k].Term))
            {
                return tokens[k];
            }
        }

        return null;
    }
}

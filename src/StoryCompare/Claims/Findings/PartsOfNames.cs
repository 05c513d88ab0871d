using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Numbers that count nothing: halves of scores ("9-14"), groups of a telephone number, versions, numbered names ("the Red Line 3 cable").</summary>
/// <remarks>They are equal in every article without being a figure of the story.</remarks>
internal sealed class PartsOfNames
{
    // Different digits behind one capitalised word that make it a series: "Line 3", "Line 4".
    private const int LeastOfSeries = 2;

    private static readonly TermSet Prepositions = WordSets.Of("series.before");

    // Tokens of a list of numbers behind a name.
    private const int LongestList = 40;

    private readonly StoryContext _story;
    private readonly Dictionary<uint, HashSet<uint>> _series = [];

    /// <summary>Reads the numbered names of the sentences that hold figures, in time linear in them.</summary>
    public PartsOfNames(StoryContext story, IEnumerable<StoryFigure> figures)
    {
        _story = story;
        foreach (SentenceRef at in figures.Select(static f => f.At).Distinct())
        {
            TokenizedText text = story.Analyzed(at.Article).Text;
            ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[at.Sentence]);
            for (int i = 0; i < tokens.Length; i++)
            {
                if (IsInSeries(tokens, i))
                {
                    uint name = tokens[i - 1].Term;
                    if (!_series.TryGetValue(name, out HashSet<uint>? numbers))
                    {
                        _series[name] = numbers = [];
                    }

                    numbers.Add(tokens[i].Term);
                }
            }
        }
    }

    /// <summary>Whether the figure's number is a part of a score, code or name.</summary>
    public bool Holds(StoryFigure figure)
    {
        // "Zero-day": a name made of a number.
        if (figure.Figure.Value == 0 && (Dimension.Of(figure.Figure.Unit) is "time" or "d"))
        {
            return true;
        }

        ReadOnlySpan<Token> tokens = TokensOf(figure, out string source, out int at);
        if (at >= tokens.Length || figure.Figure.Role.Length > 0 || figure.Figure.High is not null)
        {
            return false;
        }

        // "7 p. m." is cut into letters by some sources, and no seven pence.
        if (IsClock(tokens, source, at))
        {
            return true;
        }

        // "9-14 start": the number behind the hyphen is half of a score, whatever follows it.
        return IsJoined(tokens, source, at - 1)
            || (IsInSeries(tokens, at) && _series.TryGetValue(tokens[at - 1].Term, out HashSet<uint>? numbers) && numbers.Count >= LeastOfSeries)
            || (figure.Extracted.Figure.Unit.Length == 0 && figure.Slot.Thing.Length == 0 && (IsJoined(tokens, source, at + 1) || IsNumber(tokens, at - 1) || IsNumber(tokens, at + 1) || IsListedBehindName(tokens, source, at)));
    }

    // "10 a. m.", cut into letters by the source.
    private static bool IsClock(ReadOnlySpan<Token> tokens, string source, int at) =>
        at + 3 < tokens.Length && tokens[at + 1].Length == 1 && source[tokens[at + 1].Start] is 'a' or 'p' or 'A' or 'P' && source[tokens[at + 2].Start] is '.' && tokens[at + 3].Length == 1 && source[tokens[at + 3].Start] is 'm' or 'M';

    // A hyphen or dash that holds two numbers together.
    private static bool IsJoined(ReadOnlySpan<Token> tokens, string source, int dash) =>
        dash >= 1 && dash + 1 < tokens.Length && IsNumber(tokens, dash - 1) && IsNumber(tokens, dash + 1)
        && source[tokens[dash].Start] is '-' or '\u2010' or '\u2011' or '\u2013'
        && (tokens[dash].Flags & TokenFlags.AfterSpace) == TokenFlags.None;

    // "Server 6", "Server 5.01, 6, and 7".
    private static bool IsListedBehindName(ReadOnlySpan<Token> tokens, string source, int at)
    {
        int i = at;
        while (i > Math.Max(0, at - LongestList) && (IsNumber(tokens, i) || IsNumbered(tokens[i]) || source[tokens[i].Start] is ',' || (tokens[i].IsStopWord && !tokens[i].IsCapitalised)))
        {
            if (IsBehindName(tokens, i) || IsNumbered(tokens[i]))
            {
                return true;
            }

            i--;
        }

        return false;
    }

    // "IE6"
    private static bool IsNumbered(in Token token) => token.IsWord && token.IsCapitalised && (token.Flags & TokenFlags.HasDigit) != TokenFlags.None;

    // A capitalised word that does not open the sentence; "We" of a name counts, though it is a function word.
    private static bool IsBehindName(ReadOnlySpan<Token> tokens, int at) => at >= 2 && IsNumber(tokens, at) && tokens[at - 1] is { IsWord: true, IsCapitalised: true };

    // "In Paris 3 bridges": a place, not a name with a number.
    private static bool IsInSeries(ReadOnlySpan<Token> tokens, int at) => IsBehindName(tokens, at) && !Prepositions.Contains(tokens[at - 2].Term);

    private static bool IsNumber(ReadOnlySpan<Token> tokens, int at) => at >= 0 && at < tokens.Length && tokens[at].Kind == TokenKind.Number;

    // The tokens of the figure's sentence, and the place of its first number in digits (their count where it is written in words).
    private ReadOnlySpan<Token> TokensOf(StoryFigure figure, out string source, out int at)
    {
        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        source = text.Source;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[figure.At.Sentence]);
        TextSpan span = figure.Extracted.Span;
        (at, _) = FigureSlotReader.TokensOf(tokens, span);
        while (at < tokens.Length && (tokens[at].Start < span.Start || (tokens[at].Kind != TokenKind.Number && tokens[at].Start < span.End)))
        {
            at++;
        }

        at = at < tokens.Length && tokens[at].Start < span.End ? at : tokens.Length;
        return tokens;
    }
}

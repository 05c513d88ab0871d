using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Which part of the counted a figure gives, where its words tell one: the worst of them, the rest of them, those in one condition.</summary>
/// <param name="IsExtreme">"The four hardest-hit villages": picked out of more.</param>
/// <param name="IsRest">"… and two others": what one sentence counts after the first.</param>
/// <param name="Condition">Term of the word in "in serious condition"; 0 when none is told.</param>
internal readonly record struct FigureSubset(bool IsExtreme, bool IsRest, uint Condition)
{
    // Tokens between a number of patients and the end of their condition.
    private const int ConditionWithin = 8;

    private static readonly uint ConditionWord = TermHash.Of("condition");
    private static readonly uint In = TermHash.Of("in");

    /// <summary>Whether the two are told to be different parts.</summary>
    public bool PartsFrom(FigureSubset other) =>
        IsExtreme != other.IsExtreme || IsRest != other.IsRest || (Condition != 0 && other.Condition != 0 && Condition != other.Condition);

    /// <summary>The part a figure gives, among the members of its group.</summary>
    public static FigureSubset Of(StoryContext story, StoryFigure figure, StoryFigure[] members)
    {
        string[] words = figure.Extracted.Figure.Counts.Split(' ', '-');
        bool rest = Array.Exists(words, CountedThings.Rests.Contains) && Array.Exists(members, o => o.At == figure.At && o.Extracted.Span.Start < figure.Extracted.Span.Start);
        return new FigureSubset(Array.Exists(words, CountedThings.Extremes.Contains), rest, CountedThings.IsPeople(figure.Figure.Unit) ? ConditionOf(story, figure) : 0);
    }

    private static uint ConditionOf(StoryContext story, StoryFigure figure)
    {
        TokenizedText text = story.Analyzed(figure.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[figure.At.Sentence]);
        (_, int end) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        for (int i = end; i + 2 < tokens.Length && i < end + ConditionWithin && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (tokens[i].Term == In && tokens[i + 2].Term == ConditionWord)
            {
                return tokens[i + 1].Term;
            }
        }

        return 0;
    }
}

using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Whether a bare number is an age that another text gives in full: in a list of ages ("aged 24, 31 and 38"), beside a name, behind "both" or "now".</summary>
internal static class AgeTwins
{
    private const double Oldest = 119;

    private static readonly TermSet Openers = TermHash.SetOf("both", "now", "aged", "ages", "age", "under", "over", "turned", "turns");
    private static readonly uint Both = TermHash.Of("both");
    private static readonly uint And = TermHash.Of("and");

    /// <summary>Whether a bare number stands where an age does.</summary>
    /// <param name="story">The story.</param>
    /// <param name="bare">The number.</param>
    /// <param name="beside">All figures of its sentence.</param>
    public static bool StandsAsAge(StoryContext story, StoryFigure bare, List<Figure> beside)
    {
        if (bare.Figure.Value is < 1 or > Oldest || bare.Figure.Value != Math.Floor(bare.Figure.Value) || bare.Figure.High is not null)
        {
            return false;
        }

        TokenizedText text = story.Analyzed(bare.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[bare.At.Sentence]);
        (int first, int end) = FigureSlotReader.TokensOf(tokens, bare.Extracted.Span);
        bool closed = end >= tokens.Length || tokens[end].Kind == TokenKind.Punctuation || tokens[end].Term == And;
        if (first == 0 || !closed)
        {
            return false;
        }

        bool comma = tokens[first - 1].Kind == TokenKind.Punctuation && text.Source[tokens[first - 1].Start] is ',' or '(';
        bool listed = (comma || tokens[first - 1].Term == And) && beside.Exists(static f => f.Unit == "age");
        bool named = comma && first > 1 && tokens[first - 2] is { IsWord: true, IsCapitalised: true, IsStopWord: false };
        return listed || named || Openers.Contains(tokens[first - 1].Term);
    }

    /// <summary>Whether "both" gives the age of people named before it, and the other text gives it of none of them: "Ann Lee and Bo Falk, both 24", "a 24-year-old man".</summary>
    /// <param name="story">The story.</param>
    /// <param name="bare">The number.</param>
    /// <param name="owner">Stems of the name beside the age in the other text.</param>
    public static bool IsOfOthers(StoryContext story, StoryFigure bare, HashSet<uint> owner)
    {
        TokenizedText text = story.Analyzed(bare.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[bare.At.Sentence]);
        (int first, _) = FigureSlotReader.TokensOf(tokens, bare.Extracted.Span);
        bool owned = first > 2 && tokens[first - 1].Term == Both && text.Source[tokens[first - 2].Start] == ',' && tokens[first - 3] is { IsWord: true, IsCapitalised: true };
        for (int i = 0; owned && i < first; i++)
        {
            owned = !owner.Contains(tokens[i].Stem);
        }

        return owned;
    }
}

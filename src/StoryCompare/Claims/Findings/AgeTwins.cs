using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Whether a bare number is an age that another text gives in full: in a list of ages ("aged 24, 31 and 38"), beside a name, behind "both" or "now".</summary>
internal static class AgeTwins
{
    private const double Oldest = 119;

    private static readonly TermSet Openers = TermHash.SetOf("both", "now", "aged", "ages", "age", "under", "over", "turned", "turns");
    private static readonly TermSet Limits = TermHash.SetOf("older", "over", "up", "above", "younger", "under", "below");
    private static readonly TermSet Bounds = TermHash.SetOf("under", "over");
    private static readonly TermSet Being = TermHash.SetOf("is", "are", "was", "were");
    private static readonly TermSet AgeWords = TermHash.SetOf("youngest", "oldest", "ages", "age", "eldest", "aged");
    private static readonly uint Or = TermHash.Of("or");

    // Words before a number in which a person stands whose age it is.
    private const int PersonWithin = 5;

    // Words behind an age of which none names a person where it is a thing's.
    private const int ThingWithin = 3;

    private static readonly uint Both = TermHash.Of("both");
    private static readonly uint And = TermHash.Of("and");

    /// <summary>Whether a bare number stands where an age does.</summary>
    /// <param name="story">The story.</param>
    /// <param name="bare">The number.</param>
    /// <param name="beside">All figures of its sentence.</param>
    /// <param name="owned">Whether the other text gives the age beside a name: "the women are 36" is nobody's.</param>
    public static bool StandsAsAge(StoryContext story, StoryFigure bare, List<Figure> beside, bool owned)
    {
        if (bare.Figure.Value is < 1 or > Oldest || bare.Figure.Value != Math.Floor(bare.Figure.Value) || bare.Figure.High is not null)
        {
            return false;
        }

        TokenizedText text = story.Analyzed(bare.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[bare.At.Sentence]);
        (int first, int end) = FigureSlotReader.TokensOf(tokens, bare.Extracted.Span);
        bool closed = end >= tokens.Length || tokens[end].Kind == TokenKind.Punctuation || tokens[end].Term == And || tokens[end].Term == Or;
        if (first == 0)
        {
            return false;
        }

        if (bare.Figure.Qualifier != FigureQualifier.Exactly && Limits.Contains(tokens[end - 1].Term))
        {
            return true;
        }

        // "Everyone 14 and older", "a rider under 15", "the youngest was 12", "two of the divers are 21 and 33".
        if (closed && end + 1 < tokens.Length && (tokens[end].Term == And || tokens[end].Term == Or) && Limits.Contains(tokens[end + 1].Term))
        {
            return true;
        }

        bool person = false;
        for (int i = Math.Max(0, first - PersonWithin); i < first; i++)
        {
            person |= CountedThings.PersonStems.Contains(tokens[i].Stem) || AgeWords.Contains(tokens[i].Term);
        }

        if (person && (Bounds.Contains(tokens[first - 1].Term) || (Bounds.Contains(tokens[first].Term) && end == first + 2) || (closed && !owned && Being.Contains(tokens[first - 1].Term))))
        {
            return true;
        }

        if (!closed)
        {
            return false;
        }

        bool comma = tokens[first - 1].Kind == TokenKind.Punctuation && text.Source[tokens[first - 1].Start] is ',' or '(';
        bool listed = (comma || tokens[first - 1].Term == And) && beside.Exists(static f => f.Unit == "age");
        bool named = comma && first > 1 && tokens[first - 2] is { IsWord: true, IsCapitalised: true, IsStopWord: false };
        return listed || named || Openers.Contains(tokens[first - 1].Term);
    }

    /// <summary>Whether the age is that of a thing, which another text may give in years: "a 35-year-old law", "the law has stood for 35 years".</summary>
    /// <param name="story">The story.</param>
    /// <param name="age">The age.</param>
    public static bool IsOfThing(StoryContext story, StoryFigure age)
    {
        TokenizedText text = story.Analyzed(age.At.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[age.At.Sentence]);
        (int first, int end) = FigureSlotReader.TokensOf(tokens, age.Extracted.Span);
        if (end - first < 2 || end >= tokens.Length || !tokens[end].IsContent || tokens[end].IsCapitalised)
        {
            return false;
        }

        for (int i = end; i < Math.Min(tokens.Length, end + ThingWithin); i++)
        {
            if (CountedThings.PersonStems.Contains(tokens[i].Stem) || tokens[i].IsCapitalised)
            {
                return false;
            }
        }

        return true;
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

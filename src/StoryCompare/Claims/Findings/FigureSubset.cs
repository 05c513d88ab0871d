using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>Which part of the counted a figure gives, where its words tell one: the worst of them, the rest of them, those in one condition, men or women; or whose it is in sport.</summary>
/// <param name="IsExtreme">"The four hardest-hit villages": picked out of more.</param>
/// <param name="IsRest">"… and two others": what one sentence counts after the first.</param>
/// <param name="Condition">Term of the word in "in serious condition"; 0 when none is told.</param>
/// <param name="Sex">"m" or "f" where only men or only women are counted; empty where the noun tells neither.</param>
/// <param name="Holders">Story-wide groups of the persons named beside a tally ("Smith had nine rebounds"); none for other figures.</param>
internal readonly record struct FigureSubset(bool IsExtreme, bool IsRest, uint Condition, string Sex, IReadOnlySet<int> Holders)
{
    // Tokens between a number of patients and the end of their condition.
    private const int ConditionWithin = 16;

    private static readonly uint ConditionWord = TermHash.Of("condition");
    private static readonly uint In = TermHash.Of("in");

    /// <summary>Whether the two are told to be different parts.</summary>
    public bool PartsFrom(FigureSubset other) =>
        IsExtreme != other.IsExtreme || IsRest != other.IsRest || (Condition != 0 && other.Condition != 0 && Condition != other.Condition)
        || (Sex.Length > 0 && other.Sex.Length > 0 && Sex != other.Sex) || (Holders.Count > 0 && other.Holders.Count > 0 && !Holders.Overlaps(other.Holders));

    /// <summary>The part with what it does not tell taken over from another: who tells no condition and no sex stays with the first that does.</summary>
    public FigureSubset FilledFrom(FigureSubset first) =>
        this with { Condition = Condition == 0 ? first.Condition : Condition, Sex = Sex.Length == 0 ? first.Sex : Sex };

    /// <summary>The part a figure gives, among the members of its group.</summary>
    public static FigureSubset Of(StoryContext story, StoryFigure figure, StoryFigure[] members)
    {
        string[] words = figure.Extracted.Figure.Counts.Split(' ', '-');
        bool rest = Array.Exists(words, CountedThings.Rests.Contains) && Array.Exists(members, o => o.At == figure.At && o.Extracted.Span.Start < figure.Extracted.Span.Start);
        bool people = CountedThings.IsPeople(figure.Figure.Unit);
        return new FigureSubset(Array.Exists(words, w => CountedThings.Extremes.Contains(w) && !(w is "youngest" or "oldest" && CountedThings.NamesPeople(figure.Extracted.Figure.Unit))), rest, people ? ConditionOf(story, figure) : 0, people ? CountedThings.SexOf(figure.Extracted.Figure.Unit) : "", HoldersOf(story, figure));
    }

    // The persons of a sentence that gives a tally, or a bare number beside one ("12 points and eight rebounds, scoring ten"). Who of them holds it nobody
    // can tell for sure ("a seven-yard pass from Smith to Jones"), so only sentences without a common person part.
    private static HashSet<int> HoldersOf(StoryContext story, StoryFigure figure)
    {
        bool tally = CountedThings.IsTally(figure.Slot.Thing) || figure.Figure.Unit == "yd" || (figure.Figure.Unit.Length == 0 && figure.Figure.Value > 1);
        ArticleSlots article = story.Articles[figure.At.Article];
        HashSet<int> holders = [];
        if (tally)
        {
            foreach (NameMention n in article.Names(figure.At.Sentence))
            {
                if (article.Article.Names.Entities[n.Entity].Kind == NameKind.Person)
                {
                    holders.Add(article.GroupOf(n));
                }
            }
        }

        return holders;
    }

    /// <summary>Term of the word in "in serious condition" behind a figure; 0 where none is told.</summary>
    public static uint ConditionOf(StoryContext story, StoryFigure figure)
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

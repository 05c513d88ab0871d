using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Says whether time explains two counts: more dead, wounded, destroyed are known later.</summary>
internal static class FigureUpdates
{
    // A bound that the later count passes by less is met, not outgrown.
    private const double OutgrownFrom = 1.15;

    private static readonly int[] Change = [.. new[] { "rise" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];
    private static readonly TermSet ChangeWords = TermHash.SetOf("raised", "revised", "updated", "reaches", "reached", "new", "now", "so", "previously", "earlier");

    /// <summary>Roles of which more become known with time.</summary>
    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal) { "killed", "wounded", "infected", "detained", "displaced", "rescued", "destroyed", "damaged", "stranded", "affected", "missing", "shot" };

    /// <summary>Whether the later article has the later count: the higher one, or, of the missing, the lower one.</summary>
    public static bool Explains(StoryContext story, StoryFigure a, StoryFigure b)
    {
        if (!Grows(a) || !Grows(b))
        {
            return false;
        }

        (StoryFigure low, StoryFigure high) = a.Figure.Value < b.Figure.Value ? (a, b) : (b, a);
        if (a.Figure.Role == "missing")
        {
            return Before(story, low, high) || Before(story, high, low);
        }

        return Before(story, low, high) || (!Before(story, high, low) && TellsRise(story, high.At));
    }

    /// <summary>Whether "at least 19" of an earlier article has become 31 in a later one: no contradiction, but news.</summary>
    public static bool Outgrew(StoryContext story, StoryFigure a, StoryFigure b)
    {
        (StoryFigure low, StoryFigure high) = a.Figure.Value < b.Figure.Value ? (a, b) : (b, a);
        return Grows(a) && Grows(b) && low.Figure.Qualifier is FigureQualifier.AtLeast or FigureQualifier.MoreThan && high.Figure.Qualifier is not (FigureQualifier.Vague or FigureQualifier.AtMost or FigureQualifier.LessThan)
            && high.Figure.Value >= OutgrownFrom * low.Figure.Value && Before(story, low, high);
    }

    /// <summary>Whether more people in the role become known with time: it is told of an event.</summary>
    public static bool IsGrowing(string role) => Growing.Contains(role);

    /// <summary>Whether the sentence says that a count has changed ("raised the number", "now known").</summary>
    public static bool TellsChange(StoryContext story, SentenceRef at) => TellsRise(story, at);

    private static bool Grows(StoryFigure f) => f.Slot.Thing == "people" ? Growing.Contains(f.Figure.Role) : CountedThings.GrowsWithTime(f.Slot.Thing) || Growing.Contains(f.Figure.Role);

    private static bool Before(StoryContext story, StoryFigure a, StoryFigure b) =>
        story.Analyzed(a.At.Article).Published.To is { } before && story.Analyzed(b.At.Article).Published.From is { } after && before < after;

    private static bool TellsRise(StoryContext story, SentenceRef at)
    {
        ArticleSlots article = story.Articles[at.Article];
        foreach (ActMention m in article.Acts(at.Sentence))
        {
            if (Array.IndexOf(Change, m.Class) >= 0)
            {
                return true;
            }
        }

        foreach (Token t in article.Article.Text.TokensOf(story.Sentence(at)))
        {
            if (ChangeWords.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }
}

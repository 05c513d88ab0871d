using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Claims.Findings;

/// <summary>A figure of a story's article with the words it stands among and who gives it.</summary>
internal sealed class StoryFigure
{
    // Words on either side of a figure that say what it is about.
    private const int Window = 14;

    private StoryFigure(SentenceRef at, ExtractedFigure extracted, FigureSlot slot, (uint Stem, float Weight)[] context, double contextWeight, string? speaker, bool isOneOf)
    {
        StartsWithOneOf = isOneOf;
        At = at;
        Extracted = extracted;
        Slot = slot;
        Context = context;
        ContextWeight = contextWeight;
        Speaker = speaker;
    }

    public SentenceRef At { get; }
    public ExtractedFigure Extracted { get; }
    /// <summary>What it says in its sentence.</summary>
    public FigureSlot Slot { get; }
    /// <summary>The figure as it is compared; as it is written: <see cref="Extracted"/>.</summary>
    public Figure Figure => Slot.Figure;
    /// <summary>Content words near the figure, by stem, each once.</summary>
    public (uint Stem, float Weight)[] Context { get; }
    public double ContextWeight { get; }
    /// <summary>Whether it picks one out of several: "one of the biggest fires".</summary>
    public bool StartsWithOneOf { get; }
    /// <summary>Who gives it, or null.</summary>
    public string? Speaker { get; }

    /// <summary>All figures of a story's own statements, by article, then position.</summary>
    public static List<StoryFigure> ReadAll(StoryContext story) => [.. Enumerable.Range(0, story.Articles.Length).SelectMany(a => ReadAll(story, a))];

    /// <summary>Those of one article.</summary>
    public static List<StoryFigure> ReadAll(StoryContext story, int article)
    {
        ArticleSlots slots = story.Articles[article];
        List<StoryFigure> figures = [];
        foreach (ExtractedFigure f in slots.Article.Figures)
        {
            if (slots.IsStatement(f.Sentence))
            {
                (uint, float)[] context = ReadContext(slots, f, out double weight);
                figures.Add(new StoryFigure(new SentenceRef(article, f.Sentence), f, FigureSlotReader.Read(slots, f), context, weight, SpeakerOf(slots, f), IsOneOf(slots, f)));
            }
        }

        return figures;
    }

    /// <summary>A number of a sentence that is no figure of its article.</summary>
    public static StoryFigure Of(StoryContext story, SentenceRef at, ExtractedFigure number)
    {
        ArticleSlots article = story.Articles[at.Article];
        (uint, float)[] context = ReadContext(article, number, out double weight);
        return new StoryFigure(at, number, FigureSlotReader.Read(article, number), context, weight, SpeakerOf(article, number), isOneOf: false);
    }

    /// <summary>Share of the poorer context's weight that the other context holds, in [0, 1].</summary>
    public double SharedContext(StoryFigure other)
    {
        double shared = 0;
        int i = 0, j = 0;
        while (i < Context.Length && j < other.Context.Length)
        {
            if (Context[i].Stem == other.Context[j].Stem)
            {
                shared += Context[i].Weight;
                i++;
                j++;
            }
            else if (Context[i].Stem < other.Context[j].Stem)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        double least = Math.Min(ContextWeight, other.ContextWeight);
        return least == 0 ? 0 : shared / least;
    }

    private static (uint Stem, float Weight)[] ReadContext(ArticleSlots article, ExtractedFigure figure, out double weight)
    {
        TokenizedText text = article.Article.Text;
        Sentence sentence = text.Sentences[figure.Sentence];
        int at = TokenAt(text, sentence, figure.Span.Start);
        Dictionary<uint, float> stems = [];
        SlotWord[] words = article[figure.Sentence].Words;
        for (int i = Halving.FirstFrom(words, 0, words.Length, at - Window, static (w, k) => w[k].Token); i < words.Length && words[i].Token <= at + Window; i++)
        {
            SlotWord w = words[i];
            TextSpan span = text.Tokens[w.Token].Span;
            if (!figure.Span.Overlaps(span) && text.Tokens[w.Token].IsWord)
            {
                stems[w.Stem] = w.Weight;
            }
        }

        (uint, float)[] context = new (uint, float)[stems.Count];
        weight = 0;
        int n = 0;
        foreach ((uint stem, float w) in stems.ByKey())
        {
            context[n++] = (stem, w);
            weight += w;
        }

        return context;
    }

    // The sentence's first token that starts at the place or behind it, or its last one.
    private static int TokenAt(TokenizedText text, Sentence sentence, int place) =>
        Halving.FirstFrom(text.Tokens, sentence.FirstToken, sentence.FirstToken + Math.Max(0, sentence.TokenCount - 1), place, static (t, k) => t[k].Start);

    private static bool IsOneOf(ArticleSlots article, ExtractedFigure figure) =>
        article.Article.Text.Source.AsSpan(figure.Span.Start, figure.Span.Length).StartsWith("one of ", StringComparison.OrdinalIgnoreCase);

    private static string? SpeakerOf(ArticleSlots article, ExtractedFigure figure)
    {
        foreach (Attribution a in article.Attributions(figure.Sentence))
        {
            if (a.Content.Contains(figure.Span))
            {
                return a.SourceName;
            }
        }

        return article.Article.Quotes.Around(figure.Span)?.SpeakerName;
    }
}

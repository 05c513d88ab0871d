using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <content>To which place, body or person the words beside a figure tie it.</content>
internal sealed partial class Scope
{
    private static readonly TermSet Locatives = TermHash.SetOf("in", "across", "near", "around");
    private static readonly FrozenSet<string> Countries = Internals.EmbeddedData.Rows("countries.tsv").SelectMany(static r => r[0].Split('|').Concat(r.Length > 1 ? r[1].Split('|') : [])).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly TermSet References = TermHash.SetOf("of", "from", "off", "to", "outside");

    // UTF-16 code units between a distance and the place it is measured from.
    private const int ReferenceWithin = 40;

    // UTF-16 code units between a name and an age that belong together ("Kim Lee, who is 54").
    private const int PersonWithin = 12;

    /// <summary>Whether the first figure is the smaller one and its words limit it to a place, body or kind of people that the other does not name.</summary>
    public bool IsNarrower(StoryFigure a, StoryFigure b)
    {
        if (a.Figure.Value >= b.Figure.Value)
        {
            return false;
        }

        if (a.Slot.Narrow.Length > 0 && b.Slot.Narrow.Length == 0)
        {
            return true;
        }

        HashSet<int> mine = LocalNames(a);
        return mine.Count > 0 && !mine.Overlaps(LocalNames(b)) && !mine.Overlaps(NamesOf(b.At));
    }

    /// <summary>Whether a name that is not the event's own stands beside the figure.</summary>
    public bool IsLimited(StoryFigure figure) => LocalNames(figure).Count > 0;

    /// <summary>Who gives the figure: the speaker told, else the last name before it in its sentence; empty when there is none.</summary>
    public string VoiceOf(StoryFigure figure)
    {
        if (figure.Speaker is { Length: > 0 } speaker)
        {
            return speaker;
        }

        ArticleSlots article = _story.Articles[figure.At.Article];
        int voice = -1;
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            if (n.Span.End <= figure.Extracted.Span.Start)
            {
                voice = article.GroupOf(n);
            }
        }

        return voice < 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{voice}");
    }

    /// <summary>Whether both sentences name somebody or something that is not the event's own, and nothing in common: they speak of different things.</summary>
    public bool DifferBySubject(SentenceRef a, SentenceRef b)
    {
        HashSet<int> mine = NamesOf(a);
        HashSet<int> theirs = NamesOf(b);
        return mine.Count > 0 && theirs.Count > 0 && !mine.Overlaps(theirs) && mine.Any(g => !_central.Contains(g)) && theirs.Any(g => !_central.Contains(g));
    }

    /// <summary>Whether the sentences name other places, or one of them a place that is not the event's own and the other none.</summary>
    public bool DifferByPlace(SentenceRef a, SentenceRef b)
    {
        HashSet<int> mine = PlacesOf(a);
        HashSet<int> theirs = PlacesOf(b);
        return !mine.Overlaps(theirs) && ((mine.Count > 0 && theirs.Count > 0) || mine.Any(g => !_central.Contains(g)) || theirs.Any(g => !_central.Contains(g)));
    }

    /// <summary>Whether the sentence names a place that is no country.</summary>
    public bool TellsPlace(SentenceRef at) => PlacesOf(at).Count > 0;

    private HashSet<int> PlacesOf(SentenceRef at)
    {
        ArticleSlots article = _story.Articles[at.Article];
        HashSet<int> places = [];
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(_story.Sentence(at));
        foreach (NameMention n in article.Names(at.Sentence))
        {
            NameKind kind = article.Article.Names.Entities[n.Entity].Kind;
            (int first, _) = FigureSlotReader.TokensOf(tokens, n.Span);
            bool place = kind == NameKind.Place || (kind == NameKind.Other && first > 0 && Locatives.Contains(tokens[first - 1].Term));
            if (place && !Countries.Contains(article.Article.Text.String(n.Span)) && !IsSourceOf(article, at.Sentence, n.Span))
            {
                places.Add(article.GroupOf(n));
            }
        }

        return places;
    }

    /// <summary>The group of the place from which a distance is measured ("70 km northeast of the city of Telum"); -1 where none is told.</summary>
    public int ReferenceOf(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        TokenizedText text = article.Article.Text;
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            if (n.Span.Start < figure.Extracted.Span.End || article.Article.Names.Entities[n.Entity].Kind == NameKind.Person)
            {
                continue;
            }

            foreach (Token t in text.TokensOf(_story.Sentence(figure.At)))
            {
                if (t.Start >= figure.Extracted.Span.End && t.End <= n.Span.Start && References.Contains(t.Term) && n.Span.Start - figure.Extracted.Span.End <= ReferenceWithin)
                {
                    return article.GroupOf(n);
                }
            }

            return -1;
        }

        return -1;
    }

    /// <summary>The two places a distance lies between, the lower group first: the one it is measured from and the last name before the figure; (-1, -1) where one is not told.</summary>
    public (int, int) PlacesOf(StoryFigure figure, int reference)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        int before = -1;
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            before = n.Span.End <= figure.Extracted.Span.Start && article.Article.Names.Entities[n.Entity].Kind != NameKind.Person && !IsSourceOf(article, figure.At.Sentence, n.Span) ? article.GroupOf(n) : before;
        }

        return before < 0 || reference < 0 || before == reference ? (-1, -1) : (Math.Min(before, reference), Math.Max(before, reference));
    }

    /// <summary>The story-wide group of the person whose age the figure is; -1 when no name stands beside it.</summary>
    public int PersonOf(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        int best = -1;
        int nearest = PersonWithin + 1;
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            // "The 22-year-old brother Landon": the name behind.
            if (n.Span.End <= figure.Extracted.Span.Start && LeadsUp(article, figure))
            {
                continue;
            }

            int distance = n.Span.End <= figure.Extracted.Span.Start ? figure.Extracted.Span.Start - n.Span.End : n.Span.Start - figure.Extracted.Span.End;
            if (distance < nearest && distance >= 0 && article.Article.Names.Entities[n.Entity].Kind == NameKind.Person)
            {
                nearest = distance;
                best = article.GroupOf(n);
            }
        }

        return best;
    }

    // "A 22-year-old" with a name behind it, no mark between.
    private static bool LeadsUp(ArticleSlots article, StoryFigure figure)
    {
        if (!article.Article.Text.Chars(figure.Extracted.Span).Contains("old", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            if (n.Span.Start >= figure.Extracted.Span.End)
            {
                return n.Span.Start - figure.Extracted.Span.End <= PersonWithin && !article.Article.Text.Chars(new TextSpan(figure.Extracted.Span.End, n.Span.Start)).Contains(',');
            }
        }

        return false;
    }

    // "The governor told the news agency AFP": neither is where it happened.
    private static bool IsSourceOf(ArticleSlots article, int sentence, TextSpan name)
    {
        foreach (Quotes.Attribution a in article.Attributions(sentence))
        {
            if (a.Source.Overlaps(name) || (a.Channel is { } channel && channel.Overlaps(name)))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<int> LocalNames(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        HashSet<int> groups = [];
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            NameKind kind = article.Article.Names.Entities[n.Entity].Kind;
            if (figure.Slot.Near.Contains(n.Span) && kind != NameKind.Person && !_central.Contains(article.GroupOf(n)) && !IsSourceOf(article, figure.At.Sentence, n.Span))
            {
                groups.Add(article.GroupOf(n));
            }
        }

        return groups;
    }
}

using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Slots;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Says whether two mentions speak of one thing: part or whole, the event itself or an older one, here or elsewhere.</summary>
internal sealed class Scope
{
    // A name told by this share of a story's articles belongs to the event itself.
    private const double CentralShare = 0.6;

    // An event this many days before the publication is an older one.
    private const int OldAfterDays = 21;

    // Tokens on either side of a figure within which a name limits it.
    private const int Near = 7;

    private static readonly FrozenSet<uint> PartBefore = Set("another", "other", "additional", "further", "extra", "including", "remaining", "among", "these", "those", "first", "second", "third", "last", "next", "each", "every", "normally", "typically", "usually");
    private static readonly FrozenSet<uint> PartAfter = Set("more", "others", "other", "additional", "else", "apiece", "each");
    private static readonly FrozenSet<uint> OlderWords = Set("previous", "previously", "earlier", "former", "formerly", "ago", "history", "historic", "since", "last", "past", "annually", "decade", "decades", "century");

    private static readonly FrozenSet<uint> WholeAfterOf = Set("them", "whom", "those", "these", "which");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint Including = TermHash.Of("including");

    // Tokens after a figure in which "including" belongs to it.
    private const int IncludesWithin = 14;

    private readonly StoryContext _story;
    private readonly HashSet<int> _central = [];

    public Scope(StoryContext story)
    {
        _story = story;
        Dictionary<int, HashSet<int>> articlesOf = [];
        for (int a = 0; a < story.Articles.Length; a++)
        {
            foreach (int group in story.Input.NameGroups[a])
            {
                if (!articlesOf.TryGetValue(group, out HashSet<int>? articles))
                {
                    articlesOf[group] = articles = [];
                }

                articles.Add(a);
            }
        }

        foreach ((int group, HashSet<int> articles) in articlesOf)
        {
            if (articles.Count >= Math.Max(2, CentralShare * story.Articles.Length))
            {
                _central.Add(group);
            }
        }
    }

    /// <summary>Whether the figure is told as a part or an addition: "12 of them", "two more", "another 5".</summary>
    public bool IsPart(StoryFigure figure)
    {
        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (int first, int end) = TokensOf(text, figure);
        Sentence sentence = _story.Sentence(figure.At);
        ReadOnlySpan<Token> tokens = text.TokensOf(sentence);
        for (int i = Math.Max(0, first - 2); i < first; i++)
        {
            if (PartBefore.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        if (IsShareOf(tokens, first, end))
        {
            return true;
        }

        for (int i = first; i < Math.Min(tokens.Length, end + 2); i++)
        {
            if (PartAfter.Contains(tokens[i].Term) || (i < end && PartBefore.Contains(tokens[i].Term)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the figure's sentence goes on to say that it includes someone: "four killed, including the gunman".</summary>
    public bool Includes(StoryFigure figure)
    {
        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (_, int end) = TokensOf(text, figure);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        for (int i = end; i < Math.Min(tokens.Length, end + IncludesWithin); i++)
        {
            if (tokens[i].Term == Including)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sentences name single days, and none in common.</summary>
    public bool DifferByDay(SentenceRef a, SentenceRef b)
    {
        HashSet<DateOnly> days = DaysOf(a);
        HashSet<DateOnly> others = DaysOf(b);
        return days.Count > 0 && others.Count > 0 && !days.Overlaps(others);
    }

    /// <summary>Whether a name that is not the event's own stands beside both figures ("82 percent in India", "65 percent of traffic to India").</summary>
    public bool ShareLocalName(StoryFigure a, StoryFigure b) => LocalNames(a).Overlaps(LocalNames(b));

    /// <summary>Whether the number belongs to a name ("Flight 370", "SMW 4 cable").</summary>
    public bool IsInName(StoryFigure figure)
    {
        foreach (NameMention n in _story.Articles[figure.At.Article].Names(figure.At.Sentence))
        {
            if (n.Span.Overlaps(figure.Extracted.Span))
            {
                return true;
            }
        }

        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (int first, _) = TokensOf(text, figure);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        return first > 0 && tokens[first].Kind == TokenKind.Number && (tokens[first - 1].Flags & TokenFlags.AllCaps) != 0 && tokens[first - 1].Length <= 5 && !tokens[first - 1].Flags.HasFlag(TokenFlags.HasDigit);
    }

    // "30 of the 80", "12 of them": what follows is the whole; "of the 80": what stands before is the part.
    private static bool IsShareOf(ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (end + 1 < tokens.Length && tokens[end].Term == Of && (WholeAfterOf.Contains(tokens[end + 1].Term) || tokens[end + 1].Kind == TokenKind.Number
            || (end + 2 < tokens.Length && tokens[end + 2].Kind == TokenKind.Number)))
        {
            return true;
        }

        return false;
    }

    private HashSet<DateOnly> DaysOf(SentenceRef at)
    {
        HashSet<DateOnly> days = [];
        foreach (TimeMention t in _story.Articles[at.Article].Times(at.Sentence))
        {
            if (t.IsSingleDay)
            {
                days.Add(t.From!.Value);
            }
        }

        return days;
    }

    /// <summary>Whether the sentence tells of something older than the event: a date well before the publication, "earlier", "last year".</summary>
    public bool IsOlder(SentenceRef at)
    {
        ArticleSlots article = _story.Articles[at.Article];
        foreach (TimeMention t in article.Times(at.Sentence))
        {
            if (t.To is { } to && article.Article.Published.From is { } published && to.DayNumber < published.DayNumber - OldAfterDays)
            {
                return true;
            }
        }

        TokenizedText text = article.Article.Text;
        int year = article.Article.Published.From?.Year ?? 0;
        foreach (Token t in text.TokensOf(text.Sentences[at.Sentence]))
        {
            if (OlderWords.Contains(t.Term))
            {
                return true;
            }

            if (t.Kind == TokenKind.Number && t.Length == 4 && int.TryParse(text.Chars(t), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n) && n is >= 1800 and <= 2100 && n != year && (year != 0 || n < 2100))
            {
                return year == 0 || n < year;
            }
        }

        return false;
    }

    /// <summary>Whether names beside the two figures tie them to different places or parties: neither side's are told on the other side, nor central to the story.</summary>
    public bool DifferByName(StoryFigure a, StoryFigure b)
    {
        HashSet<int> nearA = LocalNames(a);
        HashSet<int> nearB = LocalNames(b);
        return nearA.Count > 0 && nearB.Count > 0 && !nearA.Overlaps(nearB);
    }

    /// <summary>Whether a group of names belongs to the event itself.</summary>
    public bool IsCentral(int group) => _central.Contains(group);

    /// <summary>Groups of the sentence's names.</summary>
    public HashSet<int> NamesOf(SentenceRef at)
    {
        ArticleSlots article = _story.Articles[at.Article];
        HashSet<int> groups = [];
        foreach (NameMention n in article.Names(at.Sentence))
        {
            groups.Add(article.GroupOf(n));
        }

        return groups;
    }

    private HashSet<int> LocalNames(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        TokenizedText text = article.Article.Text;
        (int first, int end) = TokensOf(text, figure);
        int origin = _story.Sentence(figure.At).FirstToken;
        int from = text.Tokens[origin + Math.Max(0, first - Near)].Start;
        int to = text.Tokens[origin + Math.Min(_story.Sentence(figure.At).TokenCount, end + Near) - 1].End;
        HashSet<int> groups = [];
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            NameKind kind = article.Article.Names.Entities[n.Entity].Kind;
            if (n.Span.Start >= from && n.Span.End <= to && kind is NameKind.Place && !_central.Contains(article.GroupOf(n)))
            {
                groups.Add(article.GroupOf(n));
            }
        }

        return groups;
    }

    // First token of the figure and one past its last, counted in the sentence.
    private (int First, int End) TokensOf(TokenizedText text, StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        int first = 0;
        while (first < tokens.Length - 1 && tokens[first].End <= figure.Extracted.Span.Start)
        {
            first++;
        }

        int end = first;
        while (end < tokens.Length && tokens[end].Start < figure.Extracted.Span.End)
        {
            end++;
        }

        return (first, Math.Max(end, first + 1));
    }

    private static FrozenSet<uint> Set(params string[] words) => words.Select(static w => TermHash.Of(w)).ToFrozenSet();
}

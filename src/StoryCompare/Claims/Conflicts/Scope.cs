using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Says whether two mentions speak of one thing: part or whole, the event itself or an older one, here or elsewhere.</summary>
internal sealed partial class Scope
{
    // A name told by this share of a story's articles belongs to the event itself.
    private const double CentralShare = 0.6;

    private static readonly TermSet PartBefore = TermHash.SetOf("another", "other", "additional", "further", "extra", "including", "remaining", "among", "these", "those", "first", "second", "third", "next", "each", "every", "normally", "typically", "usually");
    private static readonly TermSet PartAfter = TermHash.SetOf("more", "others", "other", "additional", "else", "apiece", "each");

    private static readonly TermSet WholeAfterOf = TermHash.SetOf("them", "whom", "those", "these", "which");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint And = TermHash.Of("and");
    private static readonly uint Than = TermHash.Of("than");
    private static readonly uint Including = TermHash.Of("including");
    private static readonly uint Among = TermHash.Of("among");

    // UTF-16 code units between a part and its whole: " of the nearly ".
    private const int WholeWithin = 16;

    // Tokens after a figure in which "including" belongs to it.
    private const int IncludesWithin = 14;

    private static readonly TermSet Leaving = TermHash.SetOf("put", "left", "leaving", "putting", "sent", "sending", "landed", "landing");
    private static readonly FrozenSet<int> Deaths = [.. new[] { "kill", "die" }.Select(Text.Lexicon.ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];
    private static readonly FrozenSet<int> Injuries = [.. new[] { "injure" }.Select(Text.Lexicon.ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];

    private readonly StoryContext _story;
    private readonly HashSet<int> _central = [];
    private readonly BySentence<HashSet<int>> _names;

    // 1 for older, -1 for not.
    private readonly BySentence<sbyte> _older;

    public Scope(StoryContext story)
    {
        _story = story;
        _sums = new BySentence<int>(story);
        _names = new BySentence<HashSet<int>>(story);
        _older = new BySentence<sbyte>(story);
        _attackerDied = new Lazy<bool>(() => story.Statements().Any(TellsAttackerDied));
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
        if (figure.Figure.Unit == "age")
        {
            // "Including a 40-year-old woman", "those aged 18 to 64": who is so old may be one of several, how old is a part of nothing.
            return false;
        }

        if (IsInCompound(figure))
        {
            return true;
        }

        if (IsRestOfOtherRole(figure))
        {
            return false;
        }

        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (int first, int end) = TokensOf(text, figure);
        Sentence sentence = _story.Sentence(figure.At);
        ReadOnlySpan<Token> tokens = text.TokensOf(sentence);
        for (int i = Math.Max(0, first - 2); i < first; i++)
        {
            if (PartBefore.Contains(tokens[i].Term) && !IsAttributeOfPart(text, tokens, i, first, end))
            {
                return true;
            }
        }

        // "12 Orvan and 11 Tarnish sailors".
        bool summand = first >= 3 && tokens[first - 1].Term == And && tokens[first - 2].IsCapitalised && IsNumber(text, tokens[first - 3]);
        if (summand || IsShareOf(text, tokens, first, end))
        {
            return true;
        }

        for (int i = first; i < Math.Min(tokens.Length, end + 2); i++)
        {
            // "More than 600" is no addition.
            bool bound = i + 1 < tokens.Length && tokens[i + 1].Term == Than;
            if ((PartAfter.Contains(tokens[i].Term) && !bound) || (i < end && PartBefore.Contains(tokens[i].Term)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the figure may leave a victim out who is told beside it: "two others were wounded", "wounded four and left a fifth man in a coma".</summary>
    public bool CountsOthers(StoryFigure figure)
    {
        if (IsRestOfOtherRole(figure))
        {
            return true;
        }

        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (_, int end) = TokensOf(text, figure);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        return figure.Slot.Thing == "people" && figure.Figure.Role.Length > 0 && end + 2 < tokens.Length && tokens[end].Term == And && Leaving.Contains(tokens[end + 1].Term);
    }

    /// <summary>Whether the figure is the rest of those whom something else befell: "one man was killed and two others were wounded" counts all the wounded.</summary>
    public bool IsRestOfOtherRole(StoryFigure figure)
    {
        if (figure.Slot.Thing != "people" || figure.Figure.Role is not ("killed" or "wounded") || figure.StartsWithOneOf || RestOf(figure) == 0)
        {
            return false;
        }

        bool rest = false;
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        foreach (Text.Lexicon.ActMention act in _story.Articles[figure.At.Article].Acts(figure.At.Sentence))
        {
            bool death = Deaths.Contains(act.Class);
            if (tokens[act.FirstToken].Start > figure.Extracted.Span.Start || (!death && !Injuries.Contains(act.Class)))
            {
                continue;
            }

            // The act that tells the figure's own role may stand right before it: "and wounding two others".
            bool same = death == (figure.Figure.Role == "killed");
            if (same && figure.Extracted.Span.Start - tokens[act.FirstToken + act.TokenCount - 1].End > 2)
            {
                return false;
            }

            rest |= !same;
        }

        return rest;
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

    /// <summary>Whether a name that is not the event's own stands beside both figures ("75 percent in Tarn", "40 percent of calls to Tarn").</summary>
    public bool ShareLocalName(StoryFigure a, StoryFigure b) => LocalNames(a).Overlaps(LocalNames(b));

    /// <summary>Whether the number belongs to a name ("Flight 370", "SMW 4 cable"); a name behind it only says what is counted ("three Tarnish sailors").</summary>
    public bool IsInName(StoryFigure figure)
    {
        foreach (NameMention n in _story.Articles[figure.At.Article].Names(figure.At.Sentence))
        {
            if (n.Span.Overlaps(figure.Extracted.Span) && n.Span.Start <= figure.Extracted.Span.Start)
            {
                return true;
            }
        }

        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (int first, _) = TokensOf(text, figure);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        return first > 0 && tokens[first].Kind == TokenKind.Number && (tokens[first - 1].Flags & TokenFlags.AllCaps) != 0 && tokens[first - 1].Length <= 5 && !tokens[first - 1].Flags.HasFlag(TokenFlags.HasDigit);
    }

    // "Including an 84-metre bridge": the bridge is one of several, its length no part of a length.
    private static bool IsAttributeOfPart(TokenizedText text, ReadOnlySpan<Token> tokens, int part, int first, int end) =>
        (tokens[part].Term == Including || tokens[part].Term == Among) && part == first - 2 && tokens[part + 1].IsStopWord && tokens[first].Kind == TokenKind.Number && end - first > 1 && text.Source[tokens[first].End] == '-';

    // "30 of the 80", "12 of them": what follows is the whole; "of the 80": what stands before is the part.
    private static bool IsShareOf(TokenizedText text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        // "40 of the rooms", "six of its ships".
        if (end - first >= 3 && tokens[first + 1].Term == Of && Owners.Contains(tokens[first + 2].Term))
        {
            return true;
        }

        if (end + 1 < tokens.Length && tokens[end].Term == Of && (WholeAfterOf.Contains(tokens[end + 1].Term) || IsNumber(text, tokens[end + 1])
            || (end + 2 < tokens.Length && IsNumber(text, tokens[end + 2]))))
        {
            return true;
        }

        return false;
    }

    /// <summary>The whole of which the figure is told as a part ("112 of the 200 seats": 200); 0 when none is told.</summary>
    public double WholeOf(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        Range others = article.Figures(figure.At.Sentence);
        for (int i = others.Start.Value; i < others.End.Value; i++)
        {
            Figures.ExtractedFigure other = article.Article.Figures[i];
            if (other.Span.Start >= figure.Extracted.Span.End && other.Span.Start - figure.Extracted.Span.End <= WholeWithin && article.Article.Text.Chars(new TextSpan(figure.Extracted.Span.End, other.Span.Start)).Contains("of", StringComparison.Ordinal))
            {
                return other.Figure.Value;
            }
        }

        return 0;
    }

    // "2 hours 19 minutes" is one duration.
    private bool IsInCompound(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        Range others = article.Figures(figure.At.Sentence);
        for (int i = others.Start.Value; i < others.End.Value; i++)
        {
            Figures.ExtractedFigure other = article.Article.Figures[i];
            // "40 hours over four days" is no compound: the second part of one is exact.
            bool exact = (other.Span.Start > figure.Extracted.Span.Start ? other.Figure : figure.Extracted.Figure).Qualifier == FigureQualifier.Exactly;
            if (exact && other.Figure.Unit != figure.Figure.Unit && Dimension.IsTime(other.Figure.Unit) && Dimension.IsTime(figure.Figure.Unit)
                && (Math.Abs(other.Span.Start - figure.Extracted.Span.End) <= 2 || Math.Abs(figure.Extracted.Span.Start - other.Span.End) <= 2))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the figure is the whole of which another number is told: "1,200 of nearly 19,000 jobs".</summary>
    public bool IsWhole(StoryFigure figure)
    {
        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (int first, _) = TokensOf(text, figure);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        return (first >= 2 && tokens[first - 1].Term == Of && IsNumber(text, tokens[first - 2]))
            || (first >= 3 && tokens[first - 2].Term == Of && IsNumber(text, tokens[first - 3]));
    }

    private static bool IsNumber(TokenizedText text, in Token token) => Alignment.NumberWords.KeyOf(token, text.Chars(token)) != 0;

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

    /// <summary>Whether names beside the two figures tie them to different places or parties: neither side's are told on the other side, nor central to the story.</summary>
    public bool DifferByName(StoryFigure a, StoryFigure b)
    {
        HashSet<int> nearA = LocalNames(a);
        HashSet<int> nearB = LocalNames(b);
        return nearA.Count > 0 && nearB.Count > 0 && !nearA.Overlaps(nearB);
    }

    /// <summary>Whether a group of names belongs to the event itself.</summary>
    public bool IsCentral(int group) => _central.Contains(group);

    /// <summary>Groups of the sentence's names; not to be changed.</summary>
    public HashSet<int> NamesOf(SentenceRef at) => _names[at] ??= ReadNames(at);

    private HashSet<int> ReadNames(SentenceRef at)
    {
        ArticleSlots article = _story.Articles[at.Article];
        HashSet<int> groups = [];
        foreach (NameMention n in article.Names(at.Sentence))
        {
            groups.Add(article.GroupOf(n));
        }

        return groups;
    }

    private (int First, int End) TokensOf(TokenizedText text, StoryFigure figure) => FigureSlotReader.TokensOf(text.TokensOf(_story.Sentence(figure.At)), figure.Extracted.Span);
}

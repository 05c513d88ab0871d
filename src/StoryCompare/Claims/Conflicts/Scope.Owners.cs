using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <content>Whose figure it is, and whether it is told of the whole event.</content>
internal sealed partial class Scope
{
    // Least shared context of two counts of what came on top: "a further four engines were called", "six more engines were called".
    private const double LikeContext = 0.2;

    // Statements at the head of an article that tell the event as a whole.
    private const int LeadStatements = 2;

    // UTF-16 code units from a figure to the name behind it that it is told of: "75 percent in Tarn".
    private const int PlaceBehindWithin = 24;

    // Tokens before a figure in which "also" makes it an addition; tokens between a subject's name and the figure.
    private const int AlsoWithin = 3;
    private const int StrangerWithin = 4;

    private static readonly uint Also = TermHash.Of("also");
    private static readonly TermSet Having = TermHash.SetOf("has", "have", "had");
    private static readonly uint Suicide = TermHash.Of("suicide");
    private static readonly TermSet Self = TermHash.SetOf("himself", "herself", "themselves");
    private static readonly TermSet Fatal = TermHash.SetOf("killed", "killing", "kill", "shot", "shooting", "shoot", "on", "hanged", "up");
    private static readonly TermSet Attackers = TermHash.SetOf("gunman", "gunmen", "shooter", "attacker", "attackers", "suspect", "bomber", "bombers", "assailant", "assailants");
    private static readonly TermSet PlaceOpeners = TermHash.SetOf("in", "to", "with", "for", "from", "across");
    private static readonly TermSet Separate = WordSets.Of("figure.separate");
    private static readonly TermSet Rests = TermHash.SetOf("other", "others", "another", "additional", "further", "extra", "more");

    // Of each sentence asked about, where it first sums up: a sentence may hold thousands of figures, and each pair asks.
    // Kept as its complement, which is never 0.
    private readonly BySentence<int> _sums;
    private readonly Lazy<bool> _attackerDied;

    /// <summary>Whether the sentence is the headline or one of the first of its article: it tells the whole event.</summary>
    public bool IsLead(SentenceRef at)
    {
        int before = 0;
        for (int s = 0; s < at.Sentence && before < LeadStatements; s++)
        {
            before += _story.Articles[at.Article].IsStatement(s) && _story.Analyzed(at.Article).Text.Sentences[s].Kind == SentenceKind.Body ? 1 : 0;
        }

        return before < LeadStatements;
    }

    /// <summary>Whether names stand before both figures in their sentences, and the last ones differ.</summary>
    public bool DifferByOwner(StoryFigure a, StoryFigure b)
    {
        int mine = OwnerOf(a);
        int theirs = OwnerOf(b);
        return mine >= 0 && theirs >= 0 && mine != theirs;
    }

    /// <summary>Whether names stand before both figures in their sentences, and the last one is the same.</summary>
    public bool ShareOwner(StoryFigure a, StoryFigure b) => OwnerOf(a) is >= 0 and int owner && owner == OwnerOf(b);

    /// <summary>Whether each is told as what comes on top of something ("two other rifles", "three other rifles") in sentences that align, or of one place by name.</summary>
    public bool AreLikeParts(StoryFigure a, StoryFigure b, bool aligned) =>
        (aligned || ShareLocalName(a, b) || a.SharedContext(b) >= LikeContext) && RestOf(a) != 0 && RestOf(b) != 0;

    /// <summary>Whether the figure sums up more than one event: "a total of", "so far".</summary>
    public bool IsSum(StoryFigure figure)
    {
        ref int kept = ref _sums[figure.At];
        int first = ~kept;
        if (first == ~0)
        {
            first = FirstSum(_story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At)));
            kept = ~first;
        }

        return first < figure.Extracted.Span.End;
    }

    /// <summary>Whether the figure is told of several events: "16 were hurt in seven separate crashes".</summary>
    public bool IsOfSeveral(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        Range others = article.Figures(figure.At.Sentence);
        for (int i = others.Start.Value; i < others.End.Value; i++)
        {
            Figures.ExtractedFigure other = article.Article.Figures[i];
            if (other.Figure.Value >= 2 && other.Span.Start >= figure.Extracted.Span.End && other.Figure.Counts is { Length: > 0 } counts && Events.Contains(WordTable.StemOf(other.Figure.Unit))
                && counts.Split(' ').Any(static w => Separate.Contains(TermHash.Of(w))))
            {
                return true;
            }
        }

        return false;
    }

    // Place of the first words that sum up; int.MaxValue where there are none.
    private static int FirstSum(ReadOnlySpan<Token> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (CountedThings.Sums.Match(tokens, i, out _) is not null)
            {
                return tokens[i].Start;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Whether each is the only age of its sentence, and they lie a year apart: of one person, reported twice.</summary>
    public bool AreOnlyAges(StoryFigure a, StoryFigure b) => Math.Abs(a.Figure.Value - b.Figure.Value) <= 1 && AgesIn(a) == 1 && AgesIn(b) == 1;

    /// <summary>Whether the story tells that who attacked died too: a count of the dead may hold him or not.</summary>
    public bool AttackerDied => _attackerDied.Value;

    private bool TellsAttackerDied(SentenceRef at)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(at.Article).Text.TokensOf(_story.Sentence(at));
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Term == Suicide || (i > 0 && Self.Contains(tokens[i].Term) && Fatal.Contains(tokens[i - 1].Term))
                || (tokens[i].Term == Including && i + 2 < tokens.Length && (Attackers.Contains(tokens[i + 1].Term) || Attackers.Contains(tokens[i + 2].Term))))
            {
                return true;
            }
        }

        return false;
    }

    private int AgesIn(StoryFigure f)
    {
        Range figures = _story.Articles[f.At.Article].Figures(f.At.Sentence);
        int count = 0;
        for (int i = figures.Start.Value; i < figures.End.Value; i++)
        {
            count += _story.Analyzed(f.At.Article).Figures[i].Figure.Unit == "age" ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a place stands right before or behind the figure.</summary>
    public bool IsOfPlace(StoryFigure figure) => HolderOf(figure).Place >= 0;

    /// <summary>Whether "also" stands right before the verb or the figure: what it tells is something more.</summary>
    public bool ComesOnTop(StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        (int first, _) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        for (int i = first - 1; i >= Math.Max(0, first - AlsoWithin); i--)
        {
            if (tokens[i].Term == Also)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether "has" stands right before the number: what somebody has, not what took part.</summary>
    public bool IsHad(StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        (int first, _) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        return first > 0 && Having.Contains(tokens[first - 1].Term);
    }

    /// <summary>Whether the last name before the figure, a place or body at the head of the sentence, is one that the other article does not know: of it the figure is told.</summary>
    public bool IsOfStranger(StoryFigure figure, int article)
    {
        ArticleSlots mine = _story.Articles[figure.At.Article];
        ReadOnlySpan<Token> tokens = mine.Article.Text.TokensOf(_story.Sentence(figure.At));
        foreach (NameMention n in mine.Names(figure.At.Sentence))
        {
            (int first, int end) = FigureSlotReader.TokensOf(tokens, n.Span);
            (int number, _) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
            if (first == 0 && end <= number && number - end <= StrangerWithin)
            {
                return !IsSource(mine, figure, n.Span) && !_story.Input.NameGroups[article].Contains(mine.GroupOf(n)) && !IsKnownWord(mine, n, article);
            }
        }

        return false;
    }

    // "United" beside "Halden United": part of a name that the other article has.
    private bool IsKnownWord(ArticleSlots mine, NameMention name, int article) =>
        _story.Articles[article].Article.Names.Mentions.Any(m => SourceIdentity.ShareWord(mine.Article.Text.String(name.Span), _story.Analyzed(article).Text.String(m.Span)));

    // The last name before the figure that does not speak; a group, or -1.
    private int OwnerOf(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        int owner = -1;
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            if (n.Span.End > figure.Extracted.Span.Start)
            {
                break;
            }

            owner = IsSource(article, figure, n.Span) ? owner : article.GroupOf(n);
        }

        return owner;
    }

    // "Two other rifles": the word that says so; 0 where none does.
    private uint RestOf(StoryFigure figure)
    {
        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (int first, int end) = TokensOf(text, figure);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        for (int i = Math.Max(0, first - 1); i < end; i++)
        {
            if (Rests.Contains(tokens[i].Term))
            {
                return tokens[i].Term;
            }
        }

        return 0;
    }

    // "40 percent in Orra and 75 percent in Tarn": the place behind the figure; -1 where none stands there.
    private int PlaceBehind(ArticleSlots article, StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(_story.Sentence(figure.At));
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            if (n.Span.Start < figure.Extracted.Span.End)
            {
                continue;
            }

            if (n.Span.Start - figure.Extracted.Span.End > PlaceBehindWithin || article.Article.Names.Entities[n.Entity].Kind != NameKind.Place)
            {
                return -1;
            }

            (int first, _) = FigureSlotReader.TokensOf(tokens, n.Span);
            return first > 0 && PlaceOpeners.Contains(tokens[first - 1].Term) && !article.Article.Text.Chars(new TextSpan(figure.Extracted.Span.End, n.Span.Start)).Contains(',') ? article.GroupOf(n) : -1;
        }

        return -1;
    }
}

using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <content>Of whom or what a figure is told, and whether its digits were read whole.</content>
internal sealed partial class Scope
{
    // UTF-16 code units between a place and a figure told of it ("Tarn, home to 90,000 people", "Velm, a town of 9,000").
    private const int PlaceWithin = 16;

    private static readonly TermSet Events = Lexicon.WordTable.StemsOf("date_words.tsv", "event");
    private static readonly TermSet Owners = TermHash.SetOf("the", "his", "her", "its", "their", "our", "my");

    // Tokens between a figure written with a hyphen and its noun ("a three-time Tarn Cup winner").
    private const int AttributeWithin = 6;

    // Tokens from which a "sentence" is a table or an attack.
    private const int TableFrom = 400;

    // Figures of one sentence that make it a list.
    private const int ListFrom = 5;

    // Figures of one sentence that make it somebody's record.
    private const int RecordFrom = 2;

    // UTF-16 code units from feet to the inches that belong to them.
    private const int InchesWithin = 12;

    // Tokens before a figure in which a word of change may stand.
    private const int ChangeWithin = 5;

    private static readonly TermSet Digits = TermHash.SetOf("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static readonly uint From = TermHash.Of("from");
    private static readonly TermSet Moments = TermHash.SetOf("ago", "earlier", "later", "left", "remaining");
    private static readonly TermSet Pronouns = TermHash.SetOf("he", "she", "his", "her", "him");
    private static readonly uint Meridiem = TermHash.Of("m");

    /// <summary>Whether both figures follow the name of a person, or of a place right before them, and the names differ: they are told of two.</summary>
    public bool DifferByHolder(StoryFigure a, StoryFigure b)
    {
        (int person, int place) = HolderOf(a);
        (int otherPerson, int otherPlace) = HolderOf(b);
        return (person >= 0 && otherPerson >= 0 && person != otherPerson) || (place >= 0 && otherPlace >= 0 && place != otherPlace);
    }

    /// <summary>Whether one stands among other figures, somebody's ("he finished with 20 points and nine rebounds"), and not one person's by name.</summary>
    public bool AreRecords(StoryFigure a, StoryFigure b) =>
        Math.Max(FiguresIn(a), FiguresIn(b)) >= RecordFrom && !ShareHolder(a, b) && (IsOfSomebody(a) || IsOfSomebody(b));

    private bool IsOfSomebody(StoryFigure f) => HolderOf(f).Person >= 0 || IsOfPronoun(f);

    private int FiguresIn(StoryFigure f)
    {
        Range figures = _story.Articles[f.At.Article].Figures(f.At.Sentence);
        int count = 0;
        for (int i = figures.Start.Value; i < figures.End.Value && count < RecordFrom; i++)
        {
            // An age tells who it is, not what he did.
            count += _story.Analyzed(f.At.Article).Figures[i].Figure.Unit == "age" ? 0 : 1;
        }

        return count;
    }

    /// <summary>Whether both figures follow the name of one person.</summary>
    public bool ShareHolder(StoryFigure a, StoryFigure b) => HolderOf(a).Person is >= 0 and int person && person == HolderOf(b).Person;

    /// <summary>Whether the figure is a piece of another number or of a time of day: "3, 000ft", "6-foot-2,190 pounds", "at 3 p. m.".</summary>
    public bool IsFragment(StoryFigure figure)
    {
        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        string source = text.Source;
        int start = figure.Extracted.Span.Start;
        int end = figure.Extracted.Span.End;
        bool zeros = end - start >= 3 && source[start] == '0' && char.IsAsciiDigit(source[start + 1]);
        bool chained = start >= 2 && char.IsAsciiDigit(source[start]) && source[start - 1] is '-' or '\u2010' or '\u2011' && char.IsLetter(source[start - 2]) && figure.Extracted.Figure.Value >= 1000;
        // "A 9-14 start", "6-foot-2", "5 feet, 10 inches".
        bool score = figure.Slot.Thing.Length > 0 && start >= 2 && source[start - 1] == '-' && char.IsAsciiDigit(source[start - 2]);
        bool height = figure.Extracted.Figure.Unit == "ft" && ((end + 1 < source.Length && source[end] == '-' && char.IsAsciiDigit(source[end + 1])) || source.AsSpan(end, Math.Min(InchesWithin, source.Length - end)).Contains("inch", StringComparison.OrdinalIgnoreCase));
        (_, int after) = TokensOf(text, figure);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        int m = after < tokens.Length && tokens[after].Kind == TokenKind.Punctuation ? after + 1 : after;
        bool clock = figure.Extracted.Figure.Unit == "pence" && m < tokens.Length && tokens[m].Term == Meridiem;
        // "3, 000ft": the thousands of a number written with a blank.
        bool head = figure.Extracted.Figure.Value < 1000 && source.AsSpan(end).StartsWith(", 0", StringComparison.Ordinal) && source.Length > end + 4 && char.IsAsciiDigit(source[end + 3]) && char.IsAsciiDigit(source[end + 4]);
        return zeros || head || chained || clock || score || height;
    }

    /// <summary>Whether the age stands beside the name as the person's own, not as somebody else's who is told next ("the nine-year-old's death and Kim Lee's arrest"), nor yet to come ("will be 29 in May").</summary>
    public bool IsOwnAge(StoryFigure figure)
    {
        string source = _story.Analyzed(figure.At.Article).Text.Source;
        int end = figure.Extracted.Span.End;
        ReadOnlySpan<char> words = source.AsSpan(figure.Extracted.Span.Start, end - figure.Extracted.Span.Start);
        bool owns = words.EndsWith("'s") || words.EndsWith("\u2019s") || source.AsSpan(end).StartsWith("'s") || source.AsSpan(end).StartsWith("\u2019s");
        ReadOnlySpan<char> before = source.AsSpan(Math.Max(0, figure.Extracted.Span.Start - 8), Math.Min(8, figure.Extracted.Span.Start));
        bool future = before.EndsWith("will be ", StringComparison.Ordinal) || before.EndsWith("turns ", StringComparison.Ordinal) || before.EndsWith("turn ", StringComparison.Ordinal);
        return !owns && !future && !before[Math.Max(0, before.Length - 6)..].Contains("then", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether one figure is written as an attribute ("a 40-kilometre walk", "a three-win streak") and the other not, or, in sentences that do not align, of another noun.</summary>
    public bool DifferByForm(StoryFigure a, StoryFigure b, bool aligned)
    {
        Token? noun = AttributeOf(a);
        Token? other = AttributeOf(b);
        if (AreOfEvent(a, b) || (noun is null != other is null && IsSameBehind(a, b)))
        {
            return false;
        }

        return noun is { } x && other is { } y ? (!aligned || a.Figure.Unit == "time") && !FigureTie.Same(x, y) : noun is not null || other is not null;
    }

    // "A six-months pregnant woman", "she was six months pregnant": the very word behind says the same of both.
    private bool IsSameBehind(StoryFigure a, StoryFigure b) => Behind(a) is { IsWord: true, IsContent: true } x && Behind(b) is { IsWord: true } y && x.Stem == y.Stem;

    private Token? Behind(StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        (_, int end) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        return end < tokens.Length ? tokens[end] : null;
    }

    /// <summary>Whether both tell as an attribute how long something happened: "a 25-minute spree", "the hour-long rampage".</summary>
    public bool AreOfEvent(StoryFigure a, StoryFigure b) =>
        Dimension.IsTime(a.Figure.Unit) && Dimension.IsTime(b.Figure.Unit) && AttributeOf(a) is not null && AttributeOf(b) is not null && TellsEvent(a) && TellsEvent(b);

    // "A 25-minute murder spree".
    private bool TellsEvent(StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        (_, int end) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        for (int i = end; i < Math.Min(tokens.Length, end + AttributeWithin - 2) && tokens[i].Kind != TokenKind.Punctuation; i++)
        {
            if (Events.Contains(tokens[i].Stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether things are counted by different nouns of which one says what kind they are: "merchant vessels", "boats".</summary>
    public static bool AreOtherNouns(StoryFigure a, StoryFigure b)
    {
        string x = a.Figure.Counts;
        string y = b.Figure.Counts;
        return a.Slot.Thing != "people" && x.Length > 0 && y.Length > 0 && a.Extracted.Figure.Unit != b.Extracted.Figure.Unit && (x.Contains(' ', StringComparison.Ordinal) || y.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>Whether a stretch of days of something that may go on is told: "five days of rioting".</summary>
    public bool IsRunning(StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        (_, int end) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        return end < tokens.Length && figure.Figure.Unit is "d" or "wk" && tokens[end].Term == Of;
    }

    /// <summary>Whether the duration tells when, not how long: "nine days ago".</summary>
    public bool IsMoment(StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        (_, int end) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        return end < tokens.Length && Dimension.IsTime(figure.Figure.Unit) && Moments.Contains(tokens[end].Term);
    }

    /// <summary>Whether "he" or "she" stands before the figure, and nobody's name.</summary>
    public bool IsOfPronoun(StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        bool pronoun = false;
        for (int i = 0; i < tokens.Length && tokens[i].End <= figure.Extracted.Span.Start; i++)
        {
            pronoun |= Pronouns.Contains(tokens[i].Term);
        }

        return pronoun && HolderOf(figure).Person < 0;
    }

    /// <summary>Whether the figure is what was before a change: "up from 49 percent", "rose to 61 from 58".</summary>
    public bool IsFormer(StoryFigure figure)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(figure.At.Article).Text.TokensOf(_story.Sentence(figure.At));
        (int first, _) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        if (first < 2 || tokens[first - 1].Term != From)
        {
            return false;
        }

        for (int i = first - 2; i >= Math.Max(0, first - ChangeWithin); i--)
        {
            if (CountedThings.Change.Contains(tokens[i].Stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sentence is too long to be one: a table, whose figures nothing ties to what they count.</summary>
    public bool IsInTable(StoryFigure figure) => _story.Sentence(figure.At).TokenCount >= TableFrom;

    /// <summary>Whether the sentence is a list of numbers.</summary>
    public bool IsInList(StoryFigure figure)
    {
        Range figures = _story.Articles[figure.At.Article].Figures(figure.At.Sentence);
        return figures.End.Value - figures.Start.Value >= ListFrom;
    }

    /// <summary>Whether the articles are dated, and less than a year apart.</summary>
    public bool AreOfOneYear(StoryFigure a, StoryFigure b) =>
        _story.Analyzed(a.At.Article).Published.From is { } x && _story.Analyzed(b.At.Article).Published.From is { } y && Math.Abs(x.DayNumber - y.DayNumber) < 180;

    /// <summary>Whether the later report, weeks after the other, has the age a year higher: somebody had a birthday.</summary>
    public bool MayHaveHadBirthday(StoryFigure a, StoryFigure b)
    {
        (StoryFigure young, StoryFigure old) = a.Figure.Value < b.Figure.Value ? (a, b) : (b, a);
        return old.Figure.Value - young.Figure.Value <= 1 && _story.Analyzed(young.At.Article).Published.From is { } before && _story.Analyzed(old.At.Article).Published.From is { } after && after.DayNumber - before.DayNumber >= OldAfterDays;
    }

    /// <summary>Whether a place that no other article names limits the figure: it may be of another event ("a quake in Telum", "a driver in Brod").</summary>
    public bool IsElsewhere(StoryFigure figure)
    {
        foreach (int group in LocalNames(figure))
        {
            bool known = false;
            for (int i = 0; i < _story.Articles.Length && !known; i++)
            {
                known = i != figure.At.Article && _story.Input.NameGroups[i].Contains(group);
            }

            if (!known && _story.Articles[figure.At.Article].Names(figure.At.Sentence).Any(n => _story.Articles[figure.At.Article].GroupOf(n) == group && _story.Analyzed(figure.At.Article).Names.Entities[n.Entity].Kind == NameKind.Place))
            {
                return true;
            }
        }

        return false;
    }

    // The noun that a figure written with a hyphen stands before.
    private Token? AttributeOf(StoryFigure figure)
    {
        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        ReadOnlySpan<char> words = text.Chars(figure.Extracted.Span);
        int hyphen = words.LastIndexOfAny('-', '\u2010', '\u2011');
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        (_, int end) = FigureSlotReader.TokensOf(tokens, figure.Extracted.Span);
        if (hyphen <= 0 || char.IsAsciiLetterUpper(words[hyphen - 1]) || StartsWithDigitWord(words[(hyphen + 1)..]) || words.EndsWith("illion", StringComparison.OrdinalIgnoreCase) || figure.Figure.Unit is "age" or "magnitude" or "calibre" or "ly")
        {
            return null;
        }

        for (int i = end; i < Math.Min(tokens.Length, end + AttributeWithin) && (tokens[i].IsWord || text.Source[tokens[i].Start] == '-'); i++)
        {
            if (tokens[i].IsWord && tokens[i].IsContent && !tokens[i].IsCapitalised)
            {
                return tokens[i];
            }
        }

        return null;
    }

    // "Thirty-one people": the hyphen of a number.
    private static bool StartsWithDigitWord(ReadOnlySpan<char> words)
    {
        int end = words.IndexOfAny(' ', '\u00A0');
        return Digits.Contains(TermHash.Of(end < 0 ? words : words[..end]));
    }

    // The last person named before the figure, and the place right before it; -1 where there is none.
    private (int Person, int Place) HolderOf(StoryFigure figure)
    {
        ArticleSlots article = _story.Articles[figure.At.Article];
        int person = -1;
        int place = -1;
        foreach (NameMention n in article.Names(figure.At.Sentence))
        {
            if (n.Span.End > figure.Extracted.Span.Start)
            {
                break;
            }

            // Who is only quoted for the figure holds nothing.
            NameKind kind = IsSource(article, figure, n.Span) || IsShip(article, n) ? NameKind.Other : article.Article.Names.Entities[n.Entity].Kind;
            person = kind == NameKind.Person ? article.GroupOf(n) : person;
            place = kind == NameKind.Place && figure.Extracted.Span.Start - n.Span.End <= PlaceWithin ? article.GroupOf(n) : -1;
        }

        int behind = figure.Figure.Role.Length == 0 ? PlaceBehind(article, figure) : -1;
        return (person, behind >= 0 ? behind : place);
    }

    // "INS Orra", "HMS Velm", "MV Tarn": nobody's name.
    private static bool IsShip(ArticleSlots article, NameMention name)
    {
        ReadOnlySpan<char> words = article.Article.Text.Chars(name.Span);
        int end = words.IndexOf(' ');
        return end is 2 or 3 && !words[..end].ContainsAnyExceptInRange('A', 'Z');
    }

    private static bool IsSource(ArticleSlots article, StoryFigure figure, TextSpan name)
    {
        foreach (Quotes.Attribution a in article.Attributions(figure.At.Sentence))
        {
            if (a.Source.Overlaps(name) && a.Content.Contains(figure.Extracted.Span))
            {
                return true;
            }
        }

        return false;
    }
}

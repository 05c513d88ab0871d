using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <content>Whether a sentence tells of the event or of an older one.</content>
internal sealed partial class Scope
{
    // An event this many days before the publication is an older one.
    private const int OldAfterDays = 21;

    // Tokens at the head of a sentence where a time opens it.
    private const int FrontTokens = 5;

    // Tokens from "came" to "after".
    private const int AfterWithin = 8;

    private static readonly TermSet Comes = Lexicon.WordSets.Of("older.comes");
    private static readonly TermSet Superlatives = Lexicon.WordSets.Of("older.superlative");
    private static readonly TermSet LongAgo = TermHash.SetOf("months", "years", "decades", "year", "centuries");
    private static readonly uint Ago = TermHash.Of("ago");
    private static readonly uint After = TermHash.Of("after");
    private static readonly uint Since = TermHash.Of("since");
    private static readonly TermSet OlderWords = TermHash.SetOf("formerly", "historically", "annually");
    private static readonly TermSet Previous = TermHash.SetOf("previous", "previously");
    private static readonly TermSet Times = TermHash.SetOf("day", "night", "week", "month", "year", "season", "quarter", "time", "weekend", "decade", "summer", "winter", "spring", "autumn", "fall");
    private static readonly uint History = TermHash.Of("history");
    private static readonly TermSet Articles = TermHash.SetOf("a", "an", "another");
    private static readonly uint Earlier = TermHash.Of("earlier");
    private static readonly uint Similar = TermHash.Of("similar");
    private static readonly uint Last = TermHash.Of("last");
    private static readonly uint First = TermHash.Of("first");
    private static readonly TermSet Relative = TermHash.SetOf("who", "whom", "whose", "which");
    private static readonly uint Which = TermHash.Of("which");
    private static readonly TermSet Perfect = TermHash.SetOf("had", "has", "have");
    private static readonly TermSet Fronts = TermHash.SetOf("at", "in", "during");
    private static readonly uint Year = Lexicon.WordTable.StemOf("year");
    private static readonly TermSet LastWords = TermHash.SetOf("last", "past", "earlier");
    private static readonly TermSet LongTimes = TermHash.SetOf("year", "years", "decade", "decades", "century", "season", "time", "month", "this");
    private static readonly TermSet Then = TermHash.SetOf("in", "at", "when", "then", "on", "during");
    private static readonly TermSet Continuing = TermHash.SetOf("it", "that", "they", "this", "then", "those");

    /// <summary>Whether the sentence tells of something older than the event: a date well before the publication, "in 2009", "the previous year". A sentence that goes on about it counts too.</summary>
    public bool IsOlder(SentenceRef at)
    {
        ref sbyte known = ref _older[at];
        if (known == 0)
        {
            known = IsOlder(at, _story.Sentence(at).Span) ? (sbyte)1 : (sbyte)-1;
        }

        return known > 0;
    }

    /// <summary>Whether the figure's own clause does, or the sentence opens with the older time.</summary>
    public bool IsOlder(StoryFigure figure) => !IsAgeNow(figure) && (TellsOlder(figure.At, figure.Extracted.Span, figure) || (GoesOn(figure.At) && OpensOlder(figure.At with { Sentence = figure.At.Sentence - 1 })));

    // "Ann Field, 60, charged with killing two people 41 years ago": so old now. "In 2009 Ann Field, 60", "was 17 in 2009": so old then.
    private bool IsAgeNow(StoryFigure figure)
    {
        if (figure.Figure.Unit != "age" || GoesOn(figure.At) || PersonOf(figure) < 0)
        {
            return false;
        }

        TextSpan head = new(_story.Sentence(figure.At).Span.Start, figure.Extracted.Span.End);
        TokenizedText text = _story.Analyzed(figure.At.Article).Text;
        (_, int end) = TokensOf(text, figure);
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(figure.At));
        bool then = end < tokens.Length && (Then.Contains(tokens[end].Term) || tokens[end].Kind == TokenKind.Number);
        return !then && !_story.Articles[figure.At.Article].Times(figure.At.Sentence).Any(t => head.Contains(t.Span) && IsOld(t, figure.At)) && !HoldsOlderWord(tokens, head);
    }

    private static bool HoldsOlderWord(ReadOnlySpan<Token> tokens, TextSpan head)
    {
        foreach (Token t in tokens)
        {
            if (t.End <= head.End && (OlderWords.Contains(t.Term) || Previous.Contains(t.Term) || LastWords.Contains(t.Term) || t.Term == Ago || t.Term == Similar))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a stretch of the sentence does.</summary>
    public bool IsOlder(SentenceRef at, TextSpan near) => TellsOlder(at, near) || (GoesOn(at) && OpensOlder(at with { Sentence = at.Sentence - 1 }));

    /// <summary>Whether both figures are of something older, and of different times.</summary>
    public bool DifferByTime(StoryFigure a, StoryFigure b)
    {
        TimeMention[] mine = [.. Olden(a)];
        TimeMention[] theirs = [.. Olden(b)];
        return mine.Length > 0 && theirs.Length > 0 && mine.All(m => theirs.All(t => m.To < t.From || t.To < m.From));
    }

    /// <summary>Whether the figure sums up a stretch of time: "since the beginning of May", "in the past two weeks", "so far this year".</summary>
    public bool SumsUp(StoryFigure figure) =>
        _story.Articles[figure.At.Article].Times(figure.At.Sentence).Any(t => ((t.Flags & TimeFlags.OpenEnd) != TimeFlags.None || t.Kind == TimeKind.Range || (t.Kind == TimeKind.Year && (t.Flags & TimeFlags.Deictic) != TimeFlags.None)) && Reaches(figure.At, figure.Extracted.Span, t.Span));

    // A time bears on all that follows it in the sentence, and on what stands before it up to a comma: "58,940, the most since the final of 1974".
    private bool Reaches(SentenceRef at, TextSpan near, TextSpan time)
    {
        TokenizedText text = _story.Analyzed(at.Article).Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(_story.Sentence(at));

        // "Moran, who worked there until 2015, is accused of …": what an aside tells bears on nothing outside it; what stands outside bears on the aside ("the last quake, which …, was in 1985").
        bool inside = false;
        foreach ((int start, int end) in _story.Articles[at.Article].Asides(at.Sentence))
        {
            TextSpan aside = new(tokens[start].Start, tokens[end - 1].End);
            bool holdsTime = aside.Contains(time);
            bool holdsNear = near.Overlaps(aside);
            if (holdsTime && !holdsNear && start + 1 < tokens.Length && Relative.Contains(tokens[start + 1].Term))
            {
                // "The show, which was held five years ago, drew 300 people": what the subject is; not "which had been inspected in 2012".
                bool tells = start + 2 < tokens.Length && tokens[start + 1].Term == Which && !Perfect.Contains(tokens[start + 2].Term) && Insertions.IsFinite(text, tokens, start + 2) && near.Start >= aside.End;
                if (!tells)
                {
                    return false;
                }
            }

            inside |= holdsNear && !holdsTime && start + 1 < tokens.Length && tokens[start + 1].Term == Which;
        }

        if (time.Start < near.End || inside)
        {
            return true;
        }

        foreach (Token t in tokens)
        {
            if (t.Start >= near.End && t.End <= time.Start && t.Kind == TokenKind.Punctuation && text.Source[t.Start] is ',' or ';' or '\u2014' or '\u2013' && !IsInPlace(text, t))
            {
                return false;
            }
        }

        return true;
    }

    // The commas of "in Tarn, Orra, three years ago".
    private static bool IsInPlace(TokenizedText text, in Token comma)
    {
        int before = comma.Start - 1;
        while (before > 0 && char.IsLetter(text.Source[before - 1]))
        {
            before--;
        }

        return text.Source[comma.Start] == ',' && before >= 0 && char.IsUpper(text.Source[before]);
    }

    private IEnumerable<TimeMention> Olden(StoryFigure f) => _story.Articles[f.At.Article].Times(f.At.Sentence).Where(t => t.From is not null && t.To is not null && !IsOwn(f, t.Span) && IsOld(t, f.At) && Reaches(f.At, f.Extracted.Span, t.Span));

    // "Six weeks ago": the time is the figure itself.
    private static bool IsOwn(StoryFigure f, TextSpan time) => Dimension.IsTime(f.Figure.Unit) && time.Overlaps(f.Extracted.Span);

    private bool IsOld(TimeMention t, SentenceRef at)
    {
        if ((t.Flags & (TimeFlags.Future | TimeFlags.OpenEnd)) != TimeFlags.None || t.Kind is TimeKind.Duration or TimeKind.Recurring or TimeKind.Vague or TimeKind.Clock)
        {
            return false;
        }

        if (_story.Analyzed(at.Article).Published.From is { } published)
        {
            return t.To is { } to && to.DayNumber < published.DayNumber - OldAfterDays;
        }

        // Without a date a month, season or year that is told as past is taken for an older one; "the first quarter" is of the match or of what is reported.
        // "Spring" with a capital is a place or a person as often.
        return t.Kind is TimeKind.Month or TimeKind.Year or TimeKind.Decade || (t.Kind == TimeKind.Season && !char.IsUpper(_story.Analyzed(at.Article).Text.Source[t.Span.Start]));
    }

    // "In 2017 a fire …": what such a sentence tells, the next one may go on about; a passing "since 2017" not.
    private bool OpensOlder(SentenceRef at)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(at.Article).Text.TokensOf(_story.Sentence(at));
        int front = tokens[Math.Min(FrontTokens, tokens.Length) - 1].End;
        return _story.Articles[at.Article].Times(at.Sentence).Any(t => IsOld(t, at) && t.Span.Start < front);
    }

    private bool GoesOn(SentenceRef at)
    {
        if (at.Sentence == 0)
        {
            return false;
        }

        TokenizedText text = _story.Analyzed(at.Article).Text;
        Sentence sentence = text.Sentences[at.Sentence];
        return text.Sentences[at.Sentence - 1].Paragraph == sentence.Paragraph && Continuing.Contains(text.Tokens[sentence.FirstToken].Term);
    }

    private bool TellsOlder(SentenceRef at, TextSpan near, StoryFigure? figure = null)
    {
        ArticleSlots article = _story.Articles[at.Article];
        if (article.Times(at.Sentence).Any(t => !(figure is not null && IsOwn(figure, t.Span)) && IsOld(t, at) && Reaches(at, near, t.Span)))
        {
            return true;
        }

        TokenizedText text = article.Article.Text;
        int year = article.Article.Published.From?.Year ?? 0;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[at.Sentence]);
        if (IsBehindOther(tokens, near))
        {
            return true;
        }

        bool superlative = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            ref readonly Token t = ref tokens[i];
            // "The deadliest fire in the city's history", "the first time in history": of the event itself.
            superlative |= Superlatives.Contains(t.Term) || (t.IsContent && !t.IsCapitalised && t.Length > 5 && text.Chars(t).EndsWith("est", StringComparison.Ordinal));
            bool older = OlderWords.Contains(t.Term) || IsPrevious(tokens, i, near) || (t.Term == History && !superlative) || (LastWords.Contains(t.Term) && i + 1 < tokens.Length && LongTimes.Contains(tokens[i + 1].Term));
            // "An earlier offer", "in a similar operation", "at the last march", "a year earlier the rate had been".
            older |= (t.Term == Earlier || t.Term == Similar) && i > 0 && i + 1 < tokens.Length && (Articles.Contains(tokens[i - 1].Term) || (i == 2 && tokens[i - 1].Stem == Year)) && tokens[i + 1].IsWord;
            older |= (t.Term == Last || (t.Term == First && i > 1)) && i > 0 && i < FrontTokens && Fronts.Contains(tokens[0].Term) && i + 1 < tokens.Length && tokens[i + 1].IsContent && !LongTimes.Contains(tokens[i + 1].Term) && tokens[i + 1].Kind != TokenKind.Number;
            older |= t.Term == Ago && i > 0 && LongAgo.Contains(tokens[i - 1].Term) && !near.Overlaps(tokens[i - 1].Span);
            if (older && t.IsWord && Reaches(at, near, t.Span))
            {
                return true;
            }

            if (t.Kind == TokenKind.Number && t.Length == 4 && int.TryParse(text.Chars(t), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n) && n is >= 1800 and <= 2100 && year != 0 && n < year && Reaches(at, near, t.Span))
            {
                return true;
            }
        }

        return false;
    }

    // "The previous fire killed 12", "had previously fined it 3 million", "12 the previous year"; not "three people had a previous dispute".
    private static bool IsPrevious(ReadOnlySpan<Token> tokens, int i, TextSpan near) =>
        Previous.Contains(tokens[i].Term) && (tokens[i].Start < near.End || (i + 1 < tokens.Length && Times.Contains(tokens[i + 1].Term)));

    // (Not "the verdict came after 12 hours".)
    // "The fire came weeks after a blast killed 12", "the deadliest crash since a coach plunged into the Orra, killing 30": what stands behind is another event's.
    private static bool IsBehindOther(ReadOnlySpan<Token> tokens, TextSpan near)
    {
        int comes = -1;
        bool superlative = false;
        for (int i = 0; i < tokens.Length && tokens[i].End <= near.Start; i++)
        {
            uint term = tokens[i].Term;
            if ((term == After && comes >= 0 && i - comes <= AfterWithin && i + 1 < tokens.Length && tokens[i + 1].IsWord && near.Start > tokens[i + 1].End + 1) || (term == Since && superlative))
            {
                return true;
            }

            comes = Comes.Contains(term) ? i : comes;
            superlative |= Superlatives.Contains(term);
        }

        return false;
    }
}

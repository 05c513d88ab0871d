using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;
using StoryCompare.Times;

namespace StoryCompare.Claims.Slots;

/// <summary>Binds the dates and clock times of a sentence to the acts they are told of. The date of a statement ("said on Tuesday") is passed over.</summary>
internal static class DateSlotReader
{
    // Tokens on either side of the time that may belong to its clause.
    private const int ReachBefore = 14;
    private const int ReachAfter = 6;

    // Tokens of a subject before an aside.
    private const int LongestSubject = 6;

    // Tokens before a time that opens its sentence, and behind it up to the verb of its clause.
    private const int FrontWithin = 4;
    private const int FrontReach = 14;

    // Tokens from "that" to the verb of its clause.
    private const int RelativeReach = 5;

    private static readonly TermSet Openers = TermHash.SetOf("but", "although", "though", "because", "while", "whereas", "who", "which", "unless", "whose", "when", "where", "and", "after", "before", "following", "followed", "until", "as");
    private static readonly TermSet FutureWords = TermHash.SetOf("will", "would", "shall", "may", "might", "could", "should", "expect", "expects", "expected", "due", "planned", "plans", "scheduled", "hopes", "hope", "likely", "'ll");
    private static readonly TermSet BeforeTo = TermHash.SetOf("is", "are", "was", "were", "be", "set");
    private static readonly TermSet Remaining = TermHash.SetOf("left", "remaining", "play", "go", "remained", "minutes", "seconds");
    private static readonly TermSet OfSeveral = TermHash.SetOf("first", "other", "earlier");
    private static readonly uint As = TermHash.Of("as");
    private static readonly TermSet Anchors = TermHash.SetOf("after", "before", "following", "since");
    private static readonly uint When = TermHash.Of("when");
    private static readonly uint It = TermHash.Of("it");
    private static readonly uint The = TermHash.Of("the");
    private static readonly uint And = TermHash.Of("and");
    private static readonly uint That = TermHash.Of("that");
    private static readonly uint Reported = TermHash.Of("reported");
    private static readonly TermSet At = TermHash.SetOf("at", "in", "on", "near");
    private static readonly uint Guilty = TermHash.Of("guilty");
    private static readonly TermSet WasWere = TermHash.SetOf("was", "were");
    private static readonly TermSet Begins = TermHash.SetOf("the", "a", "an", "he", "she", "they", "it", "his", "her", "their", "its", "two", "three", "four", "five", "several", "some", "someone", "somebody", "police", "officers", "one", "at");
    private static readonly uint Next = TermHash.Of("next");
    private static readonly uint Again = TermHash.Of("again");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint To = TermHash.Of("to");
    private static readonly TermSet Light = WordTable.StemsOf("date_words.tsv", "light");
    private static readonly TermSet Events = WordTable.StemsOf("date_words.tsv", "event");
    private static readonly TermSet Night = WordTable.StemsOf("date_words.tsv", "night");
    private static readonly TermSet Further = WordTable.StemsOf("date_words.tsv", "further");
    private static readonly TermSet Hedge = WordTable.StemsOf("date_words.tsv", "hedge");
    private static readonly int Dismiss = ActLexicon.Default.ClassNamed("dismiss");
    private static readonly FrozenSet<int> Speech = [.. new[] { "say", "report", "announce", "claim", "deny", "confirm", "warn" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];

    /// <summary>The dated acts of a sentence, in order.</summary>
    public static IEnumerable<DateSlot> Read(ArticleSlots article, int sentence)
    {
        foreach (TimeMention time in article.Times(sentence))
        {
            if (time.Kind is not (TimeKind.Duration or TimeKind.Vague or TimeKind.Recurring or TimeKind.Decade or TimeKind.RelativeToEvent) && !IsQuoted(article, time) && ReadOne(article, sentence, time) is { } slot)
            {
                yield return slot;
            }
        }
    }

    // What a speaker's "today" means, the words do not tell; "on May 3" they do.
    private static bool IsQuoted(ArticleSlots article, TimeMention time)
    {
        bool dated = time.Kind is TimeKind.Day or TimeKind.Month && CalendarWords.Read(article.Article.Text, time.Span).Month > 0;
        return !dated && article.Article.Quotes.Around(time.Span) is not null;
    }

    private static DateSlot? ReadOne(ArticleSlots article, int sentence, TimeMention time)
    {
        TokenizedText text = article.Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[sentence]);
        (int first, int end) = FigureSlotReader.TokensOf(tokens, time.Span);

        // "November-end".
        if (end + 1 < tokens.Length && text.Source[tokens[end].Start] == '-' && tokens[end].Start == tokens[end - 1].End && tokens[end + 1].Start == tokens[end].End)
        {
            end += 2;
        }

        List<(int Start, int End)> asides = article.Asides(sentence);
        int from = Left(article, sentence, tokens, asides, first, out bool ofSpeech);
        bool opens = OpensContent(text, tokens, time, from, first, end);
        ofSpeech &= !opens;
        bool when = time.TimeOfDay is not null && end < tokens.Length && tokens[end].Term == When;
        int to = when || IsAtFront(text, tokens, first, end) || (opens && (text.Source[tokens[end].Start] == ',' || At.Contains(tokens[end].Term))) ? Front(article, sentence, tokens, end, ref ofSpeech) : Right(text, tokens, end, ref ofSpeech);
        if (ofSpeech)
        {
            return null;
        }

        // "3:10 left", "6:20 to play": what remains of a match, no time of day.
        if (time.Kind == TimeKind.Clock && ((end < tokens.Length && Remaining.Contains(tokens[end].Term)) || (end + 1 < tokens.Length && tokens[end].Term == To && Remaining.Contains(tokens[end + 1].Term))))
        {
            return null;
        }

        // "A few hours after the Monday attack", "since the May 3 vote": the day is the attack's.
        if ((time.Kind is TimeKind.Weekday or TimeKind.Clock || (time.Kind == TimeKind.Day && IsNoun(text, tokens, end))) && first + 1 < end && Anchors.Contains(tokens[first].Term) && tokens[first + 1].Term == The)
        {
            return null;
        }

        // "30-7 Oct. 19": half a score.
        if (time.Span.Start > 1 && text.Source[time.Span.Start - 1] is '-' or '\u2013' && char.IsAsciiDigit(text.Source[time.Span.Start - 2]))
        {
            return null;
        }

        // "As of 4 p.m." is when something was counted.
        if (first >= 2 && tokens[first - 1].Term == Of && tokens[first - 2].Term == As)
        {
            return null;
        }

        // An aside tells acts of its own: "the teacher, who had worked there for years, was taken into custody on Monday".
        int after = asides.FindLast(a => a.End <= first && a.Start >= from).End;
        int head = TimeHeadReader.Head(article, sentence, Math.Max(from, after), first, end, to);
        if (head < 0)
        {
            return null;
        }

        List<Token> words = [];
        List<float> weights = [];
        bool ofEvent = false, negated = false, future = (time.Flags & TimeFlags.Future) != TimeFlags.None, night = false, further = false, next = false, hedged = (time.Flags & TimeFlags.Approximate) != TimeFlags.None;
        if (asides.Find(a => a.Start < first && first < a.End) is { End: > 0 } own)
        {
            // "The brewery, which was founded in 1874": of the noun before the aside.
            for (int i = Math.Max(0, own.Start - LongestSubject); i < own.Start; i++)
            {
                if (tokens[i].IsWord && tokens[i].IsContent && (!tokens[i].IsCapitalised || i == 0) && !Light.Contains(tokens[i].Stem))
                {
                    words.Add(tokens[i]);
                    weights.Add(ClauseWords.Weight(tokens[i]));
                }
            }
        }

        for (int i = from; i < to; i++)
        {
            if (asides.Exists(a => a.Start <= i && i < a.End && !(a.Start < first && first < a.End)))
            {
                continue;
            }

            ref readonly Token t = ref tokens[i];
            night |= time.Kind is TimeKind.Day or TimeKind.Weekday or TimeKind.Clock && i >= first - 3 && i < end + 2 && Night.Contains(t.Stem);
            hedged |= i >= first - 2 && i < end && Hedge.Contains(t.Stem);
            if (i >= first && i < end)
            {
                continue;
            }

            negated |= t.IsWord && Negations.At(tokens, i, text.Chars(t)) != NegationReach.None && !(i + 1 < to && tokens[i + 1].Term == Guilty);
            future |= i < first && (FutureWords.Contains(t.Term) || (t.Term == To && i > from && BeforeTo.Contains(tokens[i - 1].Term)));
            further |= i <= head && (Further.Contains(t.Stem) || (OfSeveral.Contains(t.Term) && i + 1 < to && Events.Contains(tokens[i + 1].Stem)));
            next |= t.Term == Next || t.Term == Again;
            ofEvent |= i < first && Events.Contains(t.Stem);
            if (t.IsWord && t.IsContent && (!t.IsCapitalised || i == 0) && !Light.Contains(t.Stem))
            {
                words.Add(t);
                weights.Add(ClauseWords.Weight(t));
                if (ClauseWords.Phrase(article, sentence, tokens, i) is { } phrase)
                {
                    words.Add(phrase);
                    weights.Add(1);
                }
            }
        }

        (int month, int day) = CalendarWords.Read(text, time.Span);
        return new DateSlot
        {
            Time = CalendarWords.Settle(time, article.Article.Published.From, future),
            Month = time.Kind is TimeKind.Day or TimeKind.Month ? month : 0,
            DayOfMonth = time.Kind is TimeKind.Day ? day : 0,
            IsNext = next,
            Head = tokens[head],
            Words = [.. words],
            Weights = [.. weights],
            Near = new TextSpan(tokens[from].Start, tokens[to - 1].End),
            IsOfEvent = ofEvent,
            IsNegated = negated,
            IsFuture = future,
            IsAtNight = night,
            IsFurther = further,
            IsHedged = hedged,
            IsInRelative = IsInRelative(tokens, head),
        };
    }

    // A word right behind the time that the time describes.
    private static bool IsNoun(TokenizedText text, ReadOnlySpan<Token> tokens, int at) => at < tokens.Length && tokens[at].IsWord && tokens[at].IsContent && text.Source[tokens[at].Start - 1] == ' ';

    // "Police said that about 4:15 a man …", "police say around 1:25 a.m., a man …": the time of what is said.
    private static bool OpensContent(TokenizedText text, ReadOnlySpan<Token> tokens, TimeMention time, int from, int first, int end)
    {
        if (from == 0 || end >= tokens.Length || !IsSpeech(tokens[from - 1]) || HoldsContent(tokens[from..first]))
        {
            return false;
        }

        return (from < first && tokens[from].Term == That) || (time.TimeOfDay is not null && text.Source[tokens[end].Start] == ',' && end + 1 < tokens.Length && Begins.Contains(tokens[end + 1].Term));
    }

    // "On Tuesday, …", "Then, on November 18, …": the time stands before its clause.
    private static bool IsAtFront(TokenizedText text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        // "It was 3:20 a.m. when the shots were fired".
        bool cleft = end < tokens.Length && tokens[end].Term == When && first is 2 or 3 && tokens[0].Term == It;
        return cleft || (first <= FrontWithin && end < tokens.Length && text.Source[tokens[end].Start] == ',' && !HoldsContent(tokens[..first]));
    }

    // The clause behind an opening time: up to its verb and a little further, whatever stands between commas.
    private static int Front(ArticleSlots article, int sentence, ReadOnlySpan<Token> tokens, int end, ref bool ofSpeech)
    {
        int verb = TimeHeadReader.VerbFrom(article, sentence, end + 1, Math.Min(tokens.Length, end + FrontReach + 1));
        if (verb >= 0)
        {
            // "On Monday, the coroner said he died of burns": Monday is when it was said.
            for (int i = end + 1; i <= verb; i++)
            {
                ofSpeech |= IsSpeech(tokens[i]);
            }

            return Math.Min(tokens.Length, verb + 1 + ReachAfter);
        }

        return Right(article.Article.Text, tokens, end + 1, ref ofSpeech);
    }

    private static int Left(ArticleSlots article, int sentence, ReadOnlySpan<Token> tokens, List<(int Start, int End)> asides, int first, out bool ofSpeech)
    {
        TokenizedText text = article.Article.Text;
        int from = first;
        int skipped = 0;
        ofSpeech = false;
        while (from > 0 && first - from - skipped < ReachBefore)
        {
            ref readonly Token t = ref tokens[from - 1];
            int closed = asides.FindIndex(a => a.End == from && a.End <= first);
            if (closed >= 0)
            {
                skipped += from - asides[closed].Start;
                from = asides[closed].Start;
                continue;
            }

            // "At Mill Road and Velm Street at 11 p.m.": it joins nouns where no verb follows.
            if (t.Term == And && first - from > 1 && TimeHeadReader.VerbFrom(article, sentence, from, first) < 0)
            {
                from--;
                continue;
            }

            bool isSpeech = IsSpeech(t) && !IsReported(tokens, from - 1);
            if (isSpeech || (t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '\u201C' or '\u201D' or '"' : Openers.Contains(t.Term) && first - from > 1))
            {
                // "officials said on Tuesday": nothing but function words between.
                ofSpeech = isSpeech && !HoldsContent(tokens[from..first]);
                break;
            }

            from--;
        }

        return from;
    }

    private static int Right(TokenizedText text, ReadOnlySpan<Token> tokens, int end, ref bool ofSpeech)
    {
        int to = end;
        while (to < tokens.Length && to - end < ReachAfter)
        {
            ref readonly Token t = ref tokens[to];
            if (IsSpeech(t))
            {
                // "the ministry on Tuesday said".
                ofSpeech |= to == end;
                break;
            }

            if (t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ',' or ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '"' or '\u201D' : Openers.Contains(t.Term))
            {
                break;
            }

            to++;
        }

        return to;
    }

    private static bool HoldsContent(ReadOnlySpan<Token> tokens)
    {
        foreach (Token t in tokens)
        {
            if (t.IsContent && t.IsWord && !Hedge.Contains(t.Stem) && !Night.Contains(t.Stem))
            {
                return true;
            }
        }

        return false;
    }

    // "Shootings that left seven people injured in October".
    private static bool IsInRelative(ReadOnlySpan<Token> tokens, int head)
    {
        for (int i = head - 1; i > 0 && i >= head - RelativeReach && tokens[i].Kind != TokenKind.Punctuation; i--)
        {
            if (tokens[i].Term == That)
            {
                return tokens[i - 1].IsWord && tokens[i - 1].IsContent && !IsSpeech(tokens[i - 1]);
            }
        }

        return false;
    }

    // "The fire was reported at 3": that is when help was called; not "it was reported on Monday that".
    private static bool IsReported(ReadOnlySpan<Token> tokens, int i) => tokens[i].Term == Reported && i > 1 && WasWere.Contains(tokens[i - 1].Term) && tokens[i - 2].Term != It;

    // "Was dismissed on Monday": no denial.
    private static bool IsSpeech(in Token token)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(token.Term))
        {
            if (e.Class == Dismiss)
            {
                return false;
            }
        }

        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(token.Term))
        {
            if (Speech.Contains(e.Class) && (e.Part & ActPart.Verb) != 0 && e.Words == 1)
            {
                return true;
            }
        }

        return false;
    }
}

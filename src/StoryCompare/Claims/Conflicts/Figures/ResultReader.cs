using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Reads pairs of numbers that tell one result: "by 61 votes to 38", "64 voted in favor and 35 against", "won 3-1", "Marsh (31-2)".</summary>
/// <remarks>Shallow: the words of the sentence say what the pair is (<c>results.tsv</c>). A score of a part of the match, sets of tennis and seasons ("2012-13") are left out. Linear in the sentence.</remarks>
internal static class ResultReader
{
    // Tokens before a record in which its words stand, between a name and "(31-2)", and between those for and those against.
    private const int RecordWithin = 4;
    private const int SidesWithin = 8;
    private const int AgainstWithin = 3;

    // Tokens between the words of a vote and "61 to 38".
    private const int CueWithin = 7;

    private const double LargestVote = 20000;
    private const double LargestScore = 250;
    private const double LargestRecord = 400;

    private static readonly TermSet Vote = Of("vote");
    private static readonly TermSet Carried = Of("carried");
    private static readonly TermSet Lost = Of("lost");
    private static readonly TermSet For = Of("for");
    private static readonly TermSet Against = Of("against");
    private static readonly TermSet Body = Of("body");
    private static readonly TermSet Score = Of("score");
    private static readonly TermSet Running = Of("running");
    private static readonly TermSet Record = Of("record");
    private static readonly TermSet Being = Of("being");
    private static readonly TermSet Ended = TermHash.SetOf("ended", "ends", "finished", "finishes", "final", "drew", "draw", "draws", "drawn", "result", "stalemate");
    private static readonly TermSet Limited = Of("limited");
    private static readonly TermSet Other = Of("other");
    private static readonly TermSet Voting = TermHash.SetOf("vote", "votes", "voted", "voting", "ballot", "ballots");
    private static readonly TermSet Joining = TermHash.SetOf("and", "to", "with", "while", "but");
    private static readonly TermMap<int> Words = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ')
        .Select(static (w, i) => (Term: TermHash.Of(w), Value: i)).Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select(static (w, i) => (Term: TermHash.Of(w), Value: (i * 10) + 20)))
        .ToTermMap(static x => x.Term, static x => x.Value);
    private static readonly uint At = TermHash.Of("at");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint And = TermHash.Of("and");
    private static readonly uint Another = TermHash.Of("another");
    private static readonly uint Had = TermHash.Of("had");
    private static readonly TermSet Borders = TermHash.SetOf("who", "which", "that", "when", "where", "while", "after", "whose", "but", "although");

    // Tokens from "had" to a score.
    private const int PastWithin = 3;

    /// <summary>The pairs of a sentence.</summary>
    public static IEnumerable<ResultPair> Read(StoryContext story, SentenceRef at)
    {
        ArticleSlots article = story.Articles[at.Article];
        TokenizedText text = article.Article.Text;
        Token[] tokens = text.TokensOf(story.Sentence(at)).ToArray();
        List<ResultPair> found = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (ValueAt(text, tokens, i, out int next) is not { } first || (i > 0 && IsHyphen(text, tokens[i - 1])))
            {
                continue;
            }

            if (PairAt(text, tokens, i, next, first, out double second, out int end) && KindOf(text, tokens, i, end, next, first, second) is { } kind)
            {
                TextSpan span = new(tokens[i].Start, tokens[end - 1].End);
                int holder = kind == ResultKind.Record ? HolderOf(article, at, tokens, i) : -1;
                found.Add(new ResultPair(at, kind, first, second, span, holder, kind == ResultKind.Vote ? BodiesIn(tokens) : [], kind == ResultKind.Vote ? OutcomeIn(tokens) : 0));
                i = end - 1;
            }
            else
            {
                i = next - 1;
            }
        }

        // "6-4, 6-3": sets, not one result.
        return found.Count(static f => f.Kind == ResultKind.Score) > 1 ? found.Where(static f => f.Kind != ResultKind.Score) : found;
    }

    private static bool PairAt(TokenizedText text, Token[] tokens, int i, int next, double first, out double second, out int end)
    {
        second = 0;
        end = next;
        if (next + 1 >= tokens.Length)
        {
            return false;
        }

        // "61-38"; not "2012-13", "3-1-2010", "555-1234-9".
        if (IsHyphen(text, tokens[next]) && tokens[i].Kind == TokenKind.Number && tokens[next + 1].Kind == TokenKind.Number && tokens[next].Start == tokens[next - 1].End && tokens[next + 1].Start == tokens[next].End)
        {
            return ValueAt(text, tokens, next + 1, out end) is { } b && (second = b) >= 0 && !(end < tokens.Length && IsHyphen(text, tokens[end]) && tokens[end].Start == tokens[end - 1].End);
        }

        // "61 votes to 38", "61 to 38".
        int to = Voting.Contains(tokens[next].Term) ? next + 1 : next;
        if (to + 1 < tokens.Length && tokens[to].Term == To && ValueAt(text, tokens, to + 1, out end) is { } other)
        {
            second = other;
            return to > next || end >= tokens.Length || !(tokens[end].IsWord && tokens[end].IsContent && !tokens[end].IsCapitalised && !Voting.Contains(tokens[end].Term)) && !IsHyphen(text, tokens[end]);
        }

        return SidesAt(text, tokens, next, out second, out end);
    }

    // "64 lawmakers voted in favor and 35 against".
    private static bool SidesAt(TokenizedText text, Token[] tokens, int next, out double second, out int end)
    {
        bool votes = false;
        bool backs = false;
        bool joined = false;
        second = 0;
        end = next;
        for (int i = next; i < Math.Min(tokens.Length, next + SidesWithin); i++)
        {
            votes |= Voting.Contains(tokens[i].Term);
            backs |= For.Contains(tokens[i].Term);
            joined |= Joining.Contains(tokens[i].Term) || tokens[i].Kind == TokenKind.Punctuation;
            if (ValueAt(text, tokens, i, out int behind) is { } value)
            {
                bool against = false;
                for (int k = behind; k < Math.Min(tokens.Length, behind + AgainstWithin); k++)
                {
                    against |= Against.Contains(tokens[k].Term);
                    votes |= Voting.Contains(tokens[k].Term);
                }

                second = value;
                end = behind;
                return against && joined && (backs || votes);
            }
        }

        return false;
    }

    private static ResultKind? KindOf(TokenizedText text, Token[] tokens, int i, int end, int next, double first, double second)
    {
        bool hyphen = IsHyphen(text, tokens[next]);
        bool vote = HoldsNear(tokens, Voting, i, end) || (HoldsNear(tokens, Vote, i, end) && HoldsNear(tokens, Carried, i, end)) || (HoldsNear(tokens, Carried, i, end) && !HoldsNear(tokens, Score, i, end));
        if (vote)
        {
            return Math.Max(first, second) <= LargestVote && !HoldsInClause(text, tokens, Other, i, end) ? ResultKind.Vote : null;
        }

        if (!hyphen || Math.Max(first, second) > LargestRecord)
        {
            return !hyphen && HoldsNear(tokens, Score, i, end) && Math.Max(first, second) <= LargestScore && !HoldsInClause(text, tokens, Running, i, end) && !HoldsInClause(text, tokens, Other, i, end) && !IsPast(tokens, i) ? ResultKind.Score : null;
        }

        if (i > 0 && text.Source[tokens[i - 1].Start] == '(' && i > 1 && tokens[i - 2].IsCapitalised && IsClosed(text, tokens, end))
        {
            return ResultKind.Record;
        }

        bool limited = end < tokens.Length && Limited.Contains(tokens[end].Term);
        bool record = false;
        for (int k = Math.Max(0, i - RecordWithin); k < i; k++)
        {
            record |= Record.Contains(tokens[k].Term);
        }

        if (record)
        {
            return limited ? null : ResultKind.Record;
        }

        if (first == second && !HoldsNear(tokens, Ended, i, end))
        {
            // "The sides were level at 7-7": on the way, unless it is told as the end.
            return null;
        }

        if (HoldsNear(tokens, Score, i, end))
        {
            // "Levelled at 19-19": on the way.
            return (i == 0 || tokens[i - 1].Term != At) && Math.Max(first, second) <= LargestScore && !HoldsInClause(text, tokens, Running, i, end) && !HoldsInClause(text, tokens, Other, i, end) && !IsPast(tokens, i) ? ResultKind.Score : null;
        }

        return i > 1 && Being.Contains(tokens[i - 1].Term) && !limited && !HoldsInClause(text, tokens, Running, i, end) && Array.Exists(tokens[..i], static t => t.IsCapitalised) ? ResultKind.Record : null;
    }

    // "(31-2)", "(31-2, 22 KOs)", "(12-4-1)".
    private static bool IsClosed(TokenizedText text, Token[] tokens, int end) => end < tokens.Length && text.Source[tokens[end].Start] is ')' or ',' or ';';

    private static bool HoldsNear(Token[] tokens, TermSet words, int i, int end)
    {
        for (int k = Math.Max(0, i - CueWithin); k < Math.Min(tokens.Length, end + CueWithin); k++)
        {
            if (words.Contains(tokens[k].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsAny(Token[] tokens, TermSet words) => Array.Exists(tokens, t => words.Contains(t.Term));

    // Words of the number's own clause: "lost 29-27 after they had led at half-time", "won 3-1 and took the cup for the second time" are final and of no other match.
    private static bool HoldsInClause(TokenizedText text, Token[] tokens, TermSet words, int first, int end)
    {
        // "Another motion, which …, was adopted": of the subject, wherever the number stands.
        if (first > 0 && tokens[0].Term == Another && words.Contains(Another))
        {
            return true;
        }

        for (int k = first - 1; k >= 0 && !IsBorder(text, tokens[k]); k--)
        {
            if (words.Contains(tokens[k].Term))
            {
                return true;
            }
        }

        for (int k = end; k < tokens.Length && !IsBorder(text, tokens[k]) && tokens[k].Term != And; k++)
        {
            if (words.Contains(tokens[k].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBorder(TokenizedText text, in Token t) =>
        t.Kind == TokenKind.Punctuation ? text.Source[t.Start] is ',' or ';' or ':' or '\u2014' : Borders.Contains(t.Term);

    // "Had won 29-27 when they met in October": another match.
    private static bool IsPast(Token[] tokens, int i)
    {
        for (int k = i - 1; k >= Math.Max(0, i - PastWithin); k--)
        {
            if (tokens[k].Term == Had)
            {
                return true;
            }
        }

        return false;
    }

    private static uint[] BodiesIn(Token[] tokens) => [.. tokens.Where(static t => Body.Contains(t.Term)).Select(static t => t.Stem).Distinct()];

    private static int OutcomeIn(Token[] tokens) => (HoldsAny(tokens, Carried) ? 1 : 0) - (HoldsAny(tokens, Lost) ? 1 : 0);

    // The last name before the record that is no place: "took Marsh's record to 31-2"; -2 where "his" alone tells, -1 where nothing does.
    private static int HolderOf(ArticleSlots article, SentenceRef at, Token[] tokens, int i)
    {
        int holder = -1;
        foreach (NameMention n in article.Names(at.Sentence))
        {
            if (n.Span.End <= tokens[i].Start)
            {
                holder = article.GroupOf(n);
            }
        }

        return holder;
    }

    private static bool IsHyphen(TokenizedText text, in Token t) => t.Kind == TokenKind.Punctuation && text.Source[t.Start] is '-' or '\u2010' or '\u2011' or '\u2013';

    // "61", "nine", "sixty-four"; null where no whole number stands.
    private static double? ValueAt(TokenizedText text, Token[] tokens, int i, out int next)
    {
        next = i + 1;
        if (tokens[i].Kind == TokenKind.Number)
        {
            return int.TryParse(text.Chars(tokens[i]), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int n) ? n : null;
        }

        if (!tokens[i].IsWord || !Words.TryGetValue(tokens[i].Term, out int value))
        {
            return null;
        }

        if (value >= 20 && i + 2 < tokens.Length && IsHyphen(text, tokens[i + 1]) && Words.TryGetValue(tokens[i + 2].Term, out int ones) && ones is > 0 and < 10)
        {
            next = i + 3;
            return value + ones;
        }

        return value;
    }

    private static TermSet Of(string kind) =>
        EmbeddedData.Rows("results.tsv", kind).SelectMany(static r => r[1].Split(' ')).Select(static w => TermHash.Of(w)).ToTermSet();
}

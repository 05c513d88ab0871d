using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <content>The clause of a figure in a long sentence: asides left out, the subject before an aside taken in, a relative clause right behind what is counted too.</content>
internal static partial class FigureSlotReader
{
    // Tokens of a subject before an aside, and of a clause behind what is counted.
    private const int LongestSubject = 6;
    private const int LongestBehind = 8;

    private static readonly TermSet Attached = TermHash.SetOf("who", "that", "which", "whom");
    private static readonly TermSet Conjunctions = TermHash.SetOf("and", "or", "but");
    private static readonly TermSet Conditions = TermHash.SetOf("if", "unless", "whether");
    private static readonly TermSet Reports = TermHash.SetOf("said", "told", "announced", "according", "reported", "added", "promised", "confirmed");
    private static readonly TermSet Future = TermHash.SetOf("will", "shall", "must");
    private static readonly TermSet Being = TermHash.SetOf("is", "are", "was", "were");
    private static readonly TermSet Next = TermHash.SetOf("before", "after", "until", "when", "so", "because", "since", "while");
    private static readonly TermSet Forecast = TermHash.SetOf("expected", "planned", "supposed", "meant", "forecast", "projected", "estimated");
    private static readonly TermSet Forecasting = TermHash.SetOf("expected", "expecting", "expect", "expects", "predicted", "predicting", "predict", "predicts", "anticipated", "anticipate", "anticipates", "projected", "forecast", "forecasts", "hoped");
    private static readonly uint Been = TermHash.Of("been");
    private static readonly TermSet Past = TermHash.SetOf("was", "were", "been");
    private static readonly uint Would = TermHash.Of("would");
    private static readonly uint Have = TermHash.Of("have");

    // The stretches of the sentence that speak of the figure, in order.
    private static List<(int Start, int End)> View(TokenizedText text, ReadOnlySpan<Token> tokens, List<(int Start, int End)> asides, int from, int first, int end, int to)
    {
        List<(int Start, int End)> view = [];
        int at = from;
        foreach ((int start, int stop) in asides)
        {
            bool holds = start < first && stop > first;
            if (holds || (stop <= first && IsOpen(text, tokens, stop, first)))
            {
                // "The ferry, which …, was 31 years old"; "the brewery, which was founded in 1874": the noun before the aside.
                int subject = start;
                while (subject > 0 && start - subject < LongestSubject && tokens[subject - 1].Kind != TokenKind.Punctuation && !Openers.Contains(tokens[subject - 1].Term) && !IsSpeech(tokens[subject - 1]))
                {
                    subject--;
                }

                if (holds || subject < from || start <= from)
                {
                    view.Add((subject, start));
                }
            }

            if (holds || stop <= at || start >= to)
            {
                continue;
            }

            if (start > at)
            {
                view.Add((at, Math.Min(start, to)));
            }

            at = Math.Max(at, stop);
        }

        if (at < to)
        {
            view.Add((at, to));
        }

        int behind = to;
        if (behind < tokens.Length && behind - end <= 1)
        {
            // "Residents who had lost their homes"; "the 19 survivors, wrapped in blankets, were brought ashore".
            int next = Attached.Contains(tokens[behind].Term) ? behind + 1 : asides.Find(a => a.Start == behind).End;
            if (next > behind)
            {
                int last = next;
                while (last < tokens.Length && last - next < LongestBehind && tokens[last].Kind != TokenKind.Punctuation)
                {
                    last++;
                }

                view.Add((next, last));
            }
        }

        return view;
    }

    // One past the words that tell the role of what is counted: "46 residents who had lost their homes".
    private static int RoleReach(TokenizedText text, ReadOnlySpan<Token> tokens, int end, int to)
    {
        int last = to;
        if (to < tokens.Length && to - end <= 1 && Attached.Contains(tokens[to].Term))
        {
            while (last < tokens.Length && last - to < LongestBehind && (tokens[last].Kind != TokenKind.Punctuation || text.Source[tokens[last].Start] is '-' or '\''))
            {
                last++;
            }
        }

        return last;
    }

    // Nothing between the aside and the figure that opens another clause.
    private static bool IsOpen(TokenizedText text, ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (Openers.Contains(tokens[i].Term) || IsSpeech(tokens[i]) || (tokens[i].Kind == TokenKind.Punctuation && text.Source[tokens[i].Start] is ',' or ';' or ':' or '\u2014'))
            {
                return false;
            }
        }

        return true;
    }

    // "Proposed the rules in May and since has received 300,000 comments": a verb behind an adverb.
    private static readonly TermSet Perfect = TermHash.SetOf("has", "have", "had");

    // Whether the clause states nothing, and whether it tells what is asked for: by words of the clause itself, not of an aside or of another verb behind "and".
    private static (bool Unreal, bool Asked, bool Planned) Moods(TokenizedText text, ReadOnlySpan<Token> tokens, List<(int Start, int End)> asides, int from, int first, int end, int to)
    {
        bool unreal = false;
        bool asked = false;
        bool planned = false;
        for (int i = from; i < to; i++)
        {
            if (asides.Exists(a => a.Start <= i && i < a.End && !(a.Start < first && first < a.End)))
            {
                continue;
            }

            // "It may close and has 40 workers", "weighed 2 tonnes and would have sold for": another verb's.
            if (Conjunctions.Contains(tokens[i].Term) && i + 1 < tokens.Length && (IsVerbAhead(text, tokens, i + 1) || (i < first && i + 2 < first && Perfect.Contains(tokens[i + 2].Term))))
            {
                if (i >= end)
                {
                    break;
                }

                unreal = false;
                asked = false;
                planned = false;
            }

            // "Operated for 18 hours before the girls could be moved": another clause.
            if (i >= end && Next.Contains(tokens[i].Term))
            {
                break;
            }

            bool own = i >= first && i < end;
            bool reported = tokens[i].Term == Would && IsReported(tokens, i);
            unreal |= !own && Unreal.Contains(tokens[i].Term) && !tokens[i].IsCapitalised;
            // "Was expected to cost 300 million": a plan of the past.
            unreal |= i < first && Forecast.Contains(tokens[i].Term) && i > 0 && Past.Contains(tokens[i - 1].Term) && tokens[i + 1].Term == To;
            unreal |= i < first && IsForecast(tokens, i, first);
            planned |= reported || Future.Contains(tokens[i].Term) || (tokens[i].Term == To && i > 0 && Being.Contains(tokens[i - 1].Term));
            asked |= i < first && tokens[i].IsContent && CountedThings.Asked.Contains(tokens[i].Stem);
        }

        return (unreal, asked, planned);
    }

    // "Analysts had expected claims to fall to 310,000": not "is expected to cost", "expects to cut 300 jobs", which tell a plan.
    private static bool IsForecast(ReadOnlySpan<Token> tokens, int i, int first)
    {
        if (!Forecasting.Contains(tokens[i].Term) || (i > 0 && (Being.Contains(tokens[i - 1].Term) || tokens[i - 1].Term == Been)))
        {
            return false;
        }

        for (int j = i + 2; j < first - 1; j++)
        {
            if (tokens[j].Term == To)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVerbAhead(TokenizedText text, ReadOnlySpan<Token> tokens, int i) =>
        Insertions.IsFinite(text, tokens, i) || Unreal.Contains(tokens[i].Term) || (i + 1 < tokens.Length && tokens[i].IsWord && text.Chars(tokens[i]).EndsWith("ly", StringComparison.Ordinal) && Insertions.IsFinite(text, tokens, i + 1));

    // "Said that 300 jobs would be lost": will be lost, told later.
    private static bool IsReported(ReadOnlySpan<Token> tokens, int would)
    {
        bool reported = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Conditions.Contains(tokens[i].Term) || (i == would + 1 && tokens[i].Term == Have))
            {
                return false;
            }

            reported |= Reports.Contains(tokens[i].Term);
        }

        return reported;
    }
}

using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one quotation printed in different words by different outlets.</summary>
/// <remarks>
/// Punctuation, case, contractions, spelling, brackets and cuts at either end are no other wording. Medium where a word of content, a number or a
/// negation differs in a quotation that else is the same; low where only small words do, since translation and tidying explain most.
/// </remarks>
internal static class QuotationConflicts
{
    // Pairs of versions of one quotation that are compared.
    private const int MostVersions = 12;

    // Least share of the shorter version's words that stand in both, in order: less is another quotation, or another part of it.
    private const double LeastShared = 0.7;
    private const double LeastSharedOfOneSpeaker = 0.6;
    // The same of two speakers by name: one of the outlets may err in the name.
    private const double LeastSharedOfTwo = 0.85;

    // A translation shares few words in order, but most of what both say.
    private const double LeastSharedOfTranslation = 0.3;
    private const double LeastOfLonger = 0.5;

    // Letters of "of" and "at": one of these more or less is no other wording.
    private const int LongestParticle = 2;

    // Words between a word and its repetition in one breath.
    private const int Repeating = 3;

    // Fewest words in both.
    private const int FewestShared = 4;
    private const double SharedForMedium = 0.75;

    // Fewest words in both of a quotation whose edit is no longer low.
    private const int FewestForMedium = 6;

    // A longer stretch than this in one place makes the edit low; one longer than the second is a cut.
    private const int LongestTelling = 3;
    private const int LongestEdit = 6;

    // Most content words that differ in what is still one wording with an edit; more is a translation, low.
    private const int MostEdited = 4;

    // Most words in which two versions may differ at their start, and fewest shared words behind it.
    private const int LongestStart = 4;
    private const int FewestAfterStart = 4;

    // "Mr Berg said, 'I …'": who is quoted in the quotation.
    private static readonly TermSet Saying = TermHash.SetOf("said", "says", "told", "asked", "added");

    // Printings shown of one quotation.
    private const int MostSides = 4;

    // Fewest words of a version: of shorter ones every difference is a cut.
    private const int FewestWords = 4;

    // A word missing at the end is an edit; more are a cut.
    private const int MostMissingAtEnd = 1;

    /// <summary>Adds one conflict a quotation: the pair of versions that differ most tellingly, with all that print as they do.</summary>
    public static void Find(StoryContext story, IReadOnlyList<List<StoryQuote>> groups, ConflictLedger ledger)
    {
        foreach (List<StoryQuote> g in groups)
        {
            Version[] versions = [.. g.Take(MostVersions).Select(q => Version.Read(story, q)).Where(static v => v.Words.Count >= FewestWords)];
            Difference? best = null;
            for (int i = 0; i < versions.Length; i++)
            {
                for (int j = i + 1; j < versions.Length; j++)
                {
                    if (story.Outlet[versions[i].Quote.Article] != story.Outlet[versions[j].Quote.Article] && Compare(story, versions[i], versions[j]) is { } found && (best is null || (found.IsTelling, found.Weight).CompareTo((best.IsTelling, best.Weight)) > 0))
                    {
                        best = found;
                    }
                }
            }

            if (best is not null)
            {
                Write(story, best, versions, ledger);
            }
        }
    }

    private static void Write(StoryContext story, Difference d, Version[] versions, ConflictLedger ledger)
    {
        string a = story.Analyzed(d.A.Quote.Article).Text.String(d.A.Quote.Mention.Span);
        string b = story.Analyzed(d.B.Quote.Article).Text.String(d.B.Quote.Mention.Span);
        string[] onlyA = [.. d.OnlyA.Select(static w => w.Form)];
        string[] onlyB = [.. d.OnlyB.Select(static w => w.Form)];
        SentenceRef[] sideA = [.. d.A.SentencesOf(d.OnlyA), .. versions.Where(v => v != d.A && v != d.B && v.PrintsAs(d.A)).Select(static v => v.Quote.At)];
        SentenceRef[] sideB = [.. d.B.SentencesOf(d.OnlyB), .. versions.Where(v => v != d.A && v != d.B && v.PrintsAs(d.B)).Select(static v => v.Quote.At)];
        List<SideDraft> sides = [new SideDraft(a, sideA), new SideDraft(b, sideB)];
        HashSet<SentenceRef> told = [.. sideA, .. sideB];
        List<Version> printed = [d.A, d.B];
        foreach (Version v in versions)
        {
            // A third printing that differs from both.
            if (sides.Count < MostSides && !told.Contains(v.Quote.At) && printed.TrueForAll(p => !v.PrintsAs(p) && Compare(story, v, p) is not null))
            {
                printed.Add(v);
                told.Add(v.Quote.At);
                sides.Add(new SideDraft(story.Analyzed(v.Quote.Article).Text.String(v.Quote.Mention.Span), [v.Quote.At]));
            }
        }

        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Quotation,
            Severity = d.IsTelling && d.Shared >= SharedForMedium ? Severity.Medium : Severity.Low,
            About = d.A.Quote.Mention.SpeakerName ?? d.B.Quote.Mention.SpeakerName ?? "quotation",
            Explanation = $"one quotation in different words: {a} / {b}",
            Sides = sides,
            Details = [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"quotation: {d.Shared:0.00} of the words shared in order; only one side: \"{string.Join(' ', onlyA)}\"; only the other: \"{string.Join(' ', onlyB)}\"")],
        });
    }

    private static Difference? Compare(StoryContext story, Version a, Version b)
    {
        bool[] inA = new bool[a.Words.Count];
        bool[] inB = new bool[b.Words.Count];
        int common = Match(a.Words, b.Words, inA, inB);
        double shared = (double)common / Math.Min(inA.Length, inB.Length);
        bool oneSpeaker = QuotationGroups.SameSpeaker(a.Quote.Mention, b.Quote.Mention) || story.Aligned(a.Quote.At, b.Quote.At);
        bool twoSpeakers = a.Quote.Mention.SpeakerName is not null && b.Quote.Mention.SpeakerName is not null && !QuotationGroups.SameSpeaker(a.Quote.Mention, b.Quote.Mention);
        bool translated = oneSpeaker && !twoSpeakers && shared >= LeastSharedOfTranslation && ShareOfLonger(a, b) >= LeastOfLonger;
        if (!translated && (shared < (twoSpeakers ? LeastSharedOfTwo : oneSpeaker ? LeastSharedOfOneSpeaker : LeastShared) || common < FewestShared))
        {
            return null;
        }

        QuotedWord[] onlyA = [.. Inside(a, inA, LongestEdit)];
        QuotedWord[] onlyB = [.. Inside(b, inB, LongestEdit)];
        // "This evening I was turned away", "Yesterday I was turned away": other words at the start of one sentence.
        (QuotedWord[] startA, QuotedWord[] startB) = (Before(a, inA), Before(b, inB));
        bool opens = startA.Length + startB.Length > 0 && oneSpeaker && common >= FewestAfterStart && !IsSpelledSo(startA, startB) && (startA.Length > 0 == startB.Length > 0 || (IsWhole(a) && IsWhole(b)));
        if (opens)
        {
            (onlyA, onlyB) = ([.. startA, .. onlyA], [.. startB, .. onlyB]);
        }

        bool rewritten = onlyA.Length + onlyB.Length == 0;
        if (rewritten)
        {
            // No small edit, but longer stretches in other words on both sides: a translation. On one side only: a cut.
            onlyA = [.. Inside(a, inA, int.MaxValue)];
            onlyB = [.. Inside(b, inB, int.MaxValue)];
            if (onlyA.Length == 0 || onlyB.Length == 0)
            {
                return null;
            }
        }

        // "They must go, they must go": said twice.
        onlyA = [.. onlyA.Where(w => !IsRepeated(a, inA, w))];
        onlyB = [.. onlyB.Where(w => !IsRepeated(b, inB, w))];
        // Words of one kind on either side only: a filler, a spelling, a bracket.
        onlyA = [.. onlyA.Where(w => !Array.Exists(onlyB, v => v.Stem == w.Stem))];
        onlyB = [.. onlyB.Where(w => !Array.Exists(onlyA, v => v.Stem == w.Stem) && !inA.Zip(a.Words).Any(x => !x.First && x.Second.Stem == w.Stem && !onlyA.Contains(x.Second)))];
        if (onlyA.Length + onlyB.Length == 0 || IsJoined(onlyA, onlyB) || (onlyA.Length + onlyB.Length == 1 && !onlyA.Concat(onlyB).Any(static w => w.IsContent || w.IsNegation || w.IsNumber || w.Form.Length > LongestParticle)))
        {
            return null;
        }

        double weight = onlyA.Concat(onlyB).Sum(static w => w.IsNegation || w.IsNumber ? 3 : w.IsContent ? 1 : 0.1) * shared;
        // "Never" and "not" deny alike.
        bool negated = onlyA.Any(static w => w.IsNegation) != onlyB.Any(static w => w.IsNegation);
        int content = onlyA.Concat(onlyB).Count(static w => w.IsContent);
        bool telling = negated || onlyA.Concat(onlyB).Any(static w => w.IsNumber) || content is > 0 and <= MostEdited;
        telling &= !rewritten && !opens && LongestInside(inA) <= LongestTelling && LongestInside(inB) <= LongestTelling && common >= FewestForMedium && common * 2 >= Math.Max(inA.Length, inB.Length);
        return new Difference(a, b, onlyA, onlyB, shared, weight, telling);
    }

    // The words before the first shared one, where they belong to its sentence and are few.
    private static QuotedWord[] Before(Version version, bool[] shared)
    {
        int first = Array.IndexOf(shared, true);
        QuotedWord[] before = [.. version.Words.Take(first).Where(w => w.Sentence == version.Words[first].Sentence)];
        return before.Length is > 0 and <= LongestStart && before.Length == first && Array.Exists(before, static w => w.IsContent || w.IsNegation) && !Array.Exists(before, static w => Saying.Contains(w.Term)) ? before : [];
    }

    // "Lyrik", "Lyric": a name spelled in two ways.
    private static bool IsSpelledSo(QuotedWord[] a, QuotedWord[] b) => a.Length == b.Length && a.Zip(b).All(static w => w.First.Form.Length == w.Second.Form.Length && w.First.Form.AsSpan().CommonPrefixLength(w.Second.Form) * 4 >= w.First.Form.Length * 3);

    // Share of the content words of the version that has more of them, in any order.
    private static double ShareOfLonger(Version a, Version b)
    {
        HashSet<uint> x = [.. a.Words.Where(static w => w.IsContent).Select(static w => w.Stem)];
        HashSet<uint> y = [.. b.Words.Where(static w => w.IsContent).Select(static w => w.Stem)];
        int longer = Math.Max(x.Count, y.Count);
        x.IntersectWith(y);
        return longer == 0 ? 0 : (double)x.Count / longer;
    }

    private static bool IsRepeated(Version version, bool[] shared, QuotedWord word)
    {
        int at = version.Words.FindIndex(w => ReferenceEquals(w, word));
        return Enumerable.Range(at - Repeating, (2 * Repeating) + 1).Any(i => i >= 0 && i < version.Words.Count && i != at && shared[i] && version.Words[i].Term == word.Term && version.Words[i].Sentence == word.Sentence);
    }

    // "Stead-fast", "steadfast"; "anti war", "antiwar".
    internal static bool IsJoined(IEnumerable<QuotedWord> a, IEnumerable<QuotedWord> b) => string.Concat(a.Select(static w => w.Form)) == string.Concat(b.Select(static w => w.Form));

    private static bool IsWhole(Version version) => version.Quote.Mention.Kind == QuotationKind.Direct;

    private static int LongestInside(bool[] shared)
    {
        int longest = 0;
        int run = 0;
        for (int i = Array.IndexOf(shared, true); i <= Array.LastIndexOf(shared, true); i++)
        {
            run = shared[i] ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // What stands between shared words, and a word missing at the end.
    private static IEnumerable<QuotedWord> Inside(Version version, bool[] shared, int longest)
    {
        int first = Array.IndexOf(shared, true);
        int last = Array.LastIndexOf(shared, true);
        for (int i = first; i <= last; i++)
        {
            int end = i;
            while (end <= last && !shared[end])
            {
                end++;
            }

            for (int k = i; k < end && end - i <= longest; k++)
            {
                yield return version.Words[k];
            }

            i = end;
        }

        if (last < shared.Length - 1 && shared.Length - 1 - last <= MostMissingAtEnd)
        {
            for (int i = last + 1; i < shared.Length; i++)
            {
                yield return version.Words[i];
            }
        }
    }

    /// <summary>Longest common subsequence of words. O(n·m), at most 200 words each.</summary>
    internal static int Match(List<QuotedWord> a, List<QuotedWord> b, bool[] inA, bool[] inB)
    {
        int[,] best = new int[a.Count + 1, b.Count + 1];
        for (int i = a.Count - 1; i >= 0; i--)
        {
            for (int j = b.Count - 1; j >= 0; j--)
            {
                best[i, j] = a[i].IsSame(b[j]) ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i].IsSame(b[j]))
            {
                inA[i++] = true;
                inB[j++] = true;
            }
            else if (best[i + 1, j] >= best[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return best[0, 0];
    }

    private sealed record Difference(Version A, Version B, QuotedWord[] OnlyA, QuotedWord[] OnlyB, double Shared, double Weight, bool IsTelling);

    /// <summary>One printing of a quotation.</summary>
    private sealed record Version(StoryQuote Quote, List<QuotedWord> Words)
    {
        private const int MostWords = 200;

        public static Version Read(StoryContext story, StoryQuote quote)
        {
            TokenizedText text = story.Analyzed(quote.Article).Text;
            List<QuotedWord> words = [];
            for (int s = quote.Mention.FirstSentence; s <= quote.Mention.LastSentence; s++)
            {
                QuotedWord.Read(text, s, quote.Mention.Span, MostWords, words);
            }

            return new Version(quote, words);
        }

        /// <summary>Where the differing words stand; the whole quotation's first sentence when there are none.</summary>
        public IEnumerable<SentenceRef> SentencesOf(QuotedWord[] only)
        {
            int[] sentences = [.. only.Select(static w => w.Sentence).Distinct()];
            return sentences.Length == 0 ? Enumerable.Range(Quote.Mention.FirstSentence, Quote.Mention.LastSentence - Quote.Mention.FirstSentence + 1).Select(s => new SentenceRef(Quote.Article, s)) : sentences.Select(s => new SentenceRef(Quote.Article, s));
        }

        public bool PrintsAs(Version other) => Words.Count == other.Words.Count && Words.Zip(other.Words).All(static w => w.First.IsSame(w.Second));
    }
}

using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds single sentences of quotations that outlets print in different words, wherever in their quotations they stand.</summary>
/// <remarks>
/// Outlets cut and turn about what somebody said: whole quotations then share too little in order, though one sentence of them is printed twice, with a word changed
/// or its opening left out. Always low. Pairs are found by rare words; time linear in the quoted sentences and their pairs, each O(n·m) in words.
/// </remarks>
internal static class QuotedSentenceConflicts
{
    // Fewest words of a sentence, and least share of the shorter one's in both, in order; the same where the speaker is one by name or the sentences align.
    private const int FewestWords = 4;
    private const double LeastShared = 0.8;
    private const double LeastSharedOfOneSpeaker = 0.7;

    // Most words that differ on either side: more is another sentence.
    private const int MostEdited = 3;

    // Most words of an opening that one printing leaves out.
    private const int MostOpening = 4;

    // Words read of a sentence, and sentences compared for one word.
    private const int MostWords = 60;
    private const int MostPerWord = 24;

    // Content words shared before two sentences are laid beside each other.
    private const int FewestShared = 2;

    /// <summary>Adds the conflicts to the ledger, those left out that a conflict of whole quotations shows.</summary>
    public static void Find(StoryContext story, IReadOnlyList<List<StoryQuote>> groups, ConflictLedger ledger)
    {
        List<Printed> all = [.. groups.SelectMany(static g => g).OrderBy(static q => q.Article).ThenBy(static q => q.Mention.Span.Start).SelectMany(q => Read(story, q))];
        HashSet<(string, string)> written = [];
        foreach ((int i, int j) in WordPairs.Of(all, static p => p.At.Article, static p => p.Words.Where(static w => w.IsContent).Select(static w => w.Stem), MostPerWord))
        {
            Printed a = all[i];
            Printed b = all[j];
            if (story.Outlet[a.At.Article] != story.Outlet[b.At.Article] && SharesContent(a, b) && Compare(story, a, b) is { } found && !ledger.Tells(ConflictKind.Quotation, a.At, b.At))
            {
                string x = story.Analyzed(a.At.Article).Text.String(a.Span);
                string y = story.Analyzed(b.At.Article).Text.String(b.Span);
                if (written.Add(string.CompareOrdinal(found.OnlyA, found.OnlyB) < 0 ? (found.OnlyA, found.OnlyB) : (found.OnlyB, found.OnlyA)))
                {
                    Write(a, x, b, y, found, all, ledger);
                }
            }
        }
    }

    private static IEnumerable<Printed> Read(StoryContext story, StoryQuote quote)
    {
        TokenizedText text = story.Analyzed(quote.Article).Text;
        for (int s = quote.Mention.FirstSentence; s <= quote.Mention.LastSentence; s++)
        {
            List<QuotedWord> words = [];
            QuotedWord.Read(text, s, quote.Mention.Span, MostWords, words);
            if (words.Count >= FewestWords)
            {
                TextSpan sentence = text.Sentences[s].Span;
                yield return new Printed(new SentenceRef(quote.Article, s), quote.Mention, words, new TextSpan(Math.Max(sentence.Start, quote.Mention.Span.Start), Math.Min(sentence.End, quote.Mention.Span.End)));
            }
        }
    }

    private static bool SharesContent(Printed a, Printed b) =>
        a.Words.Where(static w => w.IsContent).Select(static w => w.Stem).Distinct().Count(s => b.Words.Exists(v => v.Stem == s)) >= FewestShared;

    private static Difference? Compare(StoryContext story, Printed a, Printed b)
    {
        bool[] inA = new bool[a.Words.Count];
        bool[] inB = new bool[b.Words.Count];
        int common = QuotationConflicts.Match(a.Words, b.Words, inA, inB);
        double shared = (double)common / Math.Min(inA.Length, inB.Length);
        bool tied = QuotationGroups.SameSpeaker(a.Quote, b.Quote) || story.Aligned(a.At, b.At);
        if (common < FewestWords - 1 || shared < (tied ? LeastSharedOfOneSpeaker : LeastShared))
        {
            return null;
        }

        // What one prints after the last word of the other is a cut, and so is what stands before its first one, but for a short opening of the sentence.
        List<QuotedWord> onlyA = Only(a, inA, inB);
        List<QuotedWord> onlyB = Only(b, inB, inA);
        if (onlyA.Count > MostEdited + 1 || onlyB.Count > MostEdited + 1 || Math.Min(onlyA.Count, onlyB.Count) > MostEdited)
        {
            return null;
        }

        // A word that only stands elsewhere, or in another form, is no other word.
        onlyA.RemoveAll(w => b.Words.Exists(v => v.Stem == w.Stem));
        onlyB.RemoveAll(w => a.Words.Exists(v => v.Stem == w.Stem));
        return onlyA.Concat(onlyB).Any(static w => w.IsContent || w.IsNumber || w.IsNegation)
            ? new Difference(Join(onlyA), Join(onlyB), shared, inA.Length - common + inB.Length - common)
            : null;
    }

    private static List<QuotedWord> Only(Printed one, bool[] shared, bool[] other)
    {
        int first = Array.IndexOf(shared, true);
        int last = Array.LastIndexOf(shared, true);

        // The other printing opens with the first shared word too: an opening was left out there, or both open otherwise.
        int from = first <= MostOpening && Array.IndexOf(other, true) <= MostOpening ? 0 : first;
        List<QuotedWord> only = [];
        for (int i = from; i <= last; i++)
        {
            if (!shared[i])
            {
                only.Add(one.Words[i]);
            }
        }

        return only;
    }

    private static string Join(List<QuotedWord> words) => string.Join(' ', words.Select(static w => w.Form));

    private static void Write(Printed a, string x, Printed b, string y, Difference found, List<Printed> all, ConflictLedger ledger)
    {
        SentenceRef[] likeA = [.. all.Where(p => p.At == a.At || p.PrintsAs(a)).Select(static p => p.At).Distinct()];
        SentenceRef[] likeB = [.. all.Where(p => p.At == b.At || p.PrintsAs(b)).Select(static p => p.At).Distinct().Where(s => !likeA.Contains(s))];
        string difference = (found.OnlyA.Length, found.OnlyB.Length) switch
        {
            ( > 0, > 0) => $"\"{found.OnlyA}\" against \"{found.OnlyB}\"",
            ( > 0, _) => $"\"{found.OnlyA}\" stands in one alone",
            _ => $"\"{found.OnlyB}\" stands in one alone",
        };
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Quotation,
            Severity = Severity.Low,
            About = a.Quote.SpeakerName ?? b.Quote.SpeakerName ?? "quotation",
            Explanation = $"one quoted sentence printed in different words: {difference}",
            Sides = [new SideDraft(x, likeA), new SideDraft(y, likeB)],
            Details = [string.Create(CultureInfo.InvariantCulture, $"quotation: one sentence of it; {found.Shared:0.00} of the words shared in order; {difference}; low, since outlets cut and tidy what was said")],
        });
    }

    private sealed record Difference(string OnlyA, string OnlyB, double Shared, int Edits);

    private sealed record Printed(SentenceRef At, QuoteMention Quote, List<QuotedWord> Words, TextSpan Span)
    {
        public bool PrintsAs(Printed other) => Words.Count == other.Words.Count && Words.Zip(other.Words).All(static w => w.First.IsSame(w.Second));
    }
}

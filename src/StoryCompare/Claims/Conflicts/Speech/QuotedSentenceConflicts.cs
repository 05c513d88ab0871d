using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Internals;
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

    // Printings shown of one sentence.
    private const int MostSides = 4;

    // Content words shared before two sentences are laid beside each other.
    private const int FewestShared = 2;

    // "'I am leaving,' he said, 'today'": the marks missed that another speaks.
    private static readonly TermSet Speech = TermHash.SetOf("said", "says", "told", "added", "testified", "explained");

    /// <summary>Adds the conflicts to the ledger, those left out that a conflict of whole quotations shows.</summary>
    public static void Find(StoryContext story, IReadOnlyList<List<StoryQuote>> groups, ConflictLedger ledger)
    {
        List<Printed> all = [.. groups.SelectMany(static g => g).OrderBy(static q => q.Article).ThenBy(static q => q.Mention.Span.Start).SelectMany(q => Read(story, q))];
        List<Difference> found = [];
        foreach ((int i, int j) in WordPairs.Of(all, static p => p.At.Article, static p => p.Words.Where(static w => w.IsContent).Select(static w => w.Stem), MostPerWord))
        {
            if (story.Outlet[all[i].At.Article] != story.Outlet[all[j].At.Article] && SharesContent(all[i], all[j]) && Compare(story, all[i], all[j]) is { } difference && !ledger.Tells(ConflictKind.Quotation, all[i].At, all[j].At))
            {
                found.Add(difference);
            }
        }

        while (found.Count > 0)
        {
            // All printings of one sentence make one conflict: a side each.
            List<Printed> sides = [found[0].A, found[0].B];
            foreach (Difference d in found)
            {
                bool a = sides.Exists(d.A.PrintsAs);
                bool b = sides.Exists(d.B.PrintsAs);
                if (a != b && sides.Count < MostSides)
                {
                    sides.Add(a ? d.B : d.A);
                }
            }

            Write(story, sides, found[0], all, ledger);
            found.RemoveAll(d => sides.Exists(d.A.PrintsAs) || sides.Exists(d.B.PrintsAs));
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
                yield return new Printed(new SentenceRef(quote.Article, s), quote.Mention, words, new TextSpan(Math.Max(sentence.Start, quote.Mention.Span.Start), Math.Min(sentence.End, quote.Mention.Span.End)), IsWhole(text, s, quote.Mention.Span));
            }
        }
    }

    private static bool IsWhole(TokenizedText text, int sentence, TextSpan span)
    {
        foreach (Token t in text.TokensInside(text.Sentences[sentence], span))
        {
            if (t.IsWord)
            {
                return char.IsUpper(text.Source[t.Start]);
            }
        }

        return false;
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
        List<QuotedWord> onlyA = Only(a, inA, inB, b.IsWhole);
        List<QuotedWord> onlyB = Only(b, inB, inA, a.IsWhole);
        if (onlyA.Count > MostEdited + 1 || onlyB.Count > MostEdited + 1 || Math.Min(onlyA.Count, onlyB.Count) > MostEdited)
        {
            return null;
        }

        // A word that only stands elsewhere, or in another form, is no other word.
        onlyA.RemoveAll(w => b.Words.Exists(v => v.Stem == w.Stem));
        onlyB.RemoveAll(w => a.Words.Exists(v => v.Stem == w.Stem));
        return onlyA.Concat(onlyB).Any(static w => w.IsContent || w.IsNumber || w.IsNegation) && !onlyA.Concat(onlyB).Any(static w => Speech.Contains(w.Term)) && !QuotationConflicts.IsJoined(onlyA, onlyB)
            ? new Difference(a, b, Join(onlyA), Join(onlyB), shared)
            : null;
    }

    private static List<QuotedWord> Only(Printed one, bool[] shared, bool[] other, bool otherIsWhole)
    {
        int first = Array.IndexOf(shared, true);
        int last = Array.LastIndexOf(shared, true);

        // The other printing opens a sentence there: an opening was left out, or both open otherwise. A partial quotation leaves out what stands before its marks.
        int from = otherIsWhole && first <= MostOpening && Array.IndexOf(other, true) <= MostOpening ? 0 : first;
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

    private static void Write(StoryContext story, List<Printed> sides, Difference first, List<Printed> all, ConflictLedger ledger)
    {
        string difference = (first.OnlyA.Length, first.OnlyB.Length) switch
        {
            ( > 0, > 0) => $"\"{first.OnlyA}\" against \"{first.OnlyB}\"",
            ( > 0, _) => $"\"{first.OnlyA}\" stands in one alone",
            _ => $"\"{first.OnlyB}\" stands in one alone",
        };
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Quotation,
            Severity = Severity.Low,
            About = sides.Select(static p => p.Quote.SpeakerName).FirstOrDefault(static n => n is not null) ?? "quotation",
            Explanation = $"one quoted sentence printed in different words: {difference}",
            Sides = [.. sides.Select(p => new SideDraft(story.Analyzed(p.At.Article).Text.String(p.Span), [.. all.Where(p.PrintsAs).Select(static q => q.At).Distinct()]))],
            Details = [string.Create(CultureInfo.InvariantCulture, $"quotation: one sentence of it; {first.Shared:0.00} of the words shared in order; {difference}; low, since outlets cut and tidy what was said")],
        });
    }

    private sealed record Difference(Printed A, Printed B, string OnlyA, string OnlyB, double Shared);

    private sealed record Printed(SentenceRef At, QuoteMention Quote, List<QuotedWord> Words, TextSpan Span, bool IsWhole)
    {
        public bool PrintsAs(Printed other) => Words.Count == other.Words.Count && Words.Zip(other.Words).All(static w => w.First.IsSame(w.Second));
    }
}

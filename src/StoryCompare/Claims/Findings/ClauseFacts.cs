using System.Collections.Frozen;
using System.Runtime.InteropServices;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Findings;

/// <summary>Finds clauses that two outlets tell alike inside sentences that do not align: "he died of heart failure" at the end of a long obituary sentence.</summary>
/// <remarks>
/// Two content words that stand near each other in both sentences open a candidate; what stands round them must be shared too. Words that run through
/// the whole story (its people, its scene) tell no fact and do not count, and a name with its titles ("police chief Ann Lee said") is none: an act must be among them. O(words) by an index of word pairs; each pair of words is looked at in a bounded number of sentences.
/// </remarks>
internal static class ClauseFacts
{
    // Content words between the two that open a candidate, and round them that are compared.
    private const int MostApart = 3;
    private const int Window = 5;

    // Sentences that hold one pair of words: more of them tell of the story's own theme.
    private const int MostOfPair = 5;

    // Different words that both clauses share, their weight together (a word weighs 0.1 to 1.5), and their share of the poorer clause; from reading the candidates of the development stories.
    private const int LeastWords = 3;
    private const int LeastPlain = 2;
    private const double LeastWeight = 2.6;
    private const double LeastShare = 0.55;

    // A word in more sentences than this, and than this share of them, is the story's own.
    private const int FewSentences = 5;
    private const double CommonShare = 0.08;

    private static readonly FrozenSet<int> Speech = [.. new[] { "say", "report", "announce", "claim", "deny", "confirm", "warn" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0)];

    /// <summary>Pairs of sentences of two outlets that tell one clause alike and stand in no common alignment, in text order.</summary>
    public static List<(SentenceRef A, SentenceRef B)> Find(StoryContext story)
    {
        SentenceRef[] statements = [.. story.Statements().Where(s => story.Sentence(s).Kind == SentenceKind.Body)];
        Dictionary<uint, int> sentencesOf = [];
        foreach (SentenceRef s in statements)
        {
            SlotWord[] words = story.Slots(s).Words;
            for (int i = 0; i < words.Length; i++)
            {
                if (IsFirst(words, i))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(sentencesOf, words[i].Stem, out _)++;
                }
            }
        }

        int common = Math.Max(FewSentences, (int)(CommonShare * statements.Length));

        // The places of a pair lead from the last to the first: nearly all pairs have one.
        Dictionary<ulong, (int Last, int Count)> byPair = [];
        List<(SentenceRef At, int Word, int Before)> places = [];
        foreach (SentenceRef s in statements)
        {
            SlotWord[] words = story.Slots(s).Words;
            bool[] shared = Array.ConvertAll(words, w => IsShared(w));
            for (int i = 0; i < words.Length; i++)
            {
                for (int j = i + 1; j < Math.Min(words.Length, i + 1 + MostApart); j++)
                {
                    if (words[i].Stem != words[j].Stem && words[i].Clause == words[j].Clause && shared[i] && shared[j])
                    {
                        ulong key = ((ulong)Math.Min(words[i].Stem, words[j].Stem) << 32) | Math.Max(words[i].Stem, words[j].Stem);
                        ref (int Last, int Count) pair = ref CollectionsMarshal.GetValueRefOrAddDefault(byPair, key, out bool known);
                        places.Add((s, i, known ? pair.Last : -1));
                        pair = (places.Count - 1, pair.Count + 1);
                    }
                }
            }
        }

        // A pair that two sentences hold has no word of one sentence alone.
        bool IsShared(in SlotWord word) => sentencesOf[word.Stem] is > 1 and int n && n <= common;

        SortedSet<(int, int, int, int)> found = [];
        foreach ((int last, int count) in byPair.Values)
        {
            for (int j = count is > 1 and <= MostOfPair ? last : -1; j >= 0; j = places[j].Before)
            {
                for (int i = places[j].Before; i >= 0; i = places[i].Before)
                {
                    (SentenceRef a, SentenceRef b) = (places[i].At, places[j].At);
                    if (story.Outlet[a.Article] != story.Outlet[b.Article] && !story.Aligned(a, b) && TellAlike(story.Slots(a), places[i].Word, story.Slots(b), places[j].Word, w => sentencesOf.GetValueOrDefault(w) <= common))
                    {
                        found.Add((a.Article, a.Sentence, b.Article, b.Sentence));
                    }
                }
            }
        }

        return [.. found.Select(static f => (new SentenceRef(f.Item1, f.Item2), new SentenceRef(f.Item3, f.Item4)))];
    }

    private static bool IsFirst(SlotWord[] words, int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (words[i].Stem == words[index].Stem)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TellAlike(SentenceSlots a, int atA, SentenceSlots b, int atB, Func<uint, bool> tells)
    {
        ReadOnlySpan<SlotWord> x = Around(a.Words, atA);
        ReadOnlySpan<SlotWord> y = Around(b.Words, atB);
        int plain = 0;
        bool act = false;
        HashSet<uint> known = [];
        int words = 0;
        double shared = 0;
        double weightOfX = 0;
        foreach (SlotWord w in x)
        {
            weightOfX += w.Weight;
            foreach (SlotWord v in y)
            {
                if (Kinship.AreEqual(w, v) && known.Add(w.Stem))
                {
                    if (w.Negated != v.Negated || w.Unreal != v.Unreal)
                    {
                        return false;
                    }

                    bool lower = !a.Text.Tokens[w.Token].IsCapitalised && !b.Text.Tokens[v.Token].IsCapitalised;
                    plain += lower && tells(w.Stem) ? 1 : 0;
                    act |= lower && IsAct(w.Term) && IsAct(v.Term);
                    words += tells(w.Stem) ? 1 : 0;
                    shared += tells(w.Stem) ? Math.Min(w.Weight, v.Weight) : 0;
                    break;
                }
            }
        }

        double weightOfY = 0;
        foreach (SlotWord v in y)
        {
            weightOfY += v.Weight;
        }

        return act && plain >= LeastPlain && words >= LeastWords && shared >= LeastWeight && shared >= LeastShare * Math.Min(weightOfX, weightOfY);
    }

    // A verb of some act, not of speech: who said it is no part of what was said.
    private static bool IsAct(uint term)
    {
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(term))
        {
            if ((e.Part & ActPart.Verb) != 0 && !Speech.Contains(e.Class))
            {
                return true;
            }
        }

        return false;
    }

    // The words round one, in its clause.
    private static ReadOnlySpan<SlotWord> Around(SlotWord[] words, int at)
    {
        int from = at;
        int to = at + 1;
        while (from > 0 && at - from < Window && words[from - 1].Clause == words[at].Clause)
        {
            from--;
        }

        while (to < words.Length && to - at <= Window + 1 && words[to].Clause == words[at].Clause)
        {
            to++;
        }

        return words.AsSpan(from, to - from);
    }
}

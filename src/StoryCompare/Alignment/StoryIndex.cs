using System.Runtime.InteropServices;
using StoryCompare.Internals;

namespace StoryCompare.Alignment;

/// <summary>Two sentences of different articles, by their numbers in the story; <see cref="A"/> is the smaller.</summary>
internal readonly record struct CandidatePair(int A, int B, float Quick);

/// <summary>Inverted index over the sentences of a story: finds the pairs worth scoring without looking at all of them.</summary>
/// <remarks>Memory is linear in the sentences. A word that very many sentences hold retrieves nothing by itself, so time is linear, too.</remarks>
internal sealed class StoryIndex
{
    /// <summary>Pairs below this quick similarity are never aligned. It loses 14 of SuperPAL's 175 aligned pairs and 45 of ECB+ documents' 655, told in wholly different words.</summary>
    public const float MinQuick = 0.05f;

    /// <summary>Partners kept for a sentence among those that follow it.</summary>
    public const int MaxPartners = 32;

    // Of these, partners of equal words: copies tell nothing about each other that one of them does not, and would leave no room for other wordings.
    private const int MaxOfWording = 4;

    private const int Block = 64;
    private const int MinPostings = 512;
    private const int MaxPostings = 2048;

    private readonly ArticleContext[] _articles;
    private readonly int[] _articleOf;
    private readonly int[] _firstOf;
    private readonly Dictionary<uint, (int Start, int Count)> _postings = [];
    private readonly int[] _holders;
    private readonly int[] _ranks;
    private readonly float[] _masses;
    private readonly bool[] _truncated;

    public StoryIndex(ArticleContext[] articles)
    {
        _articles = articles;
        _firstOf = new int[articles.Length + 1];
        for (int a = 0; a < articles.Length; a++)
        {
            _firstOf[a + 1] = _firstOf[a] + articles[a].Sentences.Length;
        }

        _articleOf = new int[_firstOf[^1]];
        for (int a = 0; a < articles.Length; a++)
        {
            _articleOf.AsSpan(_firstOf[a].._firstOf[a + 1]).Fill(a);
        }

        _holders = Build();
        _ranks = Rank();
        _truncated = new bool[Count];
        _masses = new float[Count];
        for (int s = 0; s < Count; s++)
        {
            _masses[s] = Profile(s).StoryMass;
        }
    }

    /// <summary>Number of sentences.</summary>
    public int Count => _articleOf.Length;

    /// <summary>The article of a sentence.</summary>
    public int ArticleOf(int sentence) => _articleOf[sentence];

    /// <summary>Its number inside its article.</summary>
    public int NumberOf(int sentence) => sentence - _firstOf[_articleOf[sentence]];

    /// <summary>The profile of a sentence.</summary>
    public SentenceProfile Profile(int sentence) => _articles[_articleOf[sentence]].Sentences[NumberOf(sentence)];

    /// <summary>Place of a sentence in an order by content, the same for any order of the articles: breaks ties.</summary>
    public int RankOf(int sentence) => _ranks[sentence];

    /// <summary>Whether the pair may have been left out because one of the sentences had more than <see cref="MaxPartners"/> partners.</summary>
    public bool MayBeLeftOut(int a, int b) => _truncated[Math.Min(a, b)];

    /// <summary>Whether any pair may have been.</summary>
    public bool IsAnyLeftOut => Array.IndexOf(_truncated, true) >= 0;

    /// <summary>The pairs worth scoring, by first sentence, then second; the same for any number of threads.</summary>
    public List<CandidatePair> Candidates(ParallelOptions parallel)
    {
        List<CandidatePair>[] blocks = new List<CandidatePair>[(Count + Block - 1) / Block];
        int cap = Math.Clamp(4 * _articles.Length, MinPostings, MaxPostings);
        Parallel.For(0, blocks.Length, parallel, () => new Scratch(Count), (block, _, scratch) =>
        {
            List<CandidatePair> pairs = blocks[block] = [];
            for (int s = block * Block; s < Math.Min(Count, (block + 1) * Block); s++)
            {
                FindPartners(s, cap, scratch);
                Keep(scratch.Partners, pairs);
            }

            return scratch;
        }, static _ => { });
        List<CandidatePair> all = new(blocks.Sum(static b => b.Count));
        foreach (List<CandidatePair> block in blocks)
        {
            all.AddRange(block);
        }

        return all;
    }

    private void FindPartners(int s, int cap, Scratch scratch)
    {
        SentenceProfile profile = Profile(s);
        float[] shared = scratch.Shared;
        List<int> touched = scratch.Touched;
        int later = _firstOf[_articleOf[s] + 1];
        float passed = 0;
        foreach (ref readonly ProfileWord w in profile.Words.AsSpan())
        {
            (int start, int count) = _postings[w.Stem];
            if (count > cap)
            {
                passed += w.StoryWeight;
                continue;
            }

            // Postings are in sentence order: only those of later articles count.
            ReadOnlySpan<int> list = _holders.AsSpan(start, count);
            for (int i = Halving.FirstFrom(list, 0, list.Length, later, static (l, k) => l[k]); i < list.Length; i++)
            {
                ref float sum = ref shared[list[i]];
                if (sum == 0)
                {
                    touched.Add(list[i]);
                }

                sum += w.StoryWeight + float.Epsilon;
            }
        }

        scratch.Partners.Clear();
        foreach (int t in touched)
        {
            // The words were summed in the same order as the merge would: only where a common word was passed over is there more to find, and at most that much.
            float half = 0.5f * (profile.StoryMass + _masses[t]);
            float quick = shared[t] / half;
            if (passed > 0 && quick >= MinQuick / 2 && (shared[t] + passed) >= MinQuick * half)
            {
                quick = ContextFeatures.Quick(profile, Profile(t));
            }

            if (quick >= MinQuick)
            {
                scratch.Partners.Add(new CandidatePair(s, t, quick));
            }

            shared[t] = 0;
        }

        touched.Clear();
    }

    // Of one thread.
    private sealed class Scratch(int sentences)
    {
        public float[] Shared { get; } = new float[sentences];
        public List<int> Touched { get; } = [];
        public List<CandidatePair> Partners { get; } = [];
    }

    private void Keep(List<CandidatePair> partners, List<CandidatePair> pairs)
    {
        if (partners.Count > MaxPartners)
        {
            partners.Sort((x, y) => y.Quick.CompareTo(x.Quick) is var c && c != 0 ? c : RankOf(x.B).CompareTo(RankOf(y.B)));
            _truncated[partners[0].A] = true;
            ThinCopies(partners);
            partners.RemoveRange(Math.Min(MaxPartners, partners.Count), Math.Max(0, partners.Count - MaxPartners));
        }

        partners.Sort(static (x, y) => x.B.CompareTo(y.B));
        pairs.AddRange(partners);
    }

    // Equal words are equally like and neighbours in rank: they stand together.
    private void ThinCopies(List<CandidatePair> partners)
    {
        int kept = 0;
        int run = 0;
        for (int i = 0; i < partners.Count; i++)
        {
            run = i > 0 && Profile(partners[i].B).Wording == Profile(partners[i - 1].B).Wording ? run + 1 : 1;
            if (run <= MaxOfWording)
            {
                partners[kept++] = partners[i];
            }
        }

        partners.RemoveRange(kept, partners.Count - kept);
    }

    private int[] Build()
    {
        for (int s = 0; s < Count; s++)
        {
            foreach (ref readonly ProfileWord w in Profile(s).Words.AsSpan())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_postings, w.Stem, out _).Count++;
            }
        }

        int total = 0;
        foreach (uint stem in _postings.Keys.ToArray())
        {
            int count = _postings[stem].Count;
            _postings[stem] = (total, 0);
            total += count;
        }

        int[] holders = new int[total];
        for (int s = 0; s < Count; s++)
        {
            foreach (ref readonly ProfileWord w in Profile(s).Words.AsSpan())
            {
                ref (int Start, int Count) list = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, w.Stem, out _);
                holders[list.Start + list.Count++] = s;
            }
        }

        return holders;
    }

    private int[] Rank()
    {
        ulong[] hashes = [.. _articles.Select(static a => a.Sentences.Aggregate(14695981039346656037UL, static (h, s) => unchecked((h ^ s.Wording) * 1099511628211)))];
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(order, (x, y) =>
        {
            int c = Profile(x).Wording.CompareTo(Profile(y).Wording);
            c = c != 0 ? c : hashes[ArticleOf(x)].CompareTo(hashes[ArticleOf(y)]);
            return c != 0 ? c : (NumberOf(x), x).CompareTo((NumberOf(y), y));
        });
        int[] ranks = new int[Count];
        for (int i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }

        return ranks;
    }
}

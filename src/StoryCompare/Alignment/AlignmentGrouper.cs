namespace StoryCompare.Alignment;

/// <summary>Merges aligned pairs to groups by a medoid check instead of raw transitivity.</summary>
/// <remarks>
/// Groups are held by <see cref="PairDecoder.Holding"/> pairs; weaker alignments only count as links in the check. The sentence with the heaviest still
/// uncovered pairs becomes the medoid of a group; its partners join when they also align to every member that is there already
/// with <see cref="PairDecoder.MemberScore"/> or more, one sentence an article. Pairs that no group covers so far make further groups, so a long sentence
/// may stand in two: with those who tell its first half, and with those who tell its second.
/// </remarks>
internal static class AlignmentGrouper
{
    /// <summary>Groups that a sentence may stand in.</summary>
    public const int MaxGroups = 3;

    private const float UnscoredQuick = 0.3f;

    /// <summary>Groups as sorted lists of sentence numbers, in order of their first member, then second.</summary>
    public static List<List<int>> Group(StoryIndex index, List<ScoredPair> pairs, WordingPairs wordings)
    {
        Dictionary<int, List<(int Other, float Score)>> partners = [];
        foreach (ScoredPair p in PairDecoder.Holding(index, pairs))
        {
            Add(partners, p.A, p.B, p.Score);
            Add(partners, p.B, p.A, p.Score);
        }

        foreach (List<(int Other, float Score)> list in partners.Values)
        {
            list.Sort((x, y) => y.Score.CompareTo(x.Score) is var c && c != 0 ? c : index.RankOf(x.Other).CompareTo(index.RankOf(y.Other)));
        }

        HashSet<long> aligned = [.. pairs.Where(static p => p.Score >= PairDecoder.MemberScore).Select(static p => StoryScorer.Key(p.A, p.B))];
        HashSet<long> covered = [];
        PriorityQueue<int, (float, int)> medoids = new();
        foreach ((int sentence, List<(int Other, float Score)> list) in partners)
        {
            medoids.Enqueue(sentence, (-Uncovered(sentence, list, covered), index.RankOf(sentence)));
        }

        List<List<int>> groups = [];
        int[] memberships = new int[index.Count];
        while (medoids.TryDequeue(out int medoid, out (float Weight, int) priority))
        {
            // Weights only fall as pairs are covered: an entry that is out of date goes back with its present weight.
            float weight = Uncovered(medoid, partners[medoid], covered);
            if (weight <= 0 || memberships[medoid] == MaxGroups)
            {
                continue;
            }

            if (-weight > priority.Weight)
            {
                medoids.Enqueue(medoid, (-weight, index.RankOf(medoid)));
                continue;
            }

            List<int> members = Gather(new Round(index, wordings, aligned, memberships), medoid, partners[medoid], covered);
            if (members.Count == 1)
            {
                continue;
            }

            members.ForEach(m => memberships[m]++);
            Cover(members, aligned, covered);
            members.Sort();
            groups.Add(members);
            medoids.Enqueue(medoid, (-Uncovered(medoid, partners[medoid], covered), index.RankOf(medoid)));
        }

        groups.Sort(Compare);
        return groups;
    }

    private static List<int> Gather(Round round, int medoid, List<(int Other, float Score)> partners, HashSet<long> covered)
    {
        List<int> members = [medoid];
        foreach ((int other, _) in partners)
        {
            if (round.Memberships[other] == MaxGroups)
            {
                continue;
            }

            // The first partner must bring a pair that is not told yet: so every round covers one, and the rounds end.
            bool first = members.Count == 1;
            if (first ? !covered.Contains(PairKey(medoid, other)) : Fits(round, other, members))
            {
                members.Add(other);
                AddSiblings(round, first ? medoid : other, members);
                AddSiblings(round, other, members);
            }
        }

        return members;
    }

    private static void AddSiblings(Round round, int sentence, List<int> members)
    {
        foreach (int sibling in round.Wordings.SiblingsOf(sentence))
        {
            if (round.Memberships[sibling] < MaxGroups && Fits(round, sibling, members))
            {
                members.Add(sibling);
            }
        }
    }

    private static bool Fits(Round round, int sentence, List<int> members)
    {
        foreach (int m in members)
        {
            if (round.Index.ArticleOf(m) == round.Index.ArticleOf(sentence) || (!round.Aligned.Contains(PairKey(m, sentence)) && !AreLikeEnough(round, m, sentence)))
            {
                return false;
            }
        }

        return true;
    }

    // A statement told by hundreds of articles has more pairs than are scored: those left out are judged by pairs of the same words, else by their words alone.
    private static bool AreLikeEnough(Round round, int a, int b) =>
        round.Wordings.AreAligned(a, b, PairDecoder.MemberScore)
        || (round.Index.MayBeLeftOut(a, b) && ContextFeatures.Quick(round.Index.Profile(a), round.Index.Profile(b)) >= UnscoredQuick);

    private static void Cover(List<int> members, HashSet<long> aligned, HashSet<long> covered)
    {
        for (int i = 0; i < members.Count; i++)
        {
            for (int j = i + 1; j < members.Count; j++)
            {
                long key = PairKey(members[i], members[j]);
                if (aligned.Contains(key))
                {
                    covered.Add(key);
                }
            }
        }
    }

    private static float Uncovered(int sentence, List<(int Other, float Score)> partners, HashSet<long> covered)
    {
        float sum = 0;
        foreach ((int other, float score) in partners)
        {
            sum += covered.Contains(PairKey(sentence, other)) ? 0 : score;
        }

        return sum;
    }

    private static void Add(Dictionary<int, List<(int Other, float Score)>> partners, int a, int b, float score)
    {
        if (!partners.TryGetValue(a, out List<(int Other, float Score)>? list))
        {
            partners[a] = list = [];
        }

        list.Add((b, score));
    }

    private static long PairKey(int a, int b) => StoryScorer.Key(Math.Min(a, b), Math.Max(a, b));

    private static int Compare(List<int> x, List<int> y)
    {
        for (int i = 0; i < Math.Min(x.Count, y.Count); i++)
        {
            if (x[i] != y[i])
            {
                return x[i].CompareTo(y[i]);
            }
        }

        return x.Count.CompareTo(y.Count);
    }

    private sealed record Round(StoryIndex Index, WordingPairs Wordings, HashSet<long> Aligned, int[] Memberships);
}

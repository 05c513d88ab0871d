using System.Runtime.InteropServices;

namespace StoryCompare.Names;

/// <summary>Joins the entities of several articles that are one.</summary>
/// <remarks>
/// Distinct names meet under candidate keys, are matched, and are joined from the surest pair down; two groups join only when no pair across
/// them is kept apart by the caller, by kind, by number or by the alias table. The result does not depend on the order of articles, but for
/// the numbering. Time grows with the sum of squares of names that share a key, bounded by <see cref="MaxBlock"/>.
/// </remarks>
internal static class NameFolding
{
    /// <summary>Names under one key above which a name meets only its neighbours in order.</summary>
    private const int MaxBlock = 200;

    /// <summary>Keys of sound that names of several words must share: head and tail of a word, or parts of two.</summary>
    private const int EnoughKeys = 2;

    /// <summary>Neighbours met in a block that is too large.</summary>
    private const int Window = 24;

    /// <summary>Names up to which short keys (two consonants) are affordable.</summary>
    private const int FewNames = 400;

    /// <summary>Names up to which keys of three consonants are.</summary>
    private const int ManyNames = 4000;

    /// <summary>For each article, for each of its entities: the number of its group. Groups are numbered from 0 in order of first appearance.</summary>
    public static int[][] Fold(IReadOnlyList<ArticleNames> articles, NameOptions options) => Fold(articles, options, joins: null);

    /// <summary>The same; <paramref name="joins"/> receives why names were joined.</summary>
    public static int[][] Fold(IReadOnlyList<ArticleNames> articles, NameOptions options, List<NameJoin>? joins) => Fold(articles, options, joins, everyPair: false);

    /// <summary>The same, every pair of names compared: slow and obvious, what the keys are held against.</summary>
    public static int[][] FoldEveryPair(IReadOnlyList<ArticleNames> articles, NameOptions options) => Fold(articles, options, joins: null, everyPair: true);

    private static int[][] Fold(IReadOnlyList<ArticleNames> articles, NameOptions options, List<NameJoin>? joins, bool everyPair)
    {
        CallerNames caller = new(options);
        NameKeys known = new();
        Dictionary<string, NameNode> distinct = new(StringComparer.Ordinal);
        string[][] identities = new string[articles.Count][];
        for (int a = 0; a < articles.Count; a++)
        {
            IReadOnlyList<ArticleEntity> entities = articles[a].Entities;
            identities[a] = new string[entities.Count];
            for (int e = 0; e < entities.Count; e++)
            {
                string identity = NameNode.IdentityOf(entities[e]);
                identities[a][e] = identity;
                if (!distinct.ContainsKey(identity))
                {
                    distinct[identity] = NameNode.Create(entities[e], caller, known);
                }
            }
        }

        NameNode[] nodes = [.. distinct.Values];
        Array.Sort(nodes, static (x, y) => string.CompareOrdinal(x.Identity, y.Identity));
        Dictionary<string, int> numberOf = new(nodes.Length, StringComparer.Ordinal);
        for (int n = 0; n < nodes.Length; n++)
        {
            numberOf[nodes[n].Identity] = n;
        }

        NameGroups groups = new(nodes);
        List<NameEdge> surnames = [];
        List<NameEdge> edges = everyPair ? EveryEdge(nodes, surnames) : Edges(nodes, surnames);
        edges.Sort(NameEdge.SurestFirst);
        foreach (NameEdge edge in edges)
        {
            if (groups.TryJoin(edge.A, edge.B))
            {
                joins?.Add(new NameJoin(nodes[edge.A].Keys[0].Text, nodes[edge.B].Keys[0].Text, edge.Match));
            }
        }

        Surnames(surnames, groups, nodes, joins);
        return Number(identities, numberOf, groups);
    }

    private static List<NameEdge> EveryEdge(NameNode[] nodes, List<NameEdge> surnames)
    {
        List<NameEdge> edges = [];
        for (int a = 0; a < nodes.Length; a++)
        {
            for (int b = a + 1; b < nodes.Length; b++)
            {
                Compare(nodes, a, b, edges, surnames);
            }
        }

        return edges;
    }

    private static List<NameEdge> Edges(NameNode[] nodes, List<NameEdge> surnames)
    {
        int length = nodes.Length <= FewNames ? 2 : nodes.Length <= ManyNames ? 3 : 4;
        Dictionary<ulong, List<int>> blocks = [];
        HashSet<ulong> keys = [];
        for (int n = 0; n < nodes.Length; n++)
        {
            keys.Clear();
            foreach (NameKey key in nodes[n].Keys)
            {
                CandidateKeys.Add(key, length, keys);
            }

            foreach (int alias in nodes[n].Aliases)
            {
                keys.Add(0xFFFFFFFF00000000 | (uint)alias);
            }

            foreach (ulong key in keys)
            {
                if (!blocks.TryGetValue(key, out List<int>? block))
                {
                    blocks[key] = block = [];
                }

                block.Add(n);
            }
        }

        List<NameEdge> edges = [];
        Dictionary<long, int> shared = [];
        foreach ((ulong key, List<int> block) in blocks)
        {
            int reach = block.Count <= MaxBlock ? block.Count : Window;
            int worth = CandidateKeys.IsWeak(key) ? 1 : EnoughKeys;
            for (int i = 0; i < block.Count; i++)
            {
                for (int j = i + 1; j < block.Count && j - i <= reach; j++)
                {
                    ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, ((long)block[i] << 32) | (uint)block[j], out _);
                    bool oneWord = nodes[block[i]].IsOneWord && nodes[block[j]].IsOneWord;
                    int needed = oneWord ? 1 : EnoughKeys;
                    bool met = count >= needed;
                    count += worth;
                    if (!met && count >= needed)
                    {
                        Compare(nodes, block[i], block[j], edges, surnames);
                    }
                }
            }
        }

        return edges;
    }

    private static void Compare(NameNode[] nodes, int a, int b, List<NameEdge> edges, List<NameEdge> surnames)
    {
        NameMatch match = NameNode.Match(nodes[a], nodes[b]);
        if (match.Same)
        {
            edges.Add(new NameEdge(a, b, match));
        }
        else if (match.Reason == NameReason.SurnameOnly)
        {
            surnames.Add(new NameEdge(a, b, match));
        }
    }

    // "Brandel" in one article is the Joe Brandel of another, when no second Brandel is about.
    private static void Surnames(List<NameEdge> edges, NameGroups groups, NameNode[] nodes, List<NameJoin>? joins)
    {
        Dictionary<int, int> only = [];
        foreach (NameEdge edge in edges)
        {
            bool firstIsShort = nodes[edge.A].Keys[0].Words.Length == 1;
            int shorter = groups.Find(firstIsShort ? edge.A : edge.B);
            int longer = groups.Find(firstIsShort ? edge.B : edge.A);
            only[shorter] = !only.TryGetValue(shorter, out int before) || before == longer ? longer : -1;
        }

        foreach ((int shorter, int longer) in only.OrderBy(static p => p.Key))
        {
            if (longer >= 0 && groups.TryJoin(shorter, longer))
            {
                joins?.Add(new NameJoin(nodes[shorter].Keys[0].Text, nodes[longer].Keys[0].Text, NameMatch.Yes(0.5f, NameReason.SurnameOnly)));
            }
        }
    }

    private static int[][] Number(string[][] identities, Dictionary<string, int> numberOf, NameGroups groups)
    {
        int[][] result = new int[identities.Length][];
        Dictionary<int, int> numbers = [];
        for (int a = 0; a < identities.Length; a++)
        {
            result[a] = new int[identities[a].Length];
            for (int e = 0; e < identities[a].Length; e++)
            {
                int group = groups.Find(numberOf[identities[a][e]]);
                if (!numbers.TryGetValue(group, out int number))
                {
                    numbers[group] = number = numbers.Count;
                }

                result[a][e] = number;
            }
        }

        return result;
    }
}

/// <summary>Two names that match.</summary>
internal readonly record struct NameEdge(int A, int B, NameMatch Match)
{
    /// <summary>By score, then by number: the same order on every run.</summary>
    public static int SurestFirst(NameEdge x, NameEdge y)
    {
        int order = y.Match.Score.CompareTo(x.Match.Score);
        order = order != 0 ? order : x.A.CompareTo(y.A);
        return order != 0 ? order : x.B.CompareTo(y.B);
    }
}

/// <summary>Two names that were joined, and why.</summary>
/// <param name="A">One name.</param>
/// <param name="B">The other.</param>
/// <param name="Match">The decision; <see cref="NameMatch.Because"/> says it in words.</param>
internal readonly record struct NameJoin(string A, string B, NameMatch Match);

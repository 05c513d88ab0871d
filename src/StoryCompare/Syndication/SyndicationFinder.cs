using System.Runtime.InteropServices;
using StoryCompare.Analysis;
using StoryCompare.Internals;

namespace StoryCompare.Syndication;

/// <summary>Which articles of a story depend on each other, and how that shows.</summary>
internal sealed class Dependence
{
    public IReadOnlyList<SyndicationGroup> Groups { get; init; } = [];
    /// <summary>For each article of the story: the number of its reporting line; articles that depend on each other share one.</summary>
    public IReadOnlyList<int> Lines { get; init; } = [];
    /// <summary>Articles that a machine seems to have reworded, by number; each once.</summary>
    public IReadOnlyList<Rewording> Reworded { get; init; } = [];
    /// <summary>The words of its sources.</summary>
    public SourceNames Sources { get; } = new();
}

/// <summary>Finds copies, rewrites and shared sources.</summary>
/// <remarks>
/// Copies are found first, each against the first article it copies; the rest meets through an index of shingles, conversions and
/// quotations, and only pairs that met are compared. A key that more than <see cref="MostHolders"/> articles hold brings nobody together.
/// </remarks>
internal static class SyndicationFinder
{
    private const int MostHolders = 48;
    private const int EvidencePerGroup = 12;

    // Below this containment two texts share too little for one to be the other with single words swapped.
    private const double LeastReworded = 0.02;

    /// <summary>The dependences among the articles of one story.</summary>
    public static Dependence Find(IReadOnlyList<AnalyzedArticle> articles, StoryCompareOptions options, CancellationToken cancellationToken)
    {
        ArticleTraces[] traces = new ArticleTraces[articles.Count];
        NearCopyIndex copies = new();
        int[] original = new int[articles.Count];
        for (int i = 0; i < traces.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            traces[i] = ArticleTraces.Of(articles[i]);
            original[i] = copies.Add(traces[i].Shingles.Hashes);
        }

        List<Link> links = [];
        List<Rewording> reworded = [];
        for (int i = 0; i < traces.Length; i++)
        {
            if (original[i] != i)
            {
                Compare(traces, original[i], i, links, reworded);
            }
        }

        foreach ((int a, int b) in Candidates(traces, original))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compare(traces, a, b, links, reworded);
        }

        return new Dependence { Groups = Groups(traces, links), Lines = Lines(articles, options, links), Reworded = [.. reworded.DistinctBy(static r => r.Article).OrderBy(static r => r.Article)] };
    }

    private sealed record Link(int A, int B, SyndicationKind Kind, double Score, PairEvidence Evidence);

    private static void Compare(ArticleTraces[] traces, int a, int b, List<Link> links, List<Rewording> reworded)
    {
        PairEvidence evidence = PairEvidence.Of(traces[a], traces[b]);
        Rewording? found = evidence.Containment is >= LeastReworded and < 1 ? Rewording.Of(traces, a, b, WordSwaps.Between(traces[a], traces[b])) : null;
        if ((found ?? Rewording.Of(traces, a, b, evidence)) is { } rewording)
        {
            reworded.Add(rewording);
        }

        if (DependenceRule.Decide(evidence) is { } decision)
        {
            links.Add(new Link(a, b, decision.Kind, Math.Round(decision.Score, 3), evidence));
        }
    }

    /// <summary>Pairs of articles that share a shingle, a conversion or a quotation; copies are represented by their original.</summary>
    private static List<(int A, int B)> Candidates(ArticleTraces[] traces, int[] original)
    {
        // Most keys stand in one article only: lists are made for those that two hold.
        Dictionary<ulong, int> first = new(traces.Sum(static t => t.Sorted.Length + t.Conversions.Count));
        Dictionary<ulong, List<int>> holders = [];
        for (int i = 0; i < traces.Length; i++)
        {
            if (original[i] != i)
            {
                continue;
            }

            foreach ((ulong hash, _) in traces[i].Sorted)
            {
                Hold(first, holders, hash, i);
            }

            foreach (RoundedConversion conversion in traces[i].Conversions)
            {
                Hold(first, holders, ~conversion.Key, i);
            }
        }

        HashSet<long> pairs = [];
        foreach (List<int> list in holders.Values)
        {
            if (list.Count > MostHolders)
            {
                continue;
            }

            for (int x = 0; x < list.Count; x++)
            {
                for (int y = x + 1; y < list.Count; y++)
                {
                    pairs.Add(((long)list[x] << 32) | (uint)list[y]);
                }
            }
        }

        List<long> ordered = [.. pairs];
        ordered.Sort();
        return [.. ordered.Select(p => ((int)(p >> 32), (int)(p & 0xFFFFFFFF)))];
    }

    private static void Hold(Dictionary<ulong, int> first, Dictionary<ulong, List<int>> holders, ulong key, int article)
    {
        ref int one = ref CollectionsMarshal.GetValueRefOrAddDefault(first, key, out bool known);
        if (!known)
        {
            one = article;
        }
        else if (one != article)
        {
            ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, key, out _);
            list ??= [one];
            if (list.Count <= MostHolders && list[^1] != article)
            {
                list.Add(article);
            }
        }
    }

    private static int[] Lines(IReadOnlyList<AnalyzedArticle> articles, StoryCompareOptions options, List<Link> links)
    {
        DisjointSets lines = new(articles.Count);
        foreach (Link link in links)
        {
            if (link.Kind != SyndicationKind.HouseStyle)
            {
                lines.Join(link.A, link.B);
            }
        }

        Dictionary<string, int> families = new(StringComparer.Ordinal);
        for (int i = 0; i < articles.Count; i++)
        {
            if (articles[i].Outlet is not { Length: > 0 } outlet)
            {
                continue;
            }

            string family = options.PublisherFamilies.TryGetValue(outlet, out string? name) ? "family:" + name : "outlet:" + outlet;
            if (!families.TryAdd(family, i))
            {
                lines.Join(families[family], i);
            }
        }

        return lines.Numbers();
    }

    /// <summary>Linked articles of one kind make a group.</summary>
    private static List<SyndicationGroup> Groups(ArticleTraces[] traces, List<Link> links)
    {
        List<(int First, SyndicationGroup Group)> groups = [];
        foreach (SyndicationKind kind in Enum.GetValues<SyndicationKind>())
        {
            DisjointSets sets = new(traces.Length);
            foreach (Link link in links)
            {
                if (link.Kind == kind)
                {
                    sets.Join(link.A, link.B);
                }
            }

            foreach (IGrouping<int, Link> set in links.Where(l => l.Kind == kind).GroupBy(l => sets.Find(l.A)).OrderBy(g => g.Key))
            {
                HashSet<int> members = [];
                double score = 0;
                int count = 0;
                List<(int Article, TextSpan Span)> evidence = [];
                foreach (Link link in set)
                {
                    members.Add(link.A);
                    members.Add(link.B);
                    score += link.Score;
                    count++;
                    foreach ((TextSpan a, TextSpan b) in link.Evidence.Spans)
                    {
                        Add(evidence, link.A, a);
                        Add(evidence, link.B, b);
                    }
                }

                groups.Add((members.Min(), new SyndicationGroup(
                    [.. members.Select(m => traces[m].Article.Id).Order(StringComparer.Ordinal)],
                    kind,
                    Math.Round(score / count, 3),
                    [.. evidence.OrderBy(e => traces[e.Article].Article.Id, StringComparer.Ordinal).ThenBy(e => e.Span.Start).Select(e => traces[e.Article].Article.Cite(e.Span))])));
            }
        }

        return [.. groups.OrderBy(g => g.First).ThenBy(g => g.Group.Kind).Select(g => g.Group)];
    }

    private static void Add(List<(int Article, TextSpan Span)> evidence, int article, TextSpan span)
    {
        int of = 0;
        foreach ((int other, TextSpan known) in evidence)
        {
            if (other == article && known.Overlaps(span))
            {
                return;
            }

            of += other == article ? 1 : 0;
        }

        if (of < EvidencePerGroup / 2 && evidence.Count < EvidencePerGroup * 4)
        {
            evidence.Add((article, span));
        }
    }
}

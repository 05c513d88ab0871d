using StoryCompare.Analysis;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Quotes;

namespace StoryCompare.Syndication;

/// <summary>The independent origins of a statement.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="Names">Named sources, ordinal order.</param>
internal sealed record OriginCount(int Count, IReadOnlyList<string> Names);

/// <summary>Counts from how many independent origins a statement comes.</summary>
/// <remarks>
/// Every sentence gives either the sources it names (all of one sentence are one chain: "X, citing Y, said that Z told") or its article's own
/// reporting. Chains with one source are one; so are the articles of one reporting line (copies, rewrites, one publisher), whatever source
/// each of them names; and an article that names nobody here, but elsewhere cites a source that the others name, draws on that source
/// (as do two silent articles that cite one source within two sentences).
/// A hedge ("reportedly") names nobody. "Officials" or "a spokesman" may be whoever another article names, and what officials say an outlet that names nobody
/// has from officials, too: neither is an origin beside others (see <see cref="TellerKind"/>). Photo credits are no sentences and never reach this point. The count errs low.
/// </remarks>
internal static class Origins
{
    /// <summary>Sentences of one article that tell one statement and are looked at: more of them repeat it, and every one is held against every other.</summary>
    private const int MostOfArticle = 32;

    /// <summary>Origins of one statement told by <paramref name="sentences"/> (article, sentence) of a story.</summary>
    /// <param name="articles">The story's articles.</param>
    /// <param name="dependence">From <see cref="SyndicationFinder"/>.</param>
    /// <param name="sentences">Who tells it.</param>
    /// <param name="nameGroups">From name folding: group number by article and entity.</param>
    public static OriginCount Count(IReadOnlyList<AnalyzedArticle> articles, Dependence dependence, IReadOnlyList<(int Article, int Sentence)> sentences, int[][] nameGroups)
    {
        List<Teller> tellers = [];
        List<List<SourceKey>> near = [];
        Dictionary<int, int> lineSizes = [];
        foreach ((int article, int sentence) in sentences.Distinct().Order().GroupBy(static s => s.Article).SelectMany(static g => g.Take(MostOfArticle)))
        {
            int[] groups = article < nameGroups.Length ? nameGroups[article] : [];
            tellers.Add(TellerOf(article, articles[article], sentence, groups, dependence.Sources));
            near.Add(tellers[^1].Sources.Count > 0 ? tellers[^1].Sources : SourcesNear(articles[article], sentence, groups, dependence.Sources));
        }

        foreach (int line in tellers.Select(t => t.Article).Distinct().Select(a => dependence.Lines[a]))
        {
            lineSizes[line] = lineSizes.GetValueOrDefault(line) + 1;
        }

        if (tellers.Count == 0)
        {
            return new OriginCount(1, []);
        }

        DisjointSets origins = new(tellers.Count);
        for (int i = 0; i < tellers.Count; i++)
        {
            for (int j = i + 1; j < tellers.Count; j++)
            {
                int line = dependence.Lines[tellers[i].Article];
                bool sameLine = line == dependence.Lines[tellers[j].Article];
                bool bothNamed = tellers[i].Sources.Count > 0 && tellers[j].Sources.Count > 0;
                // Two sources of one article that stands alone are two origins; in a line of several articles they are versions of one chain.
                if (SameSource(tellers[i].Sources, tellers[j].Sources) || SameChannel(tellers[i], tellers[j]) || (sameLine && (!bothNamed || lineSizes[line] > 1)))
                {
                    origins.Join(i, j);
                }
                else if (!sameLine && !bothNamed)
                {
                    (int silent, int named) = tellers[i].Sources.Count == 0 ? (i, j) : (j, i);
                    if (SameSource(near[i], near[j]) || (tellers[named].Sources.Count > 0 && CitesElsewhere(articles[tellers[silent].Article], tellers[named].Sources, dependence.Sources)))
                    {
                        origins.Join(i, j);
                    }
                }
            }
        }

        return new OriginCount(Counted(tellers, origins.Numbers()), Names(tellers));
    }

    // A group counts by the firmest of its tellers. Named ones count each; the unnamed ones and the hedges only where nothing firmer is told.
    private static int Counted(List<Teller> tellers, int[] numbers)
    {
        TellerKind[] kinds = new TellerKind[numbers.Max() + 1];
        Array.Fill(kinds, TellerKind.Hedged);
        for (int i = 0; i < numbers.Length; i++)
        {
            kinds[numbers[i]] = (TellerKind)Math.Min((int)kinds[numbers[i]], (int)tellers[i].Kind);
        }

        bool official = tellers.Exists(static t => t.Kind == TellerKind.UnnamedOfficial);
        int named = kinds.Count(static k => k == TellerKind.Named);
        int own = official ? 0 : kinds.Count(static k => k == TellerKind.Silent);
        int officials = official && named == 0 ? 1 : 0;
        int others = kinds.Contains(TellerKind.UnnamedPrivate) ? 1 : 0;
        return Math.Max(1, named + own + officials + others);
    }

    // "A woman told the Courier" and "the Courier quoted Dana Brandt": whoever is unnamed may be the one whom the other names. Two named sources stay two.
    private static bool SameChannel(Teller a, Teller b) =>
        (a.Kind != TellerKind.Named || b.Kind != TellerKind.Named) && (SameSource(a.Channels, b.Channels) || SameSource(a.Channels, b.Sources) || SameSource(a.Sources, b.Channels));

    private static Teller TellerOf(int number, AnalyzedArticle article, int sentence, int[] groups, SourceNames names)
    {
        List<SourceKey> sources = SourcesOf(article, sentence, groups, names);
        List<SourceKey> channels = [];
        bool hedged = false;
        foreach (Attribution a in Of(article.Quotes.Attributions, sentence))
        {
            hedged |= a.Kind == CueKind.Hedged;
            if (a.Channel is { } channel)
            {
                Add(channels, article.Text.String(channel), channel, article, groups, names);
            }
        }

        return new Teller(number, sources, channels, Teller.KindOf(sources, hedged));
    }

    private static List<SourceKey> SourcesOf(AnalyzedArticle article, int sentence, int[] groups, SourceNames names)
    {
        List<SourceKey> sources = [];
        foreach (Attribution a in Of(article.Quotes.Attributions, sentence))
        {
            Add(sources, a.SourceName, a.Source, article, groups, names);
        }

        if (sources.Count == 0)
        {
            foreach (QuoteMention quote in article.Quotes.InSentence(sentence))
            {
                if (quote.SpeakerName is { Length: > 0 } name)
                {
                    Add(sources, name, quote.Speaker ?? quote.Span, article, groups, names);
                }
            }
        }

        return sources;
    }

    /// <summary>Who is cited within two sentences of one that names nobody.</summary>
    private static List<SourceKey> SourcesNear(AnalyzedArticle article, int sentence, int[] groups, SourceNames names)
    {
        List<SourceKey> sources = [];
        for (int s = Math.Max(0, sentence - 2); s <= sentence + 2; s++)
        {
            foreach (Attribution a in Of(article.Quotes.Attributions, s))
            {
                Add(sources, a.SourceName, a.Source, article, groups, names);
            }
        }

        return sources;
    }

    /// <summary>The attributions of one sentence; the list is in sentence order.</summary>
    private static IEnumerable<Attribution> Of(IReadOnlyList<Attribution> all, int sentence)
    {
        for (int i = Halving.FirstFrom(all, 0, all.Count, sentence, static (a, k) => a[k].Sentence); i < all.Count && all[i].Sentence == sentence; i++)
        {
            yield return all[i];
        }
    }

    private static void Add(List<SourceKey> sources, string name, TextSpan span, AnalyzedArticle article, int[] groups, SourceNames names)
    {
        if (name.Length == 0)
        {
            return;
        }

        SourceKey key = names.Of(name, GroupAt(article.Names, span, groups, out bool named), named);
        if (key.Terms.Length > 0 && !sources.Exists(s => s.Same(key)))
        {
            sources.Add(key);
        }
    }

    /// <summary>Name group of the person or organisation named inside a span, or -1; <paramref name="named"/> for a name of any kind.</summary>
    private static int GroupAt(ArticleNames names, TextSpan span, int[] groups, out bool named)
    {
        named = false;
        int found = -1;
        for (int i = Halving.FirstFrom(names.Mentions, 0, names.Mentions.Count, span.Start, static (m, k) => m[k].Span.Start); i < names.Mentions.Count && names.Mentions[i].Span.End <= span.End; i++)
        {
            int entity = names.Mentions[i].Entity;
            named = true;
            if (entity < groups.Length && names.Entities[entity].Kind is NameKind.Person or NameKind.Organisation)
            {
                found = groups[entity];
            }
        }

        return found;
    }

    private static bool SameSource(List<SourceKey> a, List<SourceKey> b)
    {
        foreach (SourceKey x in a)
        {
            foreach (SourceKey y in b)
            {
                if (x.Same(y))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool CitesElsewhere(AnalyzedArticle article, List<SourceKey> sources, SourceNames names)
    {
        int read = 0;
        foreach (Attribution a in article.Quotes.Attributions)
        {
            if (a.SourceName.Length > 0 && read++ < 200)
            {
                SourceKey key = names.Of(a.SourceName);
                if (key.Terms.Length > 0 && sources.Exists(s => s.Same(key)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Each source once, in its fullest words.</summary>
    private static List<string> Names(List<Teller> tellers)
    {
        List<SourceKey> kept = [];
        foreach (SourceKey key in tellers.SelectMany(t => t.Sources).OrderByDescending(k => k.Name.Length).ThenBy(k => k.Name, StringComparer.Ordinal))
        {
            if (!kept.Exists(k => k.Same(key)))
            {
                kept.Add(key);
            }
        }

        return [.. kept.Select(k => k.Name).Order(StringComparer.Ordinal)];
    }
}

namespace StoryCompare.Clustering;

/// <summary>One article's features in tables, for comparison with many others. Reusable, one thread at a time.</summary>
/// <remarks>
/// Merging two sorted lists waits for each comparison before it can read on; look-ups in a table do not wait for each other, and one look-up of a word serves
/// headline, lead and body at once. Sums are those of <see cref="ArticleVectors.Cosine(ArticleVectors, ArticleVectors, Channel)"/>: integers, so equal to the bit.
/// </remarks>
internal sealed class LoadedArticle
{
    private const int Weight = 16;
    private const int TitleAt = Weight;
    private const int LeadAt = 2 * Weight;
    private const int ActAt = 3 * Weight;

    // Words with their weights in body, headline, lead and act, 16 bits each.
    private readonly FeatureTable _words = new();
    private readonly FeatureTable _bigrams = new();
    private readonly FeatureTable _names = new();
    private readonly FeatureTable _numbers = new();
    private ArticleVectors? _article;

    /// <summary>Makes <paramref name="article"/> the one compared with; nothing is done when it is already.</summary>
    public void Load(ArticleVectors article)
    {
        if (ReferenceEquals(_article, article))
        {
            return;
        }

        _article = article;
        _words.Clear(article.Count(Channel.Words) + article.Count(Channel.Lead));
        Add(_words, article, Channel.Words, 0, known: false);
        Add(_words, article, Channel.Lead, LeadAt, known: true);
        Add(_words, article, Channel.Title, TitleAt, known: true);
        Add(_words, article, Channel.Act, ActAt, known: true);
        Load(_bigrams, article, Channel.Bigrams);
        Load(_names, article, Channel.Names);
        Load(_numbers, article, Channel.Numbers);
    }

    /// <summary>Whether <paramref name="article"/> is the one compared with.</summary>
    public bool Is(ArticleVectors article) => ReferenceEquals(_article, article);

    /// <summary>The same as <see cref="PairSimilarity.Of"/>.</summary>
    public PairSimilarity Similarity(ArticleVectors other) =>
        new((float)Cosine(_words, other, Channel.Words), (float)Cosine(_bigrams, other, Channel.Bigrams), (float)Cosine(_names, other, Channel.Names));

    /// <summary>The same as <see cref="PairFields.Of"/>, the loaded article first.</summary>
    public PairFields Fields(ArticleVectors other)
    {
        (ulong leadBody, ulong leadHeldA, ulong titleHeldA, ulong namesHeldA) = (0, 0, 0, 0);
        ReadOnlySpan<ushort> weights = other.Weights(Channel.Words);
        foreach (ref readonly FeatureTable.Hit hit in _words.Find(other.Keys(Channel.Words)))
        {
            ulong lead = (ushort)(hit.Value >> LeadAt);
            ulong title = (ushort)(hit.Value >> TitleAt);
            leadBody += lead * weights[hit.At];
            leadHeldA += lead * lead;
            namesHeldA += hit.Value >> ActAt == 0 ? lead * lead : 0;
            titleHeldA += title * title;
        }

        (ulong leads, ulong titleInLead, ulong bodyLead, ulong leadHeldB, ulong namesHeldB) = (0, 0, 0, 0, 0);
        weights = other.Weights(Channel.Lead);
        ReadOnlySpan<uint> keys = other.Keys(Channel.Lead);
        ReadOnlySpan<uint> act = other.Keys(Channel.Act);
        int inAct = 0;
        foreach (ref readonly FeatureTable.Hit hit in _words.Find(keys))
        {
            ulong lead = weights[hit.At];
            leads += (ushort)(hit.Value >> LeadAt) * lead;
            titleInLead += (ushort)(hit.Value >> TitleAt) * lead;
            bodyLead += (ushort)hit.Value * lead;
            ulong held = (ushort)hit.Value != 0 ? lead * lead : 0;
            leadHeldB += held;
            uint key = keys[hit.At];
            while (inAct < act.Length && act[inAct] < key)
            {
                inAct++;
            }

            namesHeldB += inAct < act.Length && act[inAct] == key ? 0 : held;
        }

        (ulong titles, ulong leadInTitle, ulong titleHeldB) = (0, 0, 0);
        weights = other.Weights(Channel.Title);
        foreach (ref readonly FeatureTable.Hit hit in _words.Find(other.Keys(Channel.Title)))
        {
            ulong title = weights[hit.At];
            titles += (ushort)(hit.Value >> TitleAt) * title;
            leadInTitle += (ushort)(hit.Value >> LeadAt) * title;
            titleHeldB += (ushort)hit.Value != 0 ? title * title : 0;
        }

        ulong acts = 0;
        weights = other.Weights(Channel.Act);
        foreach (ref readonly FeatureTable.Hit hit in _words.Find(other.Keys(Channel.Act)))
        {
            acts += (hit.Value >> ActAt) * weights[hit.At];
        }

        return new PairFields(
            Share(titles), Share(leads), Share(acts), Cosine(_numbers, other, Channel.Numbers), Math.Max(Share(titleInLead), Share(leadInTitle)), Math.Max(Share(leadBody), Share(bodyLead)),
            Share(leadHeldA), Share(leadHeldB), Share(titleHeldA), Share(titleHeldB), Share(namesHeldA), Share(namesHeldB));
    }

    private static void Load(FeatureTable table, ArticleVectors article, Channel channel)
    {
        table.Clear(article.Count(channel));
        Add(table, article, channel, 0, known: false);
    }

    private static void Add(FeatureTable table, ArticleVectors article, Channel channel, int shift, bool known)
    {
        ReadOnlySpan<uint> keys = article.Keys(channel);
        ReadOnlySpan<ushort> weights = article.Weights(channel);
        for (int i = 0; i < keys.Length; i++)
        {
            table.Add(keys[i], (ulong)weights[i] << shift, known);
        }
    }

    private static double Cosine(FeatureTable table, ArticleVectors other, Channel channel)
    {
        ReadOnlySpan<ushort> weights = other.Weights(channel);
        ulong sum = 0;
        foreach (ref readonly FeatureTable.Hit hit in table.Find(other.Keys(channel)))
        {
            sum += (ulong)(ushort)hit.Value * weights[hit.At];
        }

        return Share(sum);
    }

    private static double Share(ulong sum) => Math.Min(1, sum / (ArticleVectors.One * ArticleVectors.One));
}

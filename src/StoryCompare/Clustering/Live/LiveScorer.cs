namespace StoryCompare.Clustering.Live;

/// <summary>Scores pairs of held texts with the model of the batch and the caller's embeddings, when there are any. Remembers the half of a pair that does not change and the crowds not touched since; what it remembers changes no score.</summary>
/// <param name="model">The pair model.</param>
/// <param name="texts">The held texts.</param>
/// <param name="embeddings">The caller's embeddings; null for none.</param>
internal sealed class LiveScorer(ClusteringModel model, TextTable texts, LiveEmbeddings? embeddings = null)
{
    private const int FewestPairBits = 10;
    private const int MostPairBits = 17;
    private const int MostCrowds = 4096;

    private readonly SplitModel _model = new(model);
    private readonly LoadedArticle _loaded = new();

    // By the number's last bits, with the number and one beside it.
    private readonly Crowd[] _crowds = new Crowd[MostCrowds];
    private readonly int[] _crowdOf = new int[MostCrowds];
    private ulong[] _pairs = [];
    private PairBase[] _bases = [];
    private int _pairBits;
    private EventPrior _prior;

    /// <summary>How often neighbours told of one event so far.</summary>
    public EventPrior Prior
    {
        get => _prior;
        set => _prior = value;
    }

    /// <summary>Makes room for the pairs of so many texts: thirty or so each, and 131,072 at most, as many as are decided about while a story runs.</summary>
    public void Reserve(int texts)
    {
        int bits = Math.Clamp(int.Log2(Math.Max(1, texts)) + 5, FewestPairBits, MostPairBits);
        if (bits > _pairBits)
        {
            _pairBits = bits;
            _pairs = new ulong[1 << bits];
            _bases = new PairBase[1 << bits];
        }
    }

    /// <summary>Forgets a text's crowd: its neighbours have changed.</summary>
    public void Forget(HeldText text)
    {
        if (_crowdOf[text.Number & (MostCrowds - 1)] == text.Number + 1)
        {
            _crowdOf[text.Number & (MostCrowds - 1)] = 0;
        }
    }

    /// <summary>Makes an article the one that is compared with many: similarities are asked of it, and scores of its pairs come quicker.</summary>
    public LoadedArticle Load(ArticleVectors article)
    {
        _loaded.Load(article);
        return _loaded;
    }

    public Crowd CrowdOf(HeldText text)
    {
        int slot = text.Number & (MostCrowds - 1);
        if (_crowdOf[slot] == text.Number + 1)
        {
            return _crowds[slot];
        }

        NeighbourList list = text.Neighbours;
        Span<double> blends = stackalloc double[list.Count];
        Span<int> who = stackalloc int[list.Count];
        for (int i = 0; i < list.Count; i++)
        {
            blends[i] = list.Blend(i);
            who[i] = list.Number(i);
        }

        _crowdOf[slot] = text.Number + 1;
        return _crowds[slot] = Neighbourhood.CrowdingOfSorted(text.Number, blends, who, Leads);
    }

    /// <summary>Counts the pairs of a text that comes: of each neighbour how likely it tells of the same event.</summary>
    /// <param name="text">The text, its neighbours scored.</param>
    public void Count(HeldText text)
    {
        Crowd crowd = CrowdOf(text);
        for (int i = 0; i < text.Neighbours.Count; i++)
        {
            // Behind the close ones a pair is not scored: it hardly ever tells of the same.
            _prior.Add(i < text.Neighbours.Close ? PairScorer.Probability(text.Neighbours.Score(i)) : 0, crowd, crowd);
        }
    }

    /// <summary>Score of a pair in the fixed point of <see cref="PairScorer"/>. Symmetric.</summary>
    /// <param name="a">One text.</param>
    /// <param name="b">Another.</param>
    /// <param name="similarity">Their similarity, when it is at hand.</param>
    public int Score(HeldText a, HeldText b, PairSimilarity? similarity = null) => PairScorer.ToScore(Logit(a, b, similarity));

    /// <summary>Reads the log odds of all pairs of a small collection against each other.</summary>
    public void PutInContext(double[] logits, ArticleVectors[] texts, double bar) => BatchContext.Apply(logits, texts, model, bar);

    /// <summary>Log odds of a pair.</summary>
    public double Logit(HeldText a, HeldText b, PairSimilarity? similarity = null)
    {
        double words = Words(a, b, similarity, out float cosine);
        return words + (embeddings?.LogOdds(cosine, words) ?? 0);
    }

    /// <summary>Learns from a pair of a text that comes what the embeddings are worth.</summary>
    public void Learn(HeldText a, HeldText b, PairSimilarity similarity)
    {
        double words = Words(a, b, similarity, out float cosine);
        embeddings?.Learn(cosine, PairScorer.ToScore(words));
    }

    private double Words(HeldText a, HeldText b, PairSimilarity? similarity, out float cosine)
    {
        (HeldText first, HeldText second) = a.Number < b.Number ? (a, b) : (b, a);
        ulong key = ((ulong)(uint)first.Number << 32) | (uint)second.Number;
        if (_pairBits == 0)
        {
            Reserve(1);
        }

        // Two places for a pair; of a pair that finds neither, the place it leaves alone is the one used last.
        int slot = (int)(key * 0x9E3779B97F4A7C15 >> (64 - _pairBits));
        if (_pairs[slot] != key)
        {
            int other = slot ^ 1;
            (_pairs[slot], _pairs[other]) = (_pairs[other], _pairs[slot]);
            (_bases[slot], _bases[other]) = (_bases[other], _bases[slot]);
            if (_pairs[slot] != key)
            {
                _pairs[slot] = key;
                _bases[slot] = Base(first.Vectors, second.Vectors, similarity, embeddings?.Cosine(first.Number, second.Number) ?? float.NaN);
            }
        }

        cosine = _bases[slot].Embedding;
        (Crowd x, Crowd y) = (CrowdOf(first), CrowdOf(second));
        return _model.Logit(_bases[slot], x, y) + (EventPrior.Weight(x, y) * _prior.Shift);
    }

    private double Leads(int a, int b) => texts.Find(a) is { } x && texts.Find(b) is { } y ? ArticleVectors.Cosine(x.Vectors, y.Vectors, Channel.Lead) : 0;

    private PairBase Base(ArticleVectors first, ArticleVectors second, PairSimilarity? similarity, float embedding)
    {
        bool isSecond = _loaded.Is(second);
        if (!isSecond && !_loaded.Is(first))
        {
            return _model.Base(first, second, similarity ?? PairSimilarity.Of(first, second), PairFields.Of(first, second), embedding);
        }

        // The loaded article's fields come first.
        ArticleVectors other = isSecond ? first : second;
        PairFields fields = _loaded.Fields(other);
        return _model.Base(first, second, similarity ?? _loaded.Similarity(other), isSecond ? fields.Turned() : fields, embedding);
    }
}

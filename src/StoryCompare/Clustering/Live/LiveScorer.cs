namespace StoryCompare.Clustering.Live;

/// <summary>Scores pairs of held texts with the model of the batch. Remembers the half of a pair that does not change and the crowds not touched since; what it remembers changes no score.</summary>
internal sealed class LiveScorer(ClusteringModel model)
{
    private const int PairBits = 16;
    private const int MostCrowds = 4096;

    private readonly SplitModel _model = new(model);
    private readonly Dictionary<int, Crowd> _crowds = [];
    private ulong[] _pairs = [];
    private PairBase[] _bases = [];

    /// <summary>Forgets a text's crowd: its neighbours have changed.</summary>
    public void Forget(HeldText text) => _crowds.Remove(text.Number);

    public Crowd CrowdOf(HeldText text)
    {
        if (_crowds.TryGetValue(text.Number, out Crowd crowd))
        {
            return crowd;
        }

        NeighbourList list = text.Neighbours;
        Span<double> blends = stackalloc double[list.Count];
        Span<int> who = stackalloc int[list.Count];
        for (int i = 0; i < list.Count; i++)
        {
            blends[i] = list.Blend(i);
            who[i] = list.Number(i);
        }

        crowd = Neighbourhood.Crowding(text.Number, blends, who);
        if (_crowds.Count == MostCrowds)
        {
            _crowds.Clear();
        }

        _crowds[text.Number] = crowd;
        return crowd;
    }

    /// <summary>Score of a pair in the fixed point of <see cref="PairScorer"/>. Symmetric.</summary>
    /// <param name="a">One text.</param>
    /// <param name="b">Another.</param>
    /// <param name="similarity">Their similarity, when it is at hand.</param>
    public int Score(HeldText a, HeldText b, PairSimilarity? similarity = null)
    {
        (HeldText first, HeldText second) = a.Number < b.Number ? (a, b) : (b, a);
        ulong key = ((ulong)(uint)first.Number << 32) | (uint)second.Number;
        int slot = (int)(key * 0x9E3779B97F4A7C15 >> (64 - PairBits));
        if (_pairs.Length == 0)
        {
            _pairs = new ulong[1 << PairBits];
            _bases = new PairBase[1 << PairBits];
        }

        if (_pairs[slot] != key)
        {
            _pairs[slot] = key;
            _bases[slot] = _model.Base(first.Vectors, second.Vectors, similarity ?? PairSimilarity.Of(first.Vectors, second.Vectors));
        }

        return PairScorer.ToScore(_model.Logit(_bases[slot], CrowdOf(first), CrowdOf(second)));
    }
}

namespace StoryCompare.Clustering.Live;

/// <summary>Scores pairs of held texts with the model of the batch, each text's crowd read once.</summary>
internal sealed class LiveScorer(ClusteringModel model)
{
    private readonly Dictionary<int, Crowd> _crowds = [];

    /// <summary>Forgets the crowds: neighbours have changed.</summary>
    public void Clear() => _crowds.Clear();

    public Crowd CrowdOf(HeldText text)
    {
        if (!_crowds.TryGetValue(text.Number, out Crowd crowd))
        {
            NeighbourList list = text.Neighbours;
            Span<double> blends = stackalloc double[list.Count];
            Span<int> who = stackalloc int[list.Count];
            for (int i = 0; i < list.Count; i++)
            {
                blends[i] = list.Blend(i);
                who[i] = list.Number(i);
            }

            crowd = Neighbourhood.Crowding(text.Number, blends, who);
            _crowds[text.Number] = crowd;
        }

        return crowd;
    }

    public int Score(HeldText a, HeldText b) => Score(a, b, PairSimilarity.Of(a.Vectors, b.Vectors));

    public int Score(HeldText a, HeldText b, PairSimilarity similarity)
    {
        Span<double> x = stackalloc double[PairFeatures.Names.Count];
        PairFeatures.Fill(a.Vectors, b.Vectors, similarity, CrowdOf(a), CrowdOf(b), x);
        return PairScorer.ToScore(model.Logit(x));
    }
}

namespace StoryCompare.Alignment;

/// <summary>What the scored pairs of a large story tell of those left out: sentences of equal words go with the same others.</summary>
/// <remarks>
/// A statement that hundreds of articles tell has more pairs than are scored, and copies crowd each other's lists. Without this, two hundred reports of one death toll in
/// four wordings made four groups. Empty for a story whose pairs were all scored. Memory linear in the sentences and pairs.
/// </remarks>
internal sealed class WordingPairs
{
    // A wording that hundreds share is added to a group in one go; more of them would cost their square.
    private const int MaxSiblings = 256;

    private readonly StoryIndex _index;
    private readonly Dictionary<(ulong, ulong), float> _scores = [];
    private readonly Dictionary<ulong, List<int>> _holders = [];

    /// <param name="index">The story.</param>
    /// <param name="pairs">Its aligned pairs.</param>
    public WordingPairs(StoryIndex index, List<ScoredPair> pairs)
    {
        _index = index;
        if (!index.IsAnyLeftOut)
        {
            return;
        }

        for (int s = 0; s < index.Count; s++)
        {
            ulong wording = index.Profile(s).Wording;
            if (!_holders.TryGetValue(wording, out List<int>? holders))
            {
                _holders[wording] = holders = [];
            }

            holders.Add(s);
        }

        foreach (ScoredPair p in pairs)
        {
            (ulong, ulong) key = Key(p.A, p.B);
            _scores[key] = Math.Max(p.Score, _scores.GetValueOrDefault(key));
        }
    }

    /// <summary>Best score of any two sentences worded as these; 0 where none are aligned.</summary>
    public float Score(int a, int b) => _scores.GetValueOrDefault(Key(a, b));

    /// <summary>Whether two sentences whose pair may have been left out are worded alike, or as two that are aligned with at least this score.</summary>
    public bool AreAligned(int a, int b, float least) =>
        _index.MayBeLeftOut(a, b) && (_index.Profile(a).Wording == _index.Profile(b).Wording || Score(a, b) >= least);

    /// <summary>The sentences of the same words, itself among them, in order; none where all pairs were scored.</summary>
    public ReadOnlySpan<int> SiblingsOf(int sentence) =>
        _holders.TryGetValue(_index.Profile(sentence).Wording, out List<int>? holders) && holders.Count > 1 ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(holders)[..Math.Min(holders.Count, MaxSiblings)] : [];

    private (ulong Lower, ulong Higher) Key(int a, int b)
    {
        ulong x = _index.Profile(a).Wording;
        ulong y = _index.Profile(b).Wording;
        return x < y ? (x, y) : (y, x);
    }
}

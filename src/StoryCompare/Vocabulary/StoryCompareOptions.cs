using Microsoft.Extensions.AI;

namespace StoryCompare;

/// <summary>All options, with defaults that need no tuning. Validated once, when a <see cref="StoryComparer"/> is made.</summary>
public sealed record StoryCompareOptions
{
    /// <summary>How articles are grouped into events and storylines.</summary>
    public ClusteringOptions Clustering { get; init; } = new();

    /// <summary>How the articles of one story are compared.</summary>
    public ComparisonOptions Comparison { get; init; } = new();

    /// <summary>What the caller teaches about names.</summary>
    public NameOptions Names { get; init; } = new();

    /// <summary>Outlets that belong to one publisher: outlet name to family name. Outlets of one family count as one origin.</summary>
    public IReadOnlyDictionary<string, string> PublisherFamilies { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Sentence embeddings as one more similarity signal; null for none. Must be deterministic for reports to be.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embeddings { get; init; }

    /// <summary>A judge asked about short-listed pairs of sentences: <see cref="PairRelation.Conflict"/> confirms, the others veto. Null for none.</summary>
    public Func<string, string, PairRelation>? PairClassifier { get; init; }

    /// <summary>Threads used for CPU work; 0 means one per processor. Never changes a result.</summary>
    public int MaxDegreeOfParallelism { get; init; }

    /// <summary>Longest text analysed, in UTF-16 code units, at least 1,000; the rest is left out with a diagnostic.</summary>
    public int MaxArticleLength { get; init; } = 4_000_000;

    /// <summary>Throws when a value is out of range.</summary>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Clustering);
        ArgumentNullException.ThrowIfNull(Comparison);
        ArgumentNullException.ThrowIfNull(Names);
        ArgumentNullException.ThrowIfNull(PublisherFamilies);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDegreeOfParallelism);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxArticleLength, 1000);
        Clustering.Validate();
        Comparison.Validate();
        Names.Validate();
    }
}

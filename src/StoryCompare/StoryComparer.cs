using StoryCompare.Figures;

namespace StoryCompare;

/// <summary>Finds what news articles agree on and where they differ. Immutable and safe for use by many threads at once.</summary>
/// <remarks>The same articles, options and version give the same report, in any input order, on any machine, in any culture.</remarks>
public sealed class StoryComparer
{
    private readonly StoryCompareOptions _options;

    /// <summary>Creates a comparer.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its value.</exception>
    public StoryComparer(StoryCompareOptions? options = null)
    {
        _options = options ?? new StoryCompareOptions();
        _options.Validate();
    }

    /// <summary>A comparer with the default options.</summary>
    public static StoryComparer Default { get; } = new();

    /// <summary>Reads the tables that ship with the library, which the first call would otherwise wait for. Optional; call it on another thread while articles are being fetched. Further calls do nothing.</summary>
    public static void Prepare() => ShippedTables.Read();

    /// <summary>Clusters the articles into stories and compares the articles of each.</summary>
    /// <param name="articles">Any number; none gives an empty report.</param>
    /// <param name="progress">Told after each article and each story; calls come one at a time.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind and the comparer stays usable.</param>
    /// <exception cref="ArgumentNullException"><paramref name="articles"/> is null.</exception>
    /// <exception cref="ArgumentException">An article is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StoryReport Compare(IEnumerable<Article> articles, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        return ComparisonRun.Run(articles, _options, progress, cancellationToken);
    }

    /// <summary>Only clusters: says which story each article belongs to, in input order. Reads text, dates and names, but compares nothing.</summary>
    /// <param name="articles">Any number; none gives an empty list.</param>
    /// <param name="progress">Told after each article; calls come one at a time.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind and the comparer stays usable.</param>
    /// <exception cref="ArgumentNullException"><paramref name="articles"/> is null.</exception>
    /// <exception cref="ArgumentException">An article is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<ArticleStory> Cluster(IEnumerable<Article> articles, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        return ComparisonRun.Cluster(articles, _options, progress, cancellationToken);
    }

    /// <summary>Compares two figures by the precision they show. Symmetric.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FigureComparison CompareFigures(Figure a, Figure b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return FigureComparer.Compare(a, b);
    }
}

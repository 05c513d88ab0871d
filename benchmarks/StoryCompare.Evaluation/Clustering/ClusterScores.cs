namespace StoryCompare.Evaluation.Clustering;

/// <summary>Measures of a clustering against the labels.</summary>
internal sealed record ClusterScores(double Precision, double Recall, double VMeasure, double AdjustedRand, double PairPrecision, double PairRecall, int Clusters)
{
    /// <summary>B-cubed F1 (Bagga and Baldwin 1998): precision and recall averaged over articles.</summary>
    public double F1 => ScoreTable.F1(Precision, Recall);

    public double PairF1 => ScoreTable.F1(PairPrecision, PairRecall);

    /// <summary>Scores over all articles.</summary>
    public static ClusterScores Of(IReadOnlyList<string> events, IReadOnlyList<int> clusters) => Of(events, clusters, static _ => true);

    /// <summary>B-cubed averaged over the articles of <paramref name="counted"/> only (clusters and events whole); the other measures over these articles.</summary>
    public static ClusterScores Of(IReadOnlyList<string> events, IReadOnlyList<int> clusters, Func<int, bool> counted)
    {
        int n = events.Count;
        Dictionary<string, int> eventSizes = [];
        Dictionary<int, int> clusterSizes = [];
        Dictionary<(string, int), int> joint = [];
        double precision = 0;
        double recall = 0;
        int total = 0;
        for (int i = 0; i < n; i++)
        {
            eventSizes[events[i]] = eventSizes.GetValueOrDefault(events[i]) + 1;
            clusterSizes[clusters[i]] = clusterSizes.GetValueOrDefault(clusters[i]) + 1;
            joint[(events[i], clusters[i])] = joint.GetValueOrDefault((events[i], clusters[i])) + 1;
        }

        for (int i = 0; i < n; i++)
        {
            if (counted(i))
            {
                double both = joint[(events[i], clusters[i])];
                precision += both / clusterSizes[clusters[i]];
                recall += both / eventSizes[events[i]];
                total++;
            }
        }

        double samePairs = joint.Values.Sum(Pairs);
        double eventPairs = eventSizes.Values.Sum(Pairs);
        double clusterPairs = clusterSizes.Values.Sum(Pairs);
        double expected = eventPairs * clusterPairs / Math.Max(1, Pairs(n));
        double most = (eventPairs + clusterPairs) / 2;
        double hEvents = Entropy(eventSizes.Values, n);
        double hClusters = Entropy(clusterSizes.Values, n);
        double mutual = hEvents + hClusters - Entropy(joint.Values, n);
        double v = hEvents + hClusters == 0 ? 1 : 2 * mutual / (hEvents + hClusters);
        return new ClusterScores(ScoreTable.Ratio(precision, total), ScoreTable.Ratio(recall, total), v,
            most == expected ? 1 : (samePairs - expected) / (most - expected),
            ScoreTable.Ratio(samePairs, clusterPairs), ScoreTable.Ratio(samePairs, eventPairs), clusterSizes.Count);
    }

    private static double Pairs(int n) => n * (n - 1.0) / 2;

    private static double Entropy(IEnumerable<int> sizes, int n) => -sizes.Sum(s => (double)s / n * Math.Log((double)s / n));
}

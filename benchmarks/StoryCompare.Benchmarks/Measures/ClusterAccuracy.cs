namespace StoryCompare.Benchmarks.Measures;

/// <summary>B-cubed precision and recall (Bagga and Baldwin 1998) and adjusted Rand of a clustering.</summary>
internal readonly record struct ClusterAccuracy(double Precision, double Recall, double AdjustedRand, int Clusters)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static ClusterAccuracy Of(IReadOnlyList<int> events, IReadOnlyList<int> clusters)
    {
        Dictionary<int, int> eventSizes = [];
        Dictionary<int, int> clusterSizes = [];
        Dictionary<(int Event, int Cluster), int> joint = [];
        for (int i = 0; i < events.Count; i++)
        {
            eventSizes[events[i]] = eventSizes.GetValueOrDefault(events[i]) + 1;
            clusterSizes[clusters[i]] = clusterSizes.GetValueOrDefault(clusters[i]) + 1;
            joint[(events[i], clusters[i])] = joint.GetValueOrDefault((events[i], clusters[i])) + 1;
        }

        double precision = 0;
        double recall = 0;
        foreach (((int e, int c), int both) in joint)
        {
            precision += (double)both * both / clusterSizes[c];
            recall += (double)both * both / eventSizes[e];
        }

        double same = joint.Values.Sum(Pairs);
        double ofEvents = eventSizes.Values.Sum(Pairs);
        double ofClusters = clusterSizes.Values.Sum(Pairs);
        double expected = ofEvents * ofClusters / Math.Max(1, Pairs(events.Count));
        double most = (ofEvents + ofClusters) / 2;
        return new ClusterAccuracy(precision / events.Count, recall / events.Count, most == expected ? 1 : (same - expected) / (most - expected), clusterSizes.Count);
    }

    private static double Pairs(int n) => n * (n - 1.0) / 2;
}

using StoryCompare.Clustering;

namespace StoryCompare.Evaluation.Clustering;

internal static class Lab
{
    public static Dictionary<string, double> Config { get; set; } = [];

    public static double Get(string name, double otherwise) => Config.GetValueOrDefault(name, otherwise);

    public static bool Prior => Get("prior", 0) > 0;

    public static double Base => Get("base", 0.08);

    public static PairScorer Scorer(EventGraph graph, ClusteringModel model)
    {
        PairScorer plain = new(graph.Articles, graph.Crowding, model);
        if (!Prior || graph.Articles.Length <= BatchContext.MostArticles)
        {
            return plain;
        }

        double[] logits = graph.Logits(plain);
        double usual = Math.Log(Base / (1 - Base));
        double offset = usual;
        double pseudo = Get("pseudo", 1000);
        double[] large = [.. graph.Pairs.Select(p => Large(graph, (int)(p >> 32), (int)(uint)p))];
        for (int i = 0; i < Get("iterations", 50); i++)
        {
            double sum = 0;
            double n = 0;
            for (int p = 0; p < logits.Length; p++)
            {
                sum += large[p] / (1 + Math.Exp(-(logits[p] + (large[p] * offset))));
                n += large[p];
            }

            double all = pseudo + (n * Get("pseudoShare", 0));
            double share = (sum + (all * Base)) / (n + all);
            offset = usual + ((Math.Log(share / (1 - share)) - usual) * Get("damp", 1));
        }

        offset = Math.Min(offset, Get("most", 100));
        return new PairScorer(graph.Articles, graph.Crowding, model, (a, b) => Large(graph, a, b) * offset);
    }

    private static double Large(EventGraph graph, int a, int b) => 1 - ((graph.Crowding[a].Missing + graph.Crowding[b].Missing) / 2);
}

using StoryCompare.Clustering;
namespace StoryCompare.Evaluation.Clustering;
internal sealed class ProbeTask : EvaluationTask
{
    public override string Name => "probe";
    public override string Summary => "";
    public override void Run(TaskArguments arguments)
    {
        foreach (string file in arguments.Files("data"))
        {
            LabelledArticles set = LabelledArticles.Load(file);
            EventGraph g = EventGraph.Build(set.Analyze(), 2, default);
            (string, Func<int,int,double>)[] sims = [
              ("words", (a,b)=>ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Words)),
              ("bigrams", (a,b)=>ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Bigrams)),
              ("w+b", (a,b)=>.5*ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Words)+.5*ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Bigrams)),
              ("names", (a,b)=>ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Names)),
              ("w+b+n", (a,b)=>.4*ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Words)+.3*ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Bigrams)+.3*ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Names)),
              ("lead", (a,b)=>ArticleVectors.Cosine(g.Articles[a],g.Articles[b],Channel.Lead)),
            ];
            foreach ((string n, Func<int,int,double> f) in sims)
            {
                int[] scores = [.. g.Neighbourhood.Pairs.Select(p => (int)(f(p.A,p.B)*65536))];
                double best = 0; string at = "";
                for (double t = .04; t < .5; t *= 1.05)
                {
                    List<List<int>> cl = g.Partition(scores, (a,b)=>(int)(f(a,b)*65536), t, default, (int)(t*65536*.6));
                    int[] of = new int[set.Events.Length];
                    for (int c = 0; c < cl.Count; c++) foreach (int m in cl[c]) of[m] = c;
                    var s = ClusterScores.Of(set.Events, of);
                    if (s.F1 > best) { best = s.F1; at = $"t={t:0.000} P={s.Precision:0.000} R={s.Recall:0.000}"; }
                }
                Console.WriteLine($"{set.Name} {n} {best:0.0000} {at}");
            }
            int pos = 0; foreach (var (a,b) in g.Neighbourhood.Pairs) if (set.Events[a]==set.Events[b]) pos++;
            Console.WriteLine($"pairs {g.Neighbourhood.Pairs.Count} positive {pos} of {set.Events.GroupBy(e=>e).Sum(e=>e.Count()*(e.Count()-1)/2)}");
        }
    }
}

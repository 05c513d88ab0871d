using StoryCompare.Alignment;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Aligns the sentences of two documents and compares with the labelled pairs.</summary>
internal sealed class AlignmentTask : EvaluationTask
{
    public override string Name => "alignment";

    public override string Summary => "sentence alignment of two documents: --data ROWS [--strong]";

    public override void Run(TaskArguments arguments)
    {
        List<(DocumentRow Row, List<(int I, int J, float Score)> Aligned)> results = [.. AlignmentRows.Documents(arguments.DataFile).Select(r => (r, Align(r)))];
        bool strong = arguments.Has("strong");
        List<(int Right, int Found, int Gold)> counts = [.. results.Select(r => Count(r.Row, r.Aligned, strong))];
        double f1 = F1(counts);
        (double low, double high) = Interval(counts);
        ScoreTable.Print($"alignment: {Path.GetFileName(arguments.DataFile)}", [
            ("documents", results.Count),
            ("precision", ScoreTable.Ratio(counts.Sum(static c => c.Right), counts.Sum(static c => c.Found))),
            ("recall", ScoreTable.Ratio(counts.Sum(static c => c.Right), counts.Sum(static c => c.Gold))),
            ("F1", f1),
            ("F1, 95 % interval over documents, low", low),
            ("F1, 95 % interval over documents, high", high),
        ]);
        arguments.WritePredictions(results.Select(static r => new { aligned = r.Aligned.Select(static p => new object[] { p.I, p.J, Math.Round(p.Score, 4) }).ToArray() }));
    }

    /// <summary>The alignments of a row: sentence numbers in both documents, and the score.</summary>
    private static List<(int I, int J, float Score)> Align(DocumentRow row)
    {
        ArticleContext[] articles = ArticleContext.OfStory([
            [.. AlignmentRows.Texts(row.A).Select(SentenceSource.InStory)],
            [.. AlignmentRows.Texts(row.B).Select(SentenceSource.InStory)]], new ParallelOptions());
        return StoryAlignment.Align(articles, new StoryIndex(articles), new ParallelOptions()).ConvertAll(p => (p.A, p.B - row.A.Length, p.Score));
    }

    private static (int Right, int Found, int Gold) Count(DocumentRow row, List<(int I, int J, float Score)> aligned, bool strong)
    {
        HashSet<(int I, int J)> gold = strong && row.Strong is not null ? row.Strong : row.Aligned;
        List<(int I, int J, float Score)> judged = aligned.FindAll(p => row.JudgedA?.Contains(p.I) != false && row.JudgedB?.Contains(p.J) != false);
        return (judged.Count(p => gold.Contains((p.I, p.J))), judged.Count, gold.Count);
    }

    private static double F1(IReadOnlyCollection<(int Right, int Found, int Gold)> counts) =>
        ScoreTable.Ratio(2.0 * counts.Sum(static c => c.Right), counts.Sum(static c => c.Found + c.Gold));

    // Bootstrap over documents, fixed seed.
    private static (double Low, double High) Interval(List<(int Right, int Found, int Gold)> counts)
    {
        Random random = new(17);
        double[] samples = new double[2000];
        for (int s = 0; s < samples.Length; s++)
        {
            samples[s] = F1([.. counts.Select(_ => counts[random.Next(counts.Count)])]);
        }

        Array.Sort(samples);
        return (samples[50], samples[1949]);
    }
}

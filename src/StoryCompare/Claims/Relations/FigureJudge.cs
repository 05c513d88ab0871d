using StoryCompare.Analysis;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Relations;

/// <summary>Finds different values of one count or measure in two sentences that else say the same.</summary>
/// <remarks>A figure that has its equal on the other side is no party to a conflict, and a sentence that gives several of one kind tells several things.</remarks>
internal static class FigureJudge
{
    /// <summary>Least share of both sentences that is aligned.</summary>
    public const double Covered = 0.5;

    /// <summary>A conflict of figures, or null.</summary>
    public static ClaimRelation? Judge(AnalyzedArticle a, int sentenceA, AnalyzedArticle b, int sentenceB, WordAlignment alignment)
    {
        ExtractedFigure[] x = Of(a, sentenceA);
        ExtractedFigure[] y = Of(b, sentenceB);
        if (x.Length == 0 || y.Length == 0)
        {
            return null;
        }

        double covered = Math.Min(WordCoverage.OfA(alignment), WordCoverage.OfB(alignment));
        if (covered < Covered)
        {
            return null;
        }

        foreach (ExtractedFigure f in x)
        {
            ExtractedFigure[] rivals = [.. y.Where(g => IsOneKind(f.Figure, g.Figure))];
            if (rivals.Length != 1 || x.Count(g => IsOneKind(g.Figure, f.Figure)) != 1 || HasEqual(f, y) || HasEqual(rivals[0], x))
            {
                continue;
            }

            FigureComparison comparison = FigureComparer.Compare(f.Figure, rivals[0].Figure);
            if (comparison.Verdict == FigureVerdict.Conflict)
            {
                string one = a.Text.String(f.Span);
                string other = b.Text.String(rivals[0].Span);
                return new ClaimRelation(PairRelation.Conflict, covered, ConflictKind.Figure, $"\"{one}\" and \"{other}\": {comparison.Reason}", f.Span, rivals[0].Span);
            }
        }

        return null;
    }

    private static bool IsOneKind(Figure a, Figure b) =>
        a.Qualifier != FigureQualifier.Vague && b.Qualifier != FigureQualifier.Vague && a.Value != 1 && b.Value != 1
        && (a.Unit.Length > 0 || a.Role.Length > 0) && a.Role == b.Role && FigureComparer.Compare(a, b).Verdict != FigureVerdict.Incomparable;

    private static bool HasEqual(ExtractedFigure figure, ExtractedFigure[] others) =>
        Array.Exists(others, o => o.Figure.Value == figure.Figure.Value || FigureComparer.Compare(o.Figure, figure.Figure).Verdict is FigureVerdict.Same or FigureVerdict.Compatible);

    private static ExtractedFigure[] Of(AnalyzedArticle article, int sentence) => [.. article.Figures.Where(f => f.Sentence == sentence)];
}

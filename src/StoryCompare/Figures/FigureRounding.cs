namespace StoryCompare.Figures;

/// <summary>How headlines round: to the step, or by cutting off. NumHG: a tenth of the roundings of headlines truncate.</summary>
internal static class FigureRounding
{
    /// <summary>Whether <paramref name="fine"/> rounds to <paramref name="coarse"/> at <paramref name="step"/>.</summary>
    public static bool Rounds(double fine, double coarse, double step) => Math.Abs(fine - coarse) <= (step / 2) + (1e-9 * Math.Abs(fine));

    /// <summary>Whether cutting <paramref name="fine"/> at <paramref name="step"/> gives <paramref name="coarse"/>; only where the coarse value shows two digits or more.</summary>
    public static bool Truncates(double fine, double coarse, double step) =>
        Math.Abs(coarse) >= step * 10 * (1 - 1e-9) && Math.Abs(fine) >= Math.Abs(coarse) && Math.Abs(fine) - Math.Abs(coarse) < step * (1 - 1e-9) && Math.Sign(fine) == Math.Sign(coarse);

    /// <summary>Whether the coarse side is a simple fraction given as a share ("two-thirds").</summary>
    public static bool IsShare(in FigureBand coarse, Figure a, Figure b) =>
        coarse.Step is >= 4.99 and <= 5.01 && a.Unit == "%" && b.Unit == "%";
}

namespace StoryCompare.Figures;

/// <summary>Compares two figures by the step they show: the last digit that is not zero tells how finely each is given.</summary>
/// <remarks>The rule is worked through in the test's <c>figure_pairs.jsonl</c>. Compares slots, never sentences: that both figures are of one thing is the caller's to know.</remarks>
internal static class FigureComparer
{
    /// <summary>Most that rounding may move a value and still be the same: a tenth.</summary>
    public const double RoundingCap = 0.10;
    /// <summary>The same across units: conversions of the news are off by up to 3.4 % in the seeds.</summary>
    public const double ConversionCap = 0.05;

    /// <summary>The verdict on two figures, symmetric in its arguments.</summary>
    public static FigureComparison Compare(Figure a, Figure b)
    {
        if (FigureKinds.Incomparable(a, b) is { } reason)
        {
            return new FigureComparison(FigureVerdict.Incomparable, reason);
        }

        FigureBand x = FigureBand.Of(a);
        FigureBand y = FigureBand.Of(b);
        bool sameUnit = FigureKinds.SameSymbol(a, b);
        return x.IsPoint && y.IsPoint ? ComparePoints(a, b, x, y, sameUnit) : CompareBands(a, b, x, y, sameUnit);
    }

    /// <summary>The same, with the times the figures are of: a count that grew with time is a conflict that an update explains.</summary>
    /// <param name="a">One figure.</param>
    /// <param name="timeOfA">When it was given, or null.</param>
    /// <param name="b">The other.</param>
    /// <param name="timeOfB">When that was given, or null.</param>
    public static FigureComparison Compare(Figure a, DateTimeOffset? timeOfA, Figure b, DateTimeOffset? timeOfB)
    {
        FigureComparison verdict = Compare(a, b);
        if (verdict.Verdict != FigureVerdict.Conflict || timeOfA is not { } ta || timeOfB is not { } tb || ta == tb)
        {
            return verdict;
        }

        // Counts of the killed, the spent, the votes counted only grow; a measure may move either way and is left a conflict.
        Figure earlier = ta < tb ? a : b;
        Figure later = ta < tb ? b : a;
        double growth = FigureBand.Of(later).Middle - FigureBand.Of(earlier).Middle;
        bool counted = FigureUnits.OfSymbol(a.Unit) is null || FigureUnits.OfSymbol(a.Unit)!.IsMoney;
        return counted && growth > 0
            ? verdict with { IsUpdate = true, Reason = verdict.Reason + "; the later count is the higher one" }
            : verdict;
    }

    private static FigureComparison ComparePoints(Figure a, Figure b, in FigureBand x, in FigureBand y, bool sameUnit)
    {
        bool coarseFirst = x.Step >= y.Step;
        FigureBand coarse = coarseFirst ? x : y;
        FigureBand fine = coarseFirst ? y : x;
        double off = Apart(x.Value, y.Value);
        if (!sameUnit)
        {
            return CompareConverted(a, b, coarse, fine, off);
        }

        if (Near(x.Value, y.Value))
        {
            return Same("the values are equal");
        }

        if (FigureKinds.IsExactCount(a) && FigureKinds.IsExactCount(b))
        {
            return Conflict("counts under 100 are exact, and differ");
        }

        if (coarse.Step > fine.Step * 1.0001 && off > RoundingCap && IsShortTime(a) && IsShortTime(b))
        {
            return Conflict("short times are told to the half, and differ");
        }

        if (coarse.Step > fine.Step * 1.0001)
        {
            if (FigureRounding.Rounds(fine.Value, coarse.Value, coarse.Step) || FigureRounding.Truncates(fine.Value, coarse.Value, coarse.Step))
            {
                return off <= RoundingCap
                    ? Same("the finer value rounds to the coarser at its step")
                    : Compatible($"the finer value rounds to the coarser, but lies {Percent(off)} away");
            }

            if (FigureRounding.IsShare(coarse, a, b) && off <= RoundingCap)
            {
                return Compatible("a simple fraction is loosely meant");
            }
        }

        return Conflict(coarse.Step > fine.Step * 1.0001 ? "the finer value does not round to the coarser" : "equal precision, different values");
    }

    private static FigureComparison CompareConverted(Figure a, Figure b, in FigureBand coarse, in FigureBand fine, double off)
    {
        double difference = Math.Abs(coarse.Value - fine.Value);
        if (FigureKinds.IsTemperature(a))
        {
            // Half the step of either reading: degrees have no ratio.
            double allowed = Math.Max(0.5 * Math.Max(coarse.FineStep, fine.FineStep), 0.5 * (coarse.FineStep + fine.FineStep));
            return difference <= allowed + 1e-9 ? Same("the temperatures agree after conversion") : Conflict("the temperatures differ after conversion");
        }

        double slack = (0.5 * coarse.Step) + (0.5 * fine.Step);
        if (difference <= slack && off <= ConversionCap)
        {
            return Same("the values agree after conversion");
        }

        return Conflict($"the values are {Percent(off)} apart after conversion");
    }

    private static FigureComparison CompareBands(Figure a, Figure b, in FigureBand x, in FigureBand y, bool sameUnit)
    {
        if (x.IsRange && y.IsRange)
        {
            bool equal = Near(x.Low, y.Low) && Near(x.High, y.High);
            if (equal)
            {
                return Same("the ranges are equal");
            }
        }
        else if (!x.IsRange && !y.IsRange && SameAnchor(a, b, x, y, sameUnit))
        {
            return Same(a.Qualifier == b.Qualifier ? "the same anchor value and hedge" : "the same anchor value; a hedge was dropped or changed");
        }

        if (!x.IsRange && !y.IsRange && x.IsBound != y.IsBound && RoundsToPoint(x, y))
        {
            return Same("the bound's value rounds to the other, as headlines round");
        }

        // "About two hours" and "almost three": bands of half a step each that only touch are a whole step apart.
        bool hedges = sameUnit && IsHedge(x) && IsHedge(y);
        double slack = sameUnit ? 0 : 0.5 * Math.Min(x.Step, y.Step);
        if (hedges ? x.Low < y.High - Epsilon(y.High) && y.Low < x.High - Epsilon(x.High) : x.Low <= y.High + slack + Epsilon(y.High) && y.Low <= x.High + slack + Epsilon(x.High))
        {
            return Compatible(Overlap(a, b));
        }

        // "about 2,000" and "2,350": headline rounding reaches further than the hedge's band, as it does for bare values.
        if (!x.IsRange && !y.IsRange && !x.IsBound && !y.IsBound && FigureRounding.Rounds(Math.Abs(x.Step) >= y.Step ? y.Value : x.Value, x.Step >= y.Step ? x.Value : y.Value, Math.Max(x.Step, y.Step)) && x.Step != y.Step)
        {
            return Compatible("the finer value rounds to the coarser");
        }

        return Conflict(Outside(a, b));
    }

    // Equal anchors, or the finer rounds to the coarser, with no bound violated.
    private static bool SameAnchor(Figure a, Figure b, in FigureBand x, in FigureBand y, bool sameUnit)
    {
        if (!x.Admits(y.Value, y.Step) || !y.Admits(x.Value, x.Step))
        {
            return Near(x.Value, y.Value) && !Opposed(x, y);
        }

        if (Near(x.Value, y.Value))
        {
            return true;
        }

        double off = Apart(x.Value, y.Value);
        if (!sameUnit)
        {
            return Math.Abs(x.Value - y.Value) <= 0.5 * (x.Step + y.Step) && off <= ConversionCap;
        }

        if (x.IsBound || y.IsBound || off > RoundingCap)
        {
            return false;
        }

        bool coarseFirst = x.Step >= y.Step;
        double coarse = coarseFirst ? x.Value : y.Value;
        double fine = coarseFirst ? y.Value : x.Value;
        double step = Math.Max(x.Step, y.Step);
        return FigureRounding.Rounds(fine, coarse, step) || FigureRounding.Truncates(fine, coarse, step) || ((a.IsBelow || b.IsBelow) && off <= RoundingCap / 2 && FigureRounding.IsShare(coarseFirst ? x : y, a, b));
    }

    // "900,000" in a headline for "more than 900,500": the point is the coarser of the two.
    private static bool RoundsToPoint(in FigureBand x, in FigureBand y)
    {
        FigureBand bound = x.IsBound ? x : y;
        FigureBand point = x.IsBound ? y : x;
        return point.Step > bound.Step && Apart(bound.Value, point.Value) <= RoundingCap
            && (FigureRounding.Rounds(bound.Value, point.Value, point.Step) || FigureRounding.Truncates(bound.Value, point.Value, point.Step));
    }

    // "more than 400" and "fewer than 400" share the anchor and exclude each other.
    private static bool Opposed(in FigureBand x, in FigureBand y) =>
        x.IsBound && y.IsBound && x.IsOpenAbove != y.IsOpenAbove;

    private static string Overlap(Figure a, Figure b) => (a.Qualifier, b.Qualifier) switch
    {
        (FigureQualifier.Range, _) or (_, FigureQualifier.Range) => "inside the range",
        (FigureQualifier.Vague, _) or (_, FigureQualifier.Vague) => "inside what the vague count covers",
        (FigureQualifier.AtLeast or FigureQualifier.MoreThan or FigureQualifier.AtMost or FigureQualifier.LessThan, _) => "satisfies the bound",
        (_, FigureQualifier.AtLeast or FigureQualifier.MoreThan or FigureQualifier.AtMost or FigureQualifier.LessThan) => "satisfies the bound",
        _ => "the approximate values overlap",
    };

    private static string Outside(Figure a, Figure b) => (a.Qualifier, b.Qualifier) switch
    {
        (FigureQualifier.Range, _) or (_, FigureQualifier.Range) => "outside the range",
        (FigureQualifier.Vague, _) or (_, FigureQualifier.Vague) => "outside what the vague count covers",
        (FigureQualifier.About, _) or (_, FigureQualifier.About) => "outside what the hedge covers",
        _ => "violates the bound",
    };

    private static bool IsHedge(in FigureBand x) => !x.IsRange && !x.IsBound && !x.IsPoint;

    // "2 1/2 years" is not rounded to "2 years"; under ten units of time a half is told.
    private static bool IsShortTime(Figure figure) => figure.Value is > 0 and < 10 && FigureUnits.OfSymbol(figure.Unit) is { IsTime: true };

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double Epsilon(double value) => double.IsFinite(value) ? 1e-9 * Math.Abs(value) : 0;

    private static double Apart(double a, double b) => Math.Max(Math.Abs(a), Math.Abs(b)) is var most and > 0 ? Math.Abs(a - b) / most : 0;

    private static string Percent(double share) => (share * 100).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + " %";

    private static FigureComparison Same(string reason) => new(FigureVerdict.Same, reason);

    private static FigureComparison Compatible(string reason) => new(FigureVerdict.Compatible, reason);

    private static FigureComparison Conflict(string reason) => new(FigureVerdict.Conflict, reason);
}

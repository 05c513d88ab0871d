using System.Globalization;
using System.Text;

namespace StoryCompare.Evaluation.Figures;

/// <summary>Counts matches of predicted with labelled figures, one to one inside a row; pairs that also agree on the unit are matched first.</summary>
internal sealed class FigureScore
{
    private int _labelled;
    private int _predicted;
    private int _values;
    private int _units;
    private int _ranges;
    private int _rangesFound;
    private int _empty;
    private int _emptyFalse;
    private int _hedged;
    private int _hedgedRight;
    private int _plain;
    private int _plainRight;

    /// <summary>Adds a row; returns what went wrong in it, or null.</summary>
    public string? Add(IReadOnlyList<LabelledFigure> labelled, IReadOnlyList<Figure> predicted, FigureConventions conventions)
    {
        _labelled += labelled.Count;
        _predicted += predicted.Count;
        if (labelled.Count == 0)
        {
            _empty++;
            _emptyFalse += predicted.Count > 0 ? 1 : 0;
        }

        bool[] used = new bool[predicted.Count];
        int[] match = [.. Enumerable.Repeat(-1, labelled.Count)];
        bool[] unit = new bool[labelled.Count];
        foreach (bool wantUnit in (bool[])[true, false])
        {
            for (int l = 0; l < labelled.Count; l++)
            {
                for (int p = 0; p < predicted.Count && match[l] < 0; p++)
                {
                    if (!used[p] && ValueMatches(labelled[l], predicted[p], conventions) && (!wantUnit || UnitMatches(labelled[l], predicted[p], conventions)))
                    {
                        used[p] = true;
                        match[l] = p;
                        unit[l] = wantUnit;
                    }
                }
            }
        }

        StringBuilder report = new();
        for (int l = 0; l < labelled.Count; l++)
        {
            LabelledFigure gold = labelled[l];
            _values += match[l] >= 0 ? 1 : 0;
            _units += unit[l] ? 1 : 0;
            _ranges += gold.High is not null ? 1 : 0;
            _rangesFound += gold.High is not null && match[l] >= 0 ? 1 : 0;
            bool right = match[l] < 0 || ScoreQualifier(gold, predicted[match[l]]);
            if (match[l] < 0 || !unit[l] || !right)
            {
                report.Append(CultureInfo.InvariantCulture, $"     {(match[l] < 0 ? "MISSED" : !unit[l] ? "UNIT" : "HEDGE")} {gold.Low}..{gold.High} [{gold.Unit}] {gold.Change}");
                report.Append(match[l] >= 0 ? $" <- {Show(predicted[match[l]])}\n" : "\n");
            }
        }

        for (int p = 0; p < predicted.Count; p++)
        {
            if (!used[p])
            {
                report.Append(CultureInfo.InvariantCulture, $"     FALSE {Show(predicted[p])}\n");
            }
        }

        return report.Length == 0 ? null : report.ToString();
    }

    public IEnumerable<(string Measure, object Value)> Table()
    {
        double p = ScoreTable.Ratio(_values, _predicted);
        double r = ScoreTable.Ratio(_values, _labelled);
        double pu = ScoreTable.Ratio(_units, _predicted);
        double ru = ScoreTable.Ratio(_units, _labelled);
        return
        [
            ("quantities labelled", _labelled),
            ("figures predicted", _predicted),
            ("value precision", p),
            ("value recall", r),
            ("value F1", ScoreTable.F1(p, r)),
            ("value+unit precision", pu),
            ("value+unit recall", ru),
            ("value+unit F1", ScoreTable.F1(pu, ru)),
            ("ranges found", $"{_rangesFound} of {_ranges}"),
            ("empty sentences with a false alarm", $"{_emptyFalse} of {_empty}"),
            ("qualifier right, hedged", $"{_hedgedRight} of {_hedged} ({ScoreTable.Ratio(_hedgedRight, _hedged):0.000})"),
            ("qualifier right, plain", $"{_plainRight} of {_plain} ({ScoreTable.Ratio(_plainRight, _plain):0.000})"),
        ];
    }

    private bool ScoreQualifier(LabelledFigure gold, Figure figure)
    {
        if (gold.Change.Length == 0)
        {
            return true;
        }

        // A range or a vague count says itself how sure it is: it has no hedge besides.
        bool spread = figure.Qualifier is FigureQualifier.Range or FigureQualifier.Vague;
        bool right = gold.Change switch
        {
            "~" => figure.Qualifier is FigureQualifier.About || spread,
            ">" => figure.Qualifier is FigureQualifier.AtLeast or FigureQualifier.MoreThan,
            "<" => figure.Qualifier is FigureQualifier.AtMost or FigureQualifier.LessThan,
            _ => figure.Qualifier is FigureQualifier.Exactly || spread,
        };
        if (gold.Change is "~" or ">" or "<")
        {
            _hedged++;
            _hedgedRight += right ? 1 : 0;
        }
        else
        {
            _plain++;
            _plainRight += right ? 1 : 0;
        }

        return right;
    }

    private static bool ValueMatches(LabelledFigure gold, Figure figure, FigureConventions conventions)
    {
        if (gold.High is { } high)
        {
            return figure.High is { } h && Near(gold.Low, figure.Value) && Near(high, h);
        }

        if (figure.High is { } end && figure.Qualifier == FigureQualifier.Range)
        {
            return (conventions == FigureConventions.Quantulum && Near(gold.Low, (figure.Value + end) / 2)) || (conventions == FigureConventions.Recognizers && Near(gold.Low, end));
        }

        // Our shares are per cent; quantulum3 keeps the fraction.
        return Near(gold.Low, figure.Value) || (conventions == FigureConventions.Quantulum && figure.Unit == "%" && gold.Unit.Length == 0 && Near(gold.Low * 100, figure.Value));
    }

    private static bool UnitMatches(LabelledFigure gold, Figure figure, FigureConventions conventions)
    {
        if (UnitNames.Match(gold.Unit, figure.Unit) || UnitNames.Match(gold.SurfaceUnit, figure.Unit))
        {
            return true;
        }

        int slash = figure.Unit.IndexOf('/', StringComparison.Ordinal);
        return conventions switch
        {
            // Recognizers has no rates and no age apart from time.
            FigureConventions.Recognizers => (slash > 0 && UnitNames.Match(gold.Unit, figure.Unit[..slash])) || (figure.Unit is "age" && gold.Unit == "yr") || figure.Unit == "age:" + gold.Unit,
            // quantulum3 knows no counted nouns.
            FigureConventions.Quantulum => gold.Unit.Length == 0 && (figure.Counts.Length > 0 || figure.Unit is "%" or "age"),
            _ => false,
        };
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 0.001 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static string Show(Figure f) => string.Create(CultureInfo.InvariantCulture, $"{f.Value}..{f.High} [{f.Unit}] {f.Qualifier} counts '{f.Counts}' role '{f.Role}'");
}

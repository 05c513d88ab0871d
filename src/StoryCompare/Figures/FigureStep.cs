namespace StoryCompare.Figures;

/// <summary>The step a number shows: the place value of its last digit that is not zero.</summary>
internal static class FigureStep
{
    /// <summary>Of an integer: 18,000 gives 1,000. 1 for zero; of a number with decimals the first decimal place that ends it, to a millionth.</summary>
    public static double OfInteger(double value)
    {
        value = Math.Abs(value);
        if (value == 0 || !double.IsFinite(value))
        {
            return 1;
        }

        double step = 1;
        if (value != Math.Floor(value))
        {
            while (step > 1e-6 && Math.Abs((value / step) - Math.Round(value / step)) > 1e-6)
            {
                step /= 10;
            }

            return step;
        }

        while (step < value && Math.IEEERemainder(value, step * 10) == 0)
        {
            step *= 10;
        }

        return step;
    }
}

namespace StoryCompare.Benchmarks.Reports;

/// <summary>How much one operation of a benchmark works through, to turn time into a rate.</summary>
/// <param name="Amount">In units; text in bytes of UTF-8.</param>
/// <param name="Unit">What is counted; <see cref="TextBytes"/> is shown in MB.</param>
internal sealed record Work(double Amount, string Unit)
{
    public const string TextBytes = "text";

    /// <summary>The rate at a time for one operation.</summary>
    public string Rate(double nanoseconds)
    {
        double perSecond = Amount / nanoseconds * 1e9;
        return Unit == TextBytes
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{perSecond / 1e6:#,##0.0} MB/s")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{perSecond:#,##0} {Unit}/s");
    }
}

/// <summary>A benchmark class that knows its work. Asked after parameters are set, without set-up.</summary>
internal interface IWorkload
{
    Work WorkOf(string benchmark);
}

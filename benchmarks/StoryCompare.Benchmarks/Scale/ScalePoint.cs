using System.Globalization;

namespace StoryCompare.Benchmarks.Scale;

/// <summary>One run of the scale series, a row of <c>scale.csv</c>.</summary>
/// <param name="Commit">Of the tree that ran.</param>
/// <param name="Mode"><c>batch</c> or <c>live</c>.</param>
/// <param name="Articles">How many.</param>
/// <param name="Seconds">Wall time in the library; making the articles is not counted.</param>
/// <param name="ProcessorSeconds">Time of all cores in the library.</param>
/// <param name="PeakBytes">Largest memory of the process.</param>
/// <param name="HeldBytes">Managed memory that stays when the work is done, the texts of the articles left out: the live index; for batch the result.</param>
/// <param name="F1">B-cubed F1 against the generator's events.</param>
/// <param name="LastSeconds">Live: what the last tenth of the articles cost; 0 for batch.</param>
/// <param name="TextBytes">UTF-16 bytes of all texts.</param>
internal sealed record ScalePoint(string Commit, string Mode, int Articles, double Seconds, double ProcessorSeconds, long PeakBytes, long HeldBytes, double F1, double LastSeconds, long TextBytes)
{
    public const string Head = "commit,mode,articles,seconds,processor_seconds,peak_bytes,held_bytes,bcubed_f1,last_tenth_seconds,text_bytes";

    public double ArticlesASecond => Articles / Seconds;

    /// <summary>Live: the rate over the last tenth.</summary>
    public double LastRate => LastSeconds == 0 ? 0 : Articles / 10 / LastSeconds;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Commit},{Mode},{Articles},{Seconds:0.000},{ProcessorSeconds:0.000},{PeakBytes},{HeldBytes},{F1:0.0000},{LastSeconds:0.000},{TextBytes}");

    public static ScalePoint? Parse(string line)
    {
        string[] cells = line.Split(',');
        return cells.Length == 10 && cells[0] != "commit"
            ? new ScalePoint(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), Number(cells[3]), Number(cells[4]), long.Parse(cells[5], CultureInfo.InvariantCulture), long.Parse(cells[6], CultureInfo.InvariantCulture), Number(cells[7]), Number(cells[8]), long.Parse(cells[9], CultureInfo.InvariantCulture))
            : null;
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}

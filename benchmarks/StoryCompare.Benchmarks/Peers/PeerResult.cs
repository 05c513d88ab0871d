namespace StoryCompare.Benchmarks.Peers;

/// <summary>One method on one input: what it costs and how right it is.</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Input">On what.</param>
/// <param name="Method">Who.</param>
/// <param name="Seconds">For the whole input.</param>
/// <param name="Extrapolated">Whether the time was measured on a sample and multiplied.</param>
/// <param name="Precision">Of pairs, or B-cubed.</param>
/// <param name="Recall">Of pairs, or B-cubed.</param>
/// <param name="Note">Threshold, sample.</param>
internal sealed record PeerResult(string Task, string Input, string Method, double Seconds, bool Extrapolated, double Precision, double Recall, string Note)
{
    public const string Ours = "StoryCompare";

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

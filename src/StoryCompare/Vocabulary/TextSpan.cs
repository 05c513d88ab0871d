namespace StoryCompare;

/// <summary>A stretch of text: UTF-16 code units, half-open <c>[Start, End)</c>.</summary>
/// <param name="Start">First code unit, from 0.</param>
/// <param name="End">One past the last code unit; never below <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The stretch of <paramref name="text"/> that this span names, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> Slice(string text) => text.AsSpan(Start, Length);
}

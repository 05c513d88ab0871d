namespace StoryCompare.Benchmarks.Generation;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine and runtime, and as many independent series as there are seeds.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15;

    public ulong NextBits()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>In [0, <paramref name="bound"/>).</summary>
    public int Next(int bound) => (int)((UInt128)NextBits() * (ulong)bound >> 64);

    /// <summary>In [<paramref name="from"/>, <paramref name="bound"/>).</summary>
    public int Next(int from, int bound) => from + Next(bound - from);

    /// <summary>In [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}

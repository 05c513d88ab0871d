namespace StoryCompare.Clustering.Live;

/// <summary>One string for equal outlets: a feed names each with every article. Remembers the latest outlets of a fixed number of places, so that nothing is held for ever.</summary>
internal sealed class OutletNames
{
    private const int Places = 1024;

    private readonly string?[] _names = new string?[Places];

    /// <summary>An equal string seen before, or this one.</summary>
    public string? Shared(string? outlet)
    {
        if (outlet is null)
        {
            return null;
        }

        ref string? place = ref _names[(uint)string.GetHashCode(outlet, StringComparison.Ordinal) % Places];
        return place = string.Equals(place, outlet, StringComparison.Ordinal) ? place : outlet;
    }
}

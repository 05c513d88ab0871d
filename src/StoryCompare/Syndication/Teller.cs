using StoryCompare.Internals;

namespace StoryCompare.Syndication;

/// <summary>How firmly a sentence tells where its statement comes from.</summary>
internal enum TellerKind
{
    /// <summary>A source with a name.</summary>
    Named,
    /// <summary>Its outlet's own voice.</summary>
    Silent,
    /// <summary>"Officials", "a spokesman", "police": whoever they are, another article may name them.</summary>
    UnnamedOfficial,
    /// <summary>"A witness", "residents": unnamed, but not the authorities.</summary>
    UnnamedPrivate,
    /// <summary>"Allegedly", "it is thought": nobody at all.</summary>
    Hedged,
}

/// <summary>One sentence that tells a statement, with the chain of sources it names.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Sources">Whom it cites.</param>
/// <param name="Channels">Whom the sources told it, where that is said ("told the Courier").</param>
/// <param name="Kind">How firmly.</param>
internal sealed record Teller(int Article, List<SourceKey> Sources, List<SourceKey> Channels, TellerKind Kind)
{
    private static readonly HashSet<uint> PrivateWords = [.. EmbeddedData.Lines("private_sources.txt").Select(static w => SourceKey.Of(w)).SelectMany(static k => k.Terms)];

    /// <summary>The kind of a chain of sources.</summary>
    /// <param name="sources">Whom the sentence cites.</param>
    /// <param name="hedged">Whether it hedges.</param>
    public static TellerKind KindOf(List<SourceKey> sources, bool hedged)
    {
        if (sources.Count == 0)
        {
            return hedged ? TellerKind.Hedged : TellerKind.Silent;
        }

        return sources.Exists(static s => s.IsNamed) ? TellerKind.Named
            : sources.Exists(static s => Array.Exists(s.Terms, PrivateWords.Contains)) ? TellerKind.UnnamedPrivate
            : TellerKind.UnnamedOfficial;
    }
}

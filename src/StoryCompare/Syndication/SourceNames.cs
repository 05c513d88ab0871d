using System.Collections.Concurrent;

namespace StoryCompare.Syndication;

/// <summary>The words of the sources a story names, each read once: every statement asks who gives it, and the same few do. For several threads at once.</summary>
internal sealed class SourceNames
{
    private readonly ConcurrentDictionary<string, SourceKey> _known = new(StringComparer.Ordinal);

    /// <summary>The key of a source's words.</summary>
    public SourceKey Of(string name) => _known.GetOrAdd(name, static n => SourceKey.Of(n));

    /// <summary>The same of a source whose words hold a name.</summary>
    public SourceKey Of(string name, int nameGroup, bool named)
    {
        SourceKey words = Of(name);
        return new SourceKey { Terms = words.Terms, Last = words.Last, Name = name, NameGroup = nameGroup, IsNamed = named || nameGroup >= 0 };
    }
}

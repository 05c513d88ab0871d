using System.Buffers;
using StoryCompare.Internals;

namespace StoryCompare.Names;

/// <summary>Legal forms of several words ("public limited company").</summary>
internal static class LegalPhrases
{
    /// <summary>Longer ones first where one holds another.</summary>
    public static readonly string[] All = [.. EmbeddedData.Lines("legal_phrases.txt")];

    /// <summary>To see in one go that a name holds none.</summary>
    public static readonly SearchValues<string> Any = SearchValues.Create(All, StringComparison.OrdinalIgnoreCase);

    /// <summary>Length of the shortest one.</summary>
    public static readonly int Shortest = All.Min(static p => p.Length);
}

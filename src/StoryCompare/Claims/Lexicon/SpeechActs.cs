using System.Collections.Frozen;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Classes of acts that tell that somebody spoke: any two sentences may share them.</summary>
internal static class SpeechActs
{
    private static readonly FrozenSet<int> Classes = new[] { "say", "report", "announce", "state", "claim", "deny", "confirm", "warn", "urge", "call", "expect" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();

    /// <summary>Whether the class tells that somebody spoke.</summary>
    public static bool Contains(int act) => Classes.Contains(act);
}

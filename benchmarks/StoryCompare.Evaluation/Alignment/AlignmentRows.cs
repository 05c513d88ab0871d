using System.Text.Json;
using StoryCompare.Alignment;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Two documents with known sentence alignments.</summary>
/// <param name="Topic">Group for cross-validation.</param>
/// <param name="A">Sentences of the first.</param>
/// <param name="B">Sentences of the second.</param>
/// <param name="JudgedA">Sentences of the first that are judged; null for all.</param>
/// <param name="JudgedB">Sentences of the second that are judged; null for all.</param>
/// <param name="Aligned">Pairs that tell a thing in common.</param>
/// <param name="Strong">Pairs that tell several; null where not labelled.</param>
internal sealed record DocumentRow(string Topic, string[] A, string[] B, int[]? JudgedA, int[]? JudgedB, HashSet<(int I, int J)> Aligned, HashSet<(int I, int J)>? Strong);

/// <summary>Reads the alignment sets.</summary>
internal static class AlignmentRows
{
    public static List<DocumentRow> Documents(string path) => [.. TaskArguments.Rows(path).Select(Document)];

    public static HashSet<(int I, int J)> Pairs(JsonElement array) => [.. array.EnumerateArray().Select(static p => (p[0].GetInt32(), p[1].GetInt32()))];

    /// <summary>Sentences as texts of their own: the rows are split already.</summary>
    public static TokenizedText[] Texts(IEnumerable<string> sentences) => [.. sentences.Select(TextAnalyzer.Sentence)];

    private static DocumentRow Document(JsonElement row) => new(
        TopicOf(row),
        Strings(row.GetProperty("doc_a")),
        Strings(row.GetProperty("doc_b")),
        Ints(row, "ann_a"),
        Ints(row, "ann_b"),
        Pairs(row.GetProperty("aligned")),
        row.TryGetProperty("aligned_strong", out JsonElement strong) ? Pairs(strong) : null);

    // ECB+ events are named "12_ecb" and "12_ecbplus": one topic, two events, never in different folds.
    private static string TopicOf(JsonElement row) =>
        row.TryGetProperty("topic", out JsonElement topic) ? topic.GetString()!
        : row.TryGetProperty("event", out JsonElement e) ? e.GetString()!.Split('_')[0]
        : "";

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(static s => s.GetString()!)];

    private static int[]? Ints(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement array) ? [.. array.EnumerateArray().Select(static n => n.GetInt32())] : null;
}

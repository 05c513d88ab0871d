using System.Text.Json;
using System.Text.Json.Nodes;

namespace StoryCompare.Cli;

/// <summary><c>--explain ID</c>: everything the report holds of one finding, the rule and the slots behind a conflict, and the alignments that share its sentences.</summary>
internal static class Explanation
{
    public static bool Exists(StoryReport report, string id) => Find(report, id) is not null;

    public static void Write(StoryReport report, string id, TextWriter writer)
    {
        (JsonObject finding, string list, JsonObject story) = Find(report, id)!.Value;
        writer.Write($"{id} ({list})\n");
        Print(finding, "  ", writer);
        WriteRule(report, id, writer);
        HashSet<string> spans = [.. Spans(finding)];
        foreach (JsonNode? alignment in story["alignments"]!.AsArray())
        {
            if (alignment!["id"]!.GetValue<string>() != id && Spans(alignment).Any(spans.Contains))
            {
                // The words that differ are in the report; here it is asked what was laid beside what.
                alignment.AsObject().Remove("diff");
                int held = Spans(alignment).Count(spans.Contains);
                writer.Write(held > 1 ? $"its sentences are aligned: {alignment["id"]}\n" : $"one of its sentences is aligned with others: {alignment["id"]}\n");
                Print(alignment.AsObject(), "  ", writer);
            }
        }
    }

    // The rule that decided and the slots it compared: the JSON report leaves them out.
    private static void WriteRule(StoryReport report, string id, TextWriter writer)
    {
        if (report.Stories.SelectMany(static s => s.Conflicts).FirstOrDefault(c => c.Id == id) is not { Details.Count: > 0 } conflict)
        {
            return;
        }

        writer.Write("  rule, and the slots it compared (strength, score and shares run from 0, nothing ties the sides, to about 1):\n");
        foreach (string line in conflict.Details)
        {
            writer.Write($"    {Plain(line)}\n");
        }
    }

    private static (JsonObject Finding, string List, JsonObject Story)? Find(StoryReport report, string id)
    {
        JsonNode root = JsonNode.Parse(ReportWriter.ToJson(report))!;
        foreach (JsonNode? story in root["stories"]!.AsArray())
        {
            foreach ((string list, JsonNode? items) in story!.AsObject())
            {
                if (items is JsonArray array)
                {
                    foreach (JsonNode? item in array)
                    {
                        if (item is JsonObject o && o["id"] is JsonValue v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>() == id)
                        {
                            return (o, list, story.AsObject());
                        }
                    }
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Spans(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o when o.ContainsKey("article") && o.ContainsKey("start"):
                yield return $"{o["article"]}:{o["start"]}-{o["end"]}";
                break;
            case JsonObject o:
                foreach (string s in o.SelectMany(p => Spans(p.Value)))
                {
                    yield return s;
                }

                break;
            case JsonArray a:
                foreach (string s in a.SelectMany(Spans))
                {
                    yield return s;
                }

                break;
            default:
                break;
        }
    }

    private static void Print(JsonNode? node, string indent, TextWriter writer)
    {
        foreach ((string name, JsonNode? value) in node!.AsObject())
        {
            switch (value)
            {
                case JsonArray { Count: 0 } or null:
                    break;
                case JsonArray array:
                    writer.Write($"{indent}{name}:\n");
                    foreach (JsonNode? item in array)
                    {
                        if (item is JsonObject o && o.ContainsKey("article") && o.ContainsKey("start"))
                        {
                            writer.Write($"{indent}  {Plain(o["article"])} [{o["start"]}..{o["end"]}] {Plain(o["text"])}\n");
                        }
                        else if (item is JsonObject nested)
                        {
                            writer.Write($"{indent}  -\n");
                            Print(nested, indent + "    ", writer);
                        }
                        else
                        {
                            writer.Write($"{indent}  {Plain(item)}\n");
                        }
                    }

                    break;
                case JsonObject nested:
                    writer.Write($"{indent}{name}:\n");
                    Print(nested, indent + "  ", writer);
                    break;
                default:
                    writer.Write($"{indent}{name}: {Plain(value)}\n");
                    break;
            }
        }
    }

    // Article words go to a terminal: no control or direction characters.
    private static string Plain(JsonNode? value) => Plain(value?.ToString() ?? "");

    /// <summary>One line without anything a terminal would obey.</summary>
    internal static string Plain(string words) =>
        string.Concat(words.Select(static c => char.IsControl(c) || c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\u061C' or '\uFEFF' ? ' ' : c));
}

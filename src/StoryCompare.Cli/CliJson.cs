using System.Text.Json.Serialization;

namespace StoryCompare.Cli;

/// <summary>Source-generated JSON: no reflection at start-up.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class CliJson : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;

namespace StoryCompare.Evaluation;

/// <summary>What the command line says: <c>TASK --data FILE [--predictions OUT.jsonl] [--name [value]]…</c>.</summary>
internal sealed class TaskArguments
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    public TaskArguments(IEnumerable<string> arguments)
    {
        string? open = null;
        foreach (string argument in arguments)
        {
            if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                open = argument[2..];
                _options[open] = "";
            }
            else if (open is not null)
            {
                // A repeated value is kept behind a line break: several files for one option.
                _options[open] = _options[open].Length == 0 ? argument : _options[open] + "\n" + argument;
            }
            else
            {
                throw new ArgumentException($"Unexpected argument '{argument}'.");
            }
        }
    }

    public bool Has(string option) => _options.ContainsKey(option);

    public string? Get(string option) => _options.GetValueOrDefault(option);

    public IReadOnlyList<string> Files(string option) => _options.TryGetValue(option, out string? v) && v.Length > 0 ? v.Split('\n') : [];

    /// <summary>The data file's path.</summary>
    /// <exception cref="FileNotFoundException">It was not given or is absent.</exception>
    public string DataFile
    {
        get
        {
            string path = Files("data") is [var first, ..] ? first : throw new FileNotFoundException("Give the data file: --data FILE.");
            return File.Exists(path) ? path : throw new FileNotFoundException($"The data file '{path}' is absent.");
        }
    }

    /// <summary>The rows of a JSON Lines file.</summary>
    public static IEnumerable<JsonElement> Rows(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                using JsonDocument document = JsonDocument.Parse(line);
                yield return document.RootElement.Clone();
            }
        }
    }

    /// <summary>Writes one prediction a line, when <c>--predictions</c> was given.</summary>
    public void WritePredictions(IEnumerable<object> predictions)
    {
        if (Get("predictions") is { Length: > 0 } path)
        {
            File.WriteAllLines(path, predictions.Select(p => JsonSerializer.Serialize(p, Json)));
        }
    }
}

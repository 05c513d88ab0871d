using System.Globalization;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>What follows the command's name: <c>--name value</c> or <c>--flag</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> _options = new(StringComparer.Ordinal);

    public Arguments(IEnumerable<string> arguments)
    {
        List<string>? open = null;
        foreach (string argument in arguments)
        {
            if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                _options[argument[2..]] = open = [];
            }
            else
            {
                (open ?? throw new ArgumentException($"Unexpected argument '{argument}'.")).Add(argument);
            }
        }
    }

    public bool Has(string name) => _options.ContainsKey(name);

    public IReadOnlyList<string> All(string name) => _options.TryGetValue(name, out List<string>? values) ? values : [];

    public string? Get(string name) => All(name) is [string value, ..] ? value : null;

    public string Need(string name) => Get(name) ?? throw new ArgumentException($"--{name} is missing.");

    public int Number(string name, int otherwise) => Get(name) is { } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : otherwise;

    public IReadOnlyList<int> Numbers(string name, IReadOnlyList<int> otherwise) =>
        All(name) is { Count: > 0 } values ? [.. values.Select(static v => int.Parse(v, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))] : otherwise;
}

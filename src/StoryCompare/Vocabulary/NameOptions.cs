namespace StoryCompare;

/// <summary>What the caller teaches about names.</summary>
public sealed record NameOptions
{
    /// <summary>Groups of names that are one: each list holds the forms of one entity.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Aliases { get; init; } = [];

    /// <summary>Pairs of names that are never one, whatever they look like.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> MustNotMerge { get; init; } = [];

    /// <summary>Throws when a value is null.</summary>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Aliases);
        ArgumentNullException.ThrowIfNull(MustNotMerge);
        for (int i = 0; i < Aliases.Count; i++)
        {
            if (Aliases[i] is not { } forms || forms.Any(static f => f is null))
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Aliases[{i}] is null or holds a null."), nameof(Aliases));
            }
        }

        for (int i = 0; i < MustNotMerge.Count; i++)
        {
            if (MustNotMerge[i].Key is null || MustNotMerge[i].Value is null)
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"MustNotMerge[{i}] holds a null."), nameof(MustNotMerge));
            }
        }
    }
}

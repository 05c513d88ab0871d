namespace StoryCompare.Reporting;

/// <summary>The names that enum values have in reports: camel case.</summary>
internal static class ReportNames
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        string name = Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value), value, "Not a defined value.");
        return string.Create(name.Length, name, static (span, n) =>
        {
            n.CopyTo(span);
            span[0] = char.ToLowerInvariant(span[0]);
        });
    }

    /// <summary>The value with this name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static T Parse<T>(string name)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new FormatException($"'{name}' is no {typeof(T).Name}.");
    }
}

namespace StoryCompare.Ingest;

/// <summary>Reads the attributes of a tag one by one.</summary>
internal static class HtmlAttribute
{
    /// <summary>Takes the next attribute off <paramref name="source"/>, its value as it stands (empty where it has none); false when there is none left.</summary>
    public static bool Next(ref ReadOnlySpan<char> source, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        source = source.TrimStart(" \t\r\n\f/");
        int end = source.IndexOfAny(" \t\r\n\f/=");
        end = end < 0 ? source.Length : Math.Max(end, source.Length > 0 && source[0] == '=' ? 1 : 0);
        name = source[..end];
        source = source[end..];
        value = default;
        ReadOnlySpan<char> behind = source.TrimStart(" \t\r\n\f");
        if (name.IsEmpty || behind.IsEmpty || behind[0] != '=')
        {
            return !name.IsEmpty;
        }

        behind = behind[1..].TrimStart(" \t\r\n\f");
        if (!behind.IsEmpty && behind[0] is '"' or '\'')
        {
            int close = behind[1..].IndexOf(behind[0]);
            close = close < 0 ? behind.Length - 1 : close;
            value = behind.Slice(1, close);
            source = behind[Math.Min(behind.Length, close + 2)..];
            return true;
        }

        int stop = behind.IndexOfAny(" \t\r\n\f");
        value = stop < 0 ? behind : behind[..stop];
        source = behind[value.Length..];
        return true;
    }
}

using System.Buffers;

namespace StoryCompare.Ingest;

/// <summary>Reads the attributes of a tag one by one.</summary>
internal static class HtmlAttribute
{
    private const string Blank = " \t\r\n\f";
    private const string BlankOrSlash = Blank + "/";

    /// <summary>What ends a tag's or an attribute's name.</summary>
    public static SearchValues<char> EndOfName { get; } = SearchValues.Create(BlankOrSlash + "=");

    private static readonly SearchValues<char> EndOfValue = SearchValues.Create(Blank);

    /// <summary>Takes the next attribute off <paramref name="source"/>, its value as it stands (empty where it has none); false when there is none left.</summary>
    public static bool Next(ref ReadOnlySpan<char> source, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        source = source.TrimStart(BlankOrSlash);
        int end = source.IndexOfAny(EndOfName);
        end = end < 0 ? source.Length : Math.Max(end, source.Length > 0 && source[0] == '=' ? 1 : 0);
        name = source[..end];
        source = source[end..];
        value = default;
        ReadOnlySpan<char> behind = source.TrimStart(Blank);
        if (name.IsEmpty || behind.IsEmpty || behind[0] != '=')
        {
            return !name.IsEmpty;
        }

        behind = behind[1..].TrimStart(Blank);
        if (!behind.IsEmpty && behind[0] is '"' or '\'')
        {
            int close = behind[1..].IndexOf(behind[0]);
            close = close < 0 ? behind.Length - 1 : close;
            value = behind.Slice(1, close);
            source = behind[Math.Min(behind.Length, close + 2)..];
            return true;
        }

        int stop = behind.IndexOfAny(EndOfValue);
        value = stop < 0 ? behind : behind[..stop];
        source = behind[value.Length..];
        return true;
    }
}

namespace StoryCompare.Text;

/// <summary>Small work on spans of a text.</summary>
internal static class Spans
{
    /// <summary>The span without white space at its ends; empty at <paramref name="end"/> when nothing is left.</summary>
    public static TextSpan Trim(string source, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(source[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}

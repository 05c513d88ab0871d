namespace StoryCompare.Text;

/// <summary>Finds sentence spans inside one paragraph.</summary>
internal static class SentenceSplitter
{
    /// <summary>Appends the spans of the sentences in <paramref name="paragraph"/> of <paramref name="source"/>.</summary>
    public static void Split(string source, TextSpan paragraph, List<TextSpan> sentences)
    {
        int start = paragraph.Start;
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            if (source[i] is not ('.' or '!' or '?'))
            {
                continue;
            }

            int end = i + 1;
            while (end < paragraph.End && source[end] is '.' or '!' or '?' or '"' or '\u201D' or '\u2019' or ')')
            {
                end++;
            }

            int next = end;
            while (next < paragraph.End && char.IsWhiteSpace(source[next]))
            {
                next++;
            }

            if (next == end || next == paragraph.End || char.IsLower(source[next]))
            {
                continue;
            }

            Add(source, start, end, sentences);
            start = next;
            i = next - 1;
        }

        Add(source, start, paragraph.End, sentences);
    }

    private static void Add(string source, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(source[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }
}

namespace StoryCompare.Ingest;

/// <summary>Cuts HTML into tags and text, in one pass and without a stack: as much of the HTML standard's tokenizer as finding text needs.</summary>
internal ref struct HtmlTokenizer(ReadOnlySpan<char> source)
{
    private static readonly HashSet<string> Raw = new(StringComparer.Ordinal) { "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes" };

    private readonly ReadOnlySpan<char> _source = source;
    private int _at = 0;
    private string? _raw = null;

    /// <summary>What was read last.</summary>
    public HtmlTokenKind Kind { get; private set; }

    /// <summary>Lower-case name of the tag.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The text, or the inside of the tag behind its name.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>Reads on; false at the end.</summary>
    public bool Read()
    {
        if (_at >= _source.Length)
        {
            return false;
        }

        if (_raw is not null)
        {
            ReadRaw(_raw);
            return true;
        }

        ReadOnlySpan<char> rest = _source[_at..];
        if (rest[0] != '<' || rest.Length < 2 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '!' or '?' or '/'))
        {
            int end = rest[1..].IndexOf('<');
            Emit(HtmlTokenKind.Text, rest, end < 0 ? rest.Length : end + 1);
        }
        else if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            int end = rest[2..].IndexOf("-->", StringComparison.Ordinal);
            Emit(HtmlTokenKind.Nothing, rest, end < 0 ? rest.Length : end + 5);
        }
        else if (char.IsAsciiLetter(rest[1]) || (rest[1] == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2])))
        {
            ReadTag(rest, rest[1] == '/' ? 2 : 1);
        }
        else
        {
            int end = rest.IndexOf('>');
            Emit(HtmlTokenKind.Nothing, rest, end < 0 ? rest.Length : end + 1);
        }

        return true;
    }

    private void ReadTag(ReadOnlySpan<char> rest, int nameAt)
    {
        int end = EndOfTag(rest, nameAt);
        if (end < 0)
        {
            Emit(HtmlTokenKind.Nothing, rest, rest.Length);
            return;
        }

        ReadOnlySpan<char> tag = rest[nameAt..end];
        int name = tag.IndexOfAny(HtmlAttribute.EndOfName);
        name = name < 0 ? tag.Length : name;

        // No element of any use has a longer name.
        Name = name > 30 ? "x" : tag[..name].ToString().ToLowerInvariant();
        Kind = nameAt == 2 ? HtmlTokenKind.EndTag : HtmlTokenKind.StartTag;
        Content = tag[name..];
        _at += end + 1;
        _raw = Kind == HtmlTokenKind.StartTag && Raw.Contains(Name) ? Name : null;
    }

    // A ">" inside a quoted value does not end the tag; a quotation mark opens a value only behind "=".
    private static int EndOfTag(ReadOnlySpan<char> rest, int from)
    {
        bool value = false;
        for (int i = from; i < rest.Length; i++)
        {
            char c = rest[i];
            if (c == '>')
            {
                return i;
            }

            if (value && c is '"' or '\'')
            {
                int close = rest[(i + 1)..].IndexOf(c);
                if (close < 0)
                {
                    return -1;
                }

                i += close + 1;
                value = false;
            }
            else if (c == '=')
            {
                value = true;
            }
            else if (!char.IsWhiteSpace(c))
            {
                value = false;
            }
        }

        return -1;
    }

    private void ReadRaw(string name)
    {
        ReadOnlySpan<char> rest = _source[_at..];
        _raw = null;
        int end = 0;
        while (true)
        {
            int close = rest[end..].IndexOf("</", StringComparison.Ordinal);
            if (close < 0)
            {
                end = rest.Length;
                break;
            }

            end += close;
            if (rest[(end + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            end += 2;
        }

        Name = name;
        Emit(HtmlTokenKind.RawText, rest, end);
    }

    private void Emit(HtmlTokenKind kind, ReadOnlySpan<char> rest, int length)
    {
        Kind = kind;
        Content = rest[..length];
        _at += length;
    }
}

using System.Text;

namespace StoryCompare.Tests.Reliability;

/// <summary>Makes broken inputs from good ones: cuts, repeats, swaps, flips and splices, with a fixed seed.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Splices =
    [
        "\0", "\u0001", "\uFEFF", "\uFFFD", "\uD800", "\uDC00", "\u202E", "\u2066", "\u200B", "\u00A0", "\u2028", "\r", "\n\n", "\t", "((((", "))))", "““““", "””", "\"", "'", "‘", "’", "„", "«", "»", "``", "''", "%d", "{0}",
        "$", "€", "1e9", "10^400", "99999999999999999999999999", "25.000", "25 000", "٢٥٠٠٠", "½", "1/0", "-", "–", "—", "...", "…", "a.a.a.", "<b>", "</script>", "&amp;nbsp;", "<![CDATA[", "<!DOCTYPE x [", "\\u0000", "\\ud800", "\\udc00\\ud83d", "&#xD800;", "&#0;", "]]>", "<p>", "<b x=1>", "</div>", "<![CDATA[", "xmlns:a='b' ", "\\", "/", "|", "=1+1", "ﬁ", "ß", "İ", "ı", "e\u0301\u0301\u0301",
        "العربية", "中文。", "हिन्दी।", "😀", "👨‍👩‍👧", " said ", " killed ", " percent ", " on Sunday ", " 13 June 2017 ", " 31 February ", " 00:00 ", "(Photo by ", "SHARE", "BEIRUT (AP) — ",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(string text)
    {
        StringBuilder s = new(text);
        int changes = 1 + _random.Next(6);
        for (int c = 0; c < changes; c++)
        {
            int at = _random.Next(s.Length + 1);
            switch (_random.Next(7))
            {
                case 0:
                    s.Insert(at, Splices[_random.Next(Splices.Length)]);
                    break;
                case 1:
                    s.Remove(at, Math.Min(s.Length - at, _random.Next(40)));
                    break;
                case 2 when s.Length > 0:
                    s[Math.Min(at, s.Length - 1)] = (char)_random.Next(0x10000);
                    break;
                case 3:
                    string part = s.ToString(at, Math.Min(s.Length - at, _random.Next(60)));
                    s.Insert(_random.Next(s.Length + 1), string.Concat(Enumerable.Repeat(part, 1 + _random.Next(4))));
                    break;
                case 4:
                    s.Insert(at, string.Concat(Enumerable.Repeat(Splices[_random.Next(Splices.Length)], 1 + _random.Next(30))));
                    break;
                case 5 when s.Length > 1:
                    int other = _random.Next(s.Length);
                    int one = Math.Min(at, s.Length - 1);
                    (s[one], s[other]) = (s[other], s[one]);
                    break;
                default:
                    s.Length = at;
                    break;
            }
        }

        return s.ToString();
    }

    public int Next(int n) => _random.Next(n);
}

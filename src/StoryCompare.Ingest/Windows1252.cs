namespace StoryCompare.Ingest;

/// <summary>Decodes Windows-1252, the usual encoding of old Western files that are not UTF-8.</summary>
internal static class Windows1252
{
    // The 32 code points of 0x80-0x9F; undefined bytes keep their value, as the WHATWG Encoding Standard has it.
    private const string High = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(byte[] bytes) => string.Create(bytes.Length, bytes, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            byte b = source[i];
            span[i] = b is >= 0x80 and <= 0x9F ? High[b - 0x80] : (char)b;
        }
    });
}

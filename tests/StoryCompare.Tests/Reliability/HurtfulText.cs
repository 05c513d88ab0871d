namespace StoryCompare.Tests.Reliability;

/// <summary>Units that, repeated, make texts built to hurt: each aims at one way of going quadratic or blowing up memory.</summary>
internal static class HurtfulText
{
    public static (string Name, string Unit)[] Families { get; } =
    [
        ("open brackets", "("), ("double quotation marks", "“"), ("straight quotation marks", "\""), ("apostrophes", "’"), ("digits", "7"), ("grouped digits", "1,000,"), ("letters without a blank", "a"), ("initials", "a."),
        ("one-word sentences", "No. "), ("names", "Anna Lind and Omar Haddad met. "), ("nested brackets", "(a [b "), ("figures", "12 people and 30 km, "), ("number words", "one hundred and "), ("weekdays", "on Sunday "),
        ("attributions", "he said that she said that "), ("blank lines", "\n\n"), ("short lines", "Share\n"), ("letter lines", "a\n"), ("spaces", " "), ("combining marks", "e\u0301"), ("hyphens", "a-"), ("full stops", ". "), ("tags", "<b>"), ("capitals", "THE UN "),
        ("quotations", "“Yes,” he said. "), ("surrogates", "😀"), ("captions", "(Photo by AP)\n"), ("fractions", "½"), ("amounts", "RM79bn "), ("entities", "&amp;"), ("denials", "He denied it. "),
        ("quoted words in one sentence", "“yes” and “no” and "), ("long quotations", "“The bridge fell hard on Monday,” he said. "), ("ages", "Anna Lind, 34, and Omar Haddad, 35, "), ("dates", "On 3 May 2017 the bridge fell and on 4 May 2017 it rose, "),
        ("negations", "he was not there and was never seen, "),
    ];

    public static string Of(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1));
}

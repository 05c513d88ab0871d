using FsCheck;
using FsCheck.Fluent;

namespace StoryCompare.Tests.Properties;

/// <summary>Generated articles: sentences in the manner of news, mixed and mutated; and a way to check properties with a fixed seed.</summary>
internal static class Generated
{
    private static readonly string[] Sentences =
    [
        "At least 12 people were killed when a bridge fell in Oakham on Monday, police said.",
        "Police said 14 people died in the bridge collapse in Oakham.",
        "A bridge collapsed in Oakham on Monday, killing at least 12.",
        "“We heard a noise like thunder,” said Anna Lind, a baker.",
        "\"It was like thunder,\" baker Anna Lind told Radio Saal.",
        "More than 300 residents were brought to safety by boat.",
        "It was not yet confirmed what caused the collapse.",
        "The mayor denied that the bridge had been unsafe.",
        "The mayor admitted that the bridge had been unsafe.",
        "The damage is put at $25 million (€23 million).",
        "The bridge, built in 1931, carried 20,000 cars a day.",
        "The government of Norland promised help to the families.",
        "Shares in Kestrel Holdings rose 4.5 percent to $31.20 on Tuesday.",
        "Kestrel Holdings said it would buy Marlow Foods for $1.2bn.",
        "Marlow Foods confirmed it had agreed to be bought by Kestrel for 1.1 billion euros.",
        "The UN said 18,000 square kilometers (7,000 square miles) had been flooded.",
        "A day later, rescuers found two more bodies.",
        "Bani al-Sha’ir fighters and the army of Ostria met at the border.",
    ];

    private static readonly string[] Noise = ["", " ", "\u00A0", "\u200B", "Share this article", "(Photo by Example)", "“", "”", "((((", "12,3,4.5", "\uD800", "e\u0301", "العربية", "中文。", "\u202E", "<b>x</b>", "&amp;", "%d", "...", "a.a.a.a."];

    private static readonly string?[] Outlets = [null, "Coast Daily", "Harbour Post", "Radio Saal"];

    /// <summary>One article without an id.</summary>
    public static Gen<Article> Article { get; } =
        from lines in Gen.ListOf(Gen.OneOf(Gen.Elements(Sentences), Gen.Elements(Sentences), Gen.Elements(Sentences), Gen.Elements(Noise)))
        from breaks in Gen.ListOf(Gen.Elements(" ", " ", "\n\n", "\n", ""), lines.Count)
        from outlet in Gen.Elements(Outlets)
        from day in Gen.Choose(0, 40)
        select new Article(string.Concat(lines.Zip(breaks, static (l, b) => l + b)))
        {
            Outlet = outlet,
            Published = day == 0 ? null : new DateTimeOffset(2024, 3, 1, 8, 0, 0, TimeSpan.Zero).AddDays(day / 8),
        };

    /// <summary>One to five articles with ids.</summary>
    public static Gen<Article[]> Articles { get; } =
        from n in Gen.Choose(1, 5)
        from articles in Gen.ArrayOf(Article, n)
        select articles.Select(static (a, i) => a with { Id = $"a{i}" }).ToArray();

    /// <summary>Checks a property over many generated cases, always the same ones.</summary>
    public static void Check<T>(Gen<T> gen, Action<T> property, int cases = 100) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20240301, 7), Prop.ForAll(Arb.From(gen), property));
}

namespace StoryCompare.Tests.Reliability;

/// <summary>What hostile text tries at each place a report may land in, and articles that carry it in every field.</summary>
internal static class Payloads
{
    /// <summary>Markup and script, links, formulas, control sequences, direction overrides, table and log breakers.</summary>
    public static string[] All { get; } =
    [
        "</script><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\"><script>alert(1)</script>", "' onmouseover='alert(1)", "</title><iframe src=//example.org>", "<a href=\"javascript:alert(1)\">x</a>",
        "</style><b>bold</b>", "<!-- --><b>", "]]><b>", "&lt;img src=x onerror=alert(1)&gt;", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", "<meta http-equiv=refresh content=0;url=//example.org>", "{{7*7}} ${7*7} <%= 7*7 %>",
        "[link](javascript:alert(1))", "![image](https://example.org/x.png)", "[a]: javascript:alert(1)", "<javascript:alert(1)>", "`code` | cell | **bold** ~~gone~~", "# heading", "- list", "> quote", "```\nfence\n```", "a\\", "|---|---|",
        "=HYPERLINK(\"https://example.org\",\"x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "＝1+1", " =1+1", "\u00A0=1+1", "\u200B=1+1", "a;=1+1", "a,=1+1", "\"=1+1", "%0A=1+1",
        "\u001B[31mred\u001B[0m", "\u001B]0;title\u0007", "\u001B]8;;https://example.org\u001B\\x\u001B]8;;\u001B\\", "\u009B2J", "\u001Bc", "\b\b\bgone", "\u0000", "\u007F", "a\rb", "a\nstorycompare: forged", "a\u2028b\u2029c\u0085d", "[red]x[/] [link=https://example.org]y[/] [[",
        "\u202Egnp.exe\u202C", "\u2066a\u2069\u2067b\u2068", "\u200Fa\u200E", "\u061Ca", "\uFEFFa\u200Bb\u2060c", "\uD800", "\uDC00a", "javascript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "vbscript:x", "//example.org/x", "https://example.org/\"><b>",
    ];

    /// <summary>Two articles of one story that carry the payload in one field or in all, and a third of another story.</summary>
    public static Article[] In(string payload, string field)
    {
        bool Has(string name) => field == name || field == "all";
        string text = "At least 12 people were killed when a bridge fell in Oakham on Monday, police said. The mayor said the bridge was built in 1931.";
        string with = Has("text") ? $"{payload} {text} “It was {payload} like thunder,” said Anna {payload} Lind. Some {payload} 14 cars were lost. {payload}\n\n{payload}" : text + " “It was like thunder,” said Anna Lind.";
        return
        [
            new(with) { Id = Has("id") ? payload + "1" : "a", Outlet = Has("outlet") ? payload : "Coast Daily", Title = Has("title") ? payload : "Bridge falls", Url = Has("url") ? payload : "https://example.org/a" },
            new(with + " Two bodies were found.") { Id = Has("id") ? payload + "2" : "b", Outlet = Has("outlet") ? payload + "x" : "Harbour Post", Title = Has("title") ? payload + " x" : "Bridge fell", Url = Has("url") ? payload : null },
            new("Ski jumper Omar Haddad won in Saalfeld.") { Id = "c", Outlet = Has("outlet") ? payload : null },
        ];
    }

    /// <summary>The report of the articles that carry the payload.</summary>
    public static StoryReport Report(string payload, string field)
    {
        Article[] articles = In(payload, field);
        bool names = field is "names" or "all" && payload.Trim().Length > 1;
        StoryCompareOptions options = names ? new() { Names = new NameOptions { Aliases = [["Anna Lind", payload + " Lind"]] } } : new();
        return new StoryComparer(options).Compare(articles);
    }
}

using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Tests.Reliability;
using StoryCompare.Text;

namespace StoryCompare.Tests.Text;

/// <summary>What holds for any article text: spans in range, ordered and disjoint; nothing lost; nothing thrown; time linear.</summary>
public sealed class TextPropertyTests
{
    private static readonly string[] Pieces =
    [
        "The bridge over the Orr closed on Monday.", "Two people died, police said.", "“We heard a bang. Then it was quiet,” she said.", "Related Articles", "SHARE THIS ARTICLE",
        "Example News’s website can also be accessed at:", "www.example.org", "View image on TwitterView image on Twitter", "OSLO, NORWAY (4:30 P.M.) –", "(Photo by Jane Doe)",
        "In this file photo, a guard stands at the gate.", "%d bloggers like this:", "WorldEurope", "News / World", "<p>Tag</p>", "&amp;nbsp;", "<script>var a = 1;", "{\"@type\": \"NewsArticle\"}",
        "\u00A0", "\u200B", "\u202E", "\uD83D", "\uFEFF", "\0", "\r\n", "\n", "\n\n", "\u2028", "\t", " ", ".", "!", "?", "…", "(", ")", "\"", "“", "”", "‘", "’", "-", "—", "•", "25 000", "3.5", "U.S.", "p.m.", "Mr.",
        "a", "A", "é", "ß", "中", "م", "😀", "https://example.com/a?b=c&d=e", "By Jane Doe", "June 13, 2017", "© 2020 Example News", "10:45 a.m. Crews arrive.", "Storm hits coast, dozens missing", "___", "{", "}", "<", ">", "&", ";", "|", "=",
    ];

    private static Arbitrary<string> Texts() =>
        Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(static l => string.Concat(l)),
            Gen.Elements(Pieces).ListOf().Select(static l => string.Join('\n', l)),
            ArbMap.Default.GeneratorFor<string>().Select(static s => s ?? ""),
            Gen.Choose(0, char.MaxValue).ListOf().Select(static l => string.Concat(l.Select(static c => (char)c)))).ToArbitrary();

    [Test]
    public void Analyze_AnyText_KeepsSpansOrderedDisjointAndLosesNothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20260101, 7), Prop.ForAll(Texts(), static text => Holds(text)));

    [Test]
    public void Analyze_AnyText_IsTheSameTwice() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260101, 9), Prop.ForAll(Texts(), static text =>
        {
            CleanedArticle a = TextAnalyzer.Analyze(new Article(text));
            CleanedArticle b = TextAnalyzer.Analyze(new Article(text));
            return a.Dropped.SequenceEqual(b.Dropped) && a.Text.Sentences.SequenceEqual(b.Text.Sentences) && a.Text.Tokens.SequenceEqual(b.Text.Tokens) && a.Flags.SequenceEqual(b.Flags, StringComparer.Ordinal);
        }));

    [Test]
    public void Analyze_KeptProse_IsKeptAgain()
    {
        string text = string.Join("\n\n", CleaningTests.Page().Split('\n').Where(static l => l.Length > 0));
        CleanedArticle first = TextAnalyzer.Analyze(new Article(text));
        string kept = string.Join("\n\n", first.Text.Sentences.Select(s => first.Text.String(s.Span)));
        CleanedArticle second = TextAnalyzer.Analyze(new Article(kept));
        Assert.That(second.Dropped, Is.Empty);
        Assert.That(second.Text.Sentences.Select(s => second.Text.String(s.Span)), Is.EqualTo(first.Text.Sentences.Select(s => first.Text.String(s.Span))));
    }

    [TestCase("(")]
    [TestCase("“")]
    [TestCase("\"")]
    [TestCase("7")]
    [TestCase("a.a.")]
    [TestCase("word ")]
    [TestCase("Stop. ")]
    [TestCase("(a. B ")]
    [TestCase("<a ")]
    [TestCase("<script>")]
    [TestCase("<!--")]
    [TestCase("&amp;")]
    [TestCase("a\n")]
    [TestCase("Related Articles\n")]
    [TestCase("Storm hits the coast\n")]
    [TestCase("View image on Twitter")]
    [TestCase("NEW YORK, ")]
    [TestCase("\u00A0\n")]
    [TestCase("\u200D")]
    [TestCase("[1]")]
    [TestCase("… ")]
    public void Analyze_HostileFamily_TakesLinearTime(string unit)
    {
        Article small = new(Repeat(unit, 100_000));
        Article large = new(Repeat(unit, 1_000_000));
        ProcessorTime.AssertLinear(() => TextAnalyzer.Analyze(small), () => TextAnalyzer.Analyze(large), "100,000 characters");
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1));

    private static bool Holds(string text)
    {
        CleanedArticle cleaned = TextAnalyzer.Analyze(new Article(text));
        List<TextSpan> spans = [.. cleaned.Text.Sentences.Select(static s => s.Span), .. cleaned.Dropped.Select(static d => d.Span)];
        spans.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        bool[] covered = new bool[text.Length];
        int end = 0;
        foreach (TextSpan span in spans)
        {
            Assert.That(span.Start, Is.GreaterThanOrEqualTo(end), "spans overlap");
            Assert.That(span.End, Is.LessThanOrEqualTo(text.Length));
            Assert.That(span.Length, Is.GreaterThan(0));
            covered.AsSpan(span.Start, span.Length).Fill(true);
            end = span.End;
        }

        Assert.That(Enumerable.Range(0, text.Length).Where(i => !covered[i] && !char.IsWhiteSpace(text[i])), Is.Empty, "characters lost");
        Assert.That(cleaned.Text.Sentences.Select(static s => s.Span.Start), Is.Ordered);
        Assert.That(cleaned.Dropped.Select(static d => d.Span.Start), Is.Ordered);
        int token = 0;
        foreach (Sentence sentence in cleaned.Text.Sentences)
        {
            Assert.That(sentence.FirstToken, Is.EqualTo(token));
            Assert.That(sentence.TokenCount, Is.GreaterThan(0));
            foreach (Token t in cleaned.Text.TokensOf(sentence))
            {
                Assert.That(sentence.Span.Contains(t.Span));
            }

            token += sentence.TokenCount;
        }

        Assert.That(token, Is.EqualTo(cleaned.Text.Tokens.Length));
        return true;
    }
}

using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Tests.Names;

public class NameExtractorTests
{
    private static readonly string[] Pieces =
        ["Syria", "’s", " ", " ", " ", "al", "-", "Manar", "Colonel", "Joe", "Brandel", "said", "the", "of", "Ministry", "Defense", "(", ")", "PMU", ".", ", ", "\n", "UN", "U.S.", "'", "‘", "Élysée", "é", "&", "\u00A0", "12", "Monday", "IS", "É"];

    [Test]
    public void Extract_AnyText_SpansSliceBackAndNeverOverlap() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements(Pieces)).Select(static p => string.Concat(p))), static text =>
        {
            CleanedArticle article = TextAnalyzer.Analyze(new Article(text));
            ArticleNames names = NameExtractor.Extract(article);
            int end = 0;
            foreach (NameMention mention in names.Mentions)
            {
                bool sound = mention.Span.Start >= end && mention.Span.Length > 0 && mention.Span.End <= text.Length
                    && article.Text.Sentences[mention.Sentence].Span.Contains(mention.Span)
                    && mention.Entity < names.Entities.Count && char.IsLetterOrDigit(text[mention.Span.Start]);
                if (!sound)
                {
                    return false;
                }

                end = mention.Span.End;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Extract_Headline_TakesEvidenceFromTheBody()
    {
        CleanedArticle article = new()
        {
            Text = TextAnalyzer.Prose("The council of Varnes voted on Monday. Critics in Varnes objected, and mayor Lena Brodahl left."),
            TitleText = TextAnalyzer.Sentence("Varnes Council Votes As Brodahl Leaves Angry Meeting"),
            Title = "Varnes Council Votes As Brodahl Leaves Angry Meeting",
        };
        string[] forms = [.. NameExtractor.Extract(article).Entities.SelectMany(static e => e.Forms)];
        Assert.That(forms, Does.Contain("Varnes").And.Contain("Lena Brodahl"));
        Assert.That(forms, Has.None.Contains("Votes").And.None.Contains("Meeting"));
    }

    [Test]
    public void Extract_ShoutedHeadline_FindsNames()
    {
        CleanedArticle article = new() { Text = TextAnalyzer.Prose("QUAKE HITS NEPAL AS RESCUERS RUSH TO KATHMANDU\n") };
        Assert.That(NameExtractor.Extract(article).Entities.Select(static e => e.Form), Is.EqualTo(new[] { "NEPAL", "KATHMANDU" }));
    }

    [Test]
    public void Extract_NoLetters_NoNames() => Assert.That(NameExtractor.Extract(TextAnalyzer.Analyze(new Article("12 … 34"))).Entities, Is.Empty);

    [Test]
    public void Extract_Seeds_SpansSliceBack()
    {
        foreach (string file in Directory.GetFiles(TestFiles.InRepository("seeds"), "*.txt"))
        {
            string raw = File.ReadAllText(file);
            ArticleNames names = NameExtractor.Extract(TextAnalyzer.Analyze(new Article(raw)));
            Assert.That(names.Mentions, Is.Not.Empty);
            Assert.That(names.Mentions.Zip(names.Mentions.Skip(1)).All(static p => p.First.Span.End <= p.Second.Span.Start));
        }
    }
}

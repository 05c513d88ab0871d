using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Quotes;
using StoryCompare.Tests.Reliability;
using StoryCompare.Text;

namespace StoryCompare.Tests.Quotes;

/// <summary>What holds for any text: spans lie in the source, in order, apart; nothing throws, hangs or depends on anything but the text.</summary>
public sealed class QuotePropertyTests
{
    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "``", "''", " ", " ", " ", ", ", ". ", ".", "\n", "\n\n", "? ", "said", "told", "according to", "Smith", "the general", "he", "quoted", "as saying",
        "citing", "reportedly", "Al-‘Alam", "Sha’abi", "it’s", "workers'", "'em", "’90s", "the bridge fell", "police", "In a statement", "that", "who", "and", "12", "(", ")", "—", "-", "Ms.", "J.", ":",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(p => string.Join(p.Count % 2 == 0 ? " " : "", p)).ToArbitrary();

    [Test]
    public void Extract_AnyText_SpansLieInTheSourceInOrder()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Texts, source =>
        {
            TokenizedText text = TextAnalyzer.Analyze(new Article(source)).Text;
            ArticleQuotes quotes = QuoteExtractor.Extract(text);
            int end = 0;
            bool ok = true;
            foreach (QuoteMention q in quotes.Quotes)
            {
                ok &= q.Span.Start >= end && q.Span.Length > 0 && q.Span.End <= source.Length && q.FirstSentence <= q.LastSentence && q.LastSentence < text.Sentences.Length;
                ok &= IsInside(q.Speaker, source) && IsInside(q.Cue, source) && IsInside(q.Channel, source) && (q.SpeakerName is null || q.SpeakerName.Length > 0);
                end = q.Span.End;
            }

            foreach (Attribution a in quotes.Attributions)
            {
                ok &= IsInside(a.Source, source) && IsInside(a.Cue, source) && IsInside(a.Content, source) && IsInside(a.Channel, source) && a.Sentence < text.Sentences.Length;
            }

            return ok && quotes.Attributions.Select(static a => a.Sentence).SequenceEqual(quotes.Attributions.Select(static a => a.Sentence).Order());
        }));
    }

    [Test]
    public void LookUps_AnyText_FindWhatLookingThroughAllFinds()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Texts, source =>
        {
            TokenizedText text = TextAnalyzer.Analyze(new Article(source)).Text;
            ArticleQuotes quotes = QuoteExtractor.Extract(text);
            bool ok = true;
            for (int s = 0; s < text.Sentences.Length; s++)
            {
                ok &= quotes.InSentence(s).SequenceEqual(quotes.Quotes.Where(q => q.FirstSentence <= s && s <= q.LastSentence));
                ok &= quotes.Touching(text.Sentences[s].Span).SequenceEqual(quotes.Quotes.Where(q => q.Span.Overlaps(text.Sentences[s].Span)));
                foreach (QuoteMention q in quotes.Quotes)
                {
                    ok &= text.TokensInside(text.Sentences[s], q.Span).ToArray().SequenceEqual(text.TokensOf(text.Sentences[s]).ToArray().Where(t => q.Span.Contains(t.Span)));
                }
            }

            foreach (Token t in text.Tokens)
            {
                ok &= quotes.Around(t.Span) == quotes.Quotes.FirstOrDefault(q => q.Span.Contains(t.Span));
            }

            return ok;
        }));
    }

    [Test]
    public void Extract_Twice_GivesTheSame()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Texts, source =>
        {
            TokenizedText text = TextAnalyzer.Analyze(new Article(source)).Text;
            ArticleQuotes first = QuoteExtractor.Extract(text);
            ArticleQuotes second = QuoteExtractor.Extract(text);
            return first.Quotes.SequenceEqual(second.Quotes) && first.Attributions.SequenceEqual(second.Attributions);
        }));
    }

    [TestCase("\"")]
    [TestCase("“")]
    [TestCase("” ")]
    [TestCase("' ")]
    [TestCase(" ‘a")]
    [TestCase("said ")]
    [TestCase("according to ")]
    [TestCase("he said, \"no\" ")]
    [TestCase("“a\n\n")]
    [TestCase("the head of the ")]
    [TestCase("who, and, ")]
    public void Extract_HostileRepetition_StaysLinear(string piece)
    {
        TokenizedText small = TextAnalyzer.Prose(new StringBuilder().Insert(0, piece, 10_000).ToString());
        TokenizedText large = TextAnalyzer.Prose(new StringBuilder().Insert(0, piece, 100_000).ToString());
        ProcessorTime.AssertLinear(() => QuoteExtractor.Extract(small), () => QuoteExtractor.Extract(large), "10,000 times");
    }

    [TestCase("‘Ali sold the traders’ wheat at Al-‘Alam, and the ’90s were over.")]
    [TestCase("It’s the boys' and the girls' bus; 'em and 'tis are old.")]
    public void Extract_ApostrophesAndTransliteration_GiveNoQuotation(string source)
    {
        Assert.That(QuoteExtractor.Extract(TextAnalyzer.Analyze(new Article(source)).Text).Quotes, Is.Empty);
    }

    [Test]
    public void Extract_CitedOfficer_IsSourceAndPaperIsChannel()
    {
        const string source = "Example News Network, citing an unnamed commander, reported on Monday that the column had turned back.";
        Attribution attribution = QuoteExtractor.Extract(TextAnalyzer.Analyze(new Article(source)).Text).Attributions.Single();
        Assert.Multiple(() =>
        {
            Assert.That(attribution.SourceName, Is.EqualTo("an unnamed commander"));
            Assert.That(attribution.Channel!.Value.Slice(source).ToString(), Is.EqualTo("Example News Network"));
            Assert.That(attribution.Content.Slice(source).ToString(), Is.EqualTo("the column had turned back."));
        });
    }

    private static bool IsInside(TextSpan? span, string source) => span is not { } s || (s.Start >= 0 && s.End <= source.Length && s.Length > 0);
}

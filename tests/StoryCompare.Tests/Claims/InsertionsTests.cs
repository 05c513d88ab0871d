using StoryCompare.Analysis;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Tests.Claims;

/// <summary>What is set between commas, and how figures and times are read past it.</summary>
public sealed class InsertionsTests
{
    [TestCase("The barge, which had been inspected in May, was moored at the quay.", ", which had been inspected in May,")]
    [TestCase("Lena Orsk, a retired pilot from Tarn, said nothing.", ", a retired pilot from Tarn,")]
    [TestCase("The walkers, wet and shivering, were brought to a hut.", ", wet and shivering,")]
    [TestCase("The mill, the owner said, had been empty for years.", ", the owner said,")]
    [TestCase("The fire spread to a barn, whose roof fell in.", ", whose roof fell in.")]
    public void Read_SentenceWithAside_FindsIt(string sentence, string aside)
    {
        Assert.That(Read(sentence), Does.Contain(aside));
    }

    [TestCase("When the rain stopped, the match went on.")]
    [TestCase("The crew found ropes, tools and a map.")]
    public void Read_CommaOfAnotherKind_IsNoAside(string sentence)
    {
        Assert.That(Read(sentence), Is.Empty);
    }

    [TestCase("The barge, which crews had watched since the flood, covers some 300 acres.", "barge")]
    [TestCase("The brewery, which is 125 years old, has been sold.", "brewery")]
    [TestCase("Rescuers looked after 46 villagers who had lost their homes in the slide.", "lost")]
    public void Read_FigureInALongSentence_TakesTheSubjectAndTheClauseOfWhatIsCounted(string sentence, string word)
    {
        FigureSlot slot = Slots(sentence).Single();
        Assert.That(slot.Words.Select(w => sentence[w.Start..w.End]), Does.Contain(word));
    }

    [TestCase("The mill, which neighbours said may have been set on fire, cost 40 jobs.", false)]
    [TestCase("The haul weighed 12 kilos and would have sold for a fortune.", false)]
    [TestCase("The mill may lose 40 jobs.", true)]
    [TestCase("The tunnel was expected to cost 40 million euros.", true)]
    public void Read_ModalOfAnotherClause_MakesNothingUnreal(string sentence, bool unreal)
    {
        Assert.That(Slots(sentence)[0].IsUnreal, Is.EqualTo(unreal));
    }

    [Test]
    public void Read_ActTakenPastAnAside_IsTheTimes()
    {
        ArticleSlots slots = Article("The clerk, who had worked there for years, was arrested on Monday.");
        Assert.That(DateSlotReader.Read(slots, 0).Select(d => slots.Article.Text.String(d.Head.Span)), Does.Contain("arrested"));
    }

    private static string[] Read(string sentence)
    {
        TokenizedText text = Article(sentence).Article.Text;
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[0]);
        List<string> found = [];
        foreach ((int start, int end) in Insertions.Read(text, tokens))
        {
            found.Add(text.Source[tokens[start].Start..tokens[end - 1].End]);
        }

        return [.. found];
    }

    private static FigureSlot[] Slots(string sentence)
    {
        ArticleSlots article = Article(sentence);
        return [.. article.Article.Figures.Select(f => FigureSlotReader.Read(article, f))];
    }

    private static ArticleSlots Article(string sentence)
    {
        AnalyzedArticle article = ArticleAnalyzer.Analyze(new Article(sentence) { Published = new DateTimeOffset(2013, 6, 18, 0, 0, 0, TimeSpan.Zero) }, "a");
        return new ArticleSlots(article, new int[article.Names.Entities.Count]);
    }
}

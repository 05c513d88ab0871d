using StoryCompare.Alignment;
using StoryCompare.Text;

namespace StoryCompare.Tests.Alignment;

public sealed class TimeAnchorsTests
{
    [TestCase("In March a storm cut the power lines.", "A storm cut the power lines on Friday.", true)]
    [TestCase("In March a storm cut the power lines.", "A storm cut the power lines in June.", false)]
    [TestCase("In March a storm cut the power lines.", "A storm cut the lines in March.", false)]
    [TestCase("Earlier this year a storm cut the lines.", "In March a storm cut the power lines.", false)]
    [TestCase("A storm cut the lines on March 14.", "A storm cut the power lines on Friday.", false)]
    [TestCase("A storm cut the lines in 2003.", "A storm cut the power lines today.", true)]
    [TestCase("The lines may fail again.", "The power lines failed on Friday.", false)]
    [TestCase("A storm cut the lines.", "In March a storm cut the power lines.", false)]
    public void Differ_OtherTimes_AreToldApart(string a, string b, bool expected)
    {
        Assert.Multiple(() =>
        {
            Assert.That(TimeAnchors.Differ(Profile(a), Profile(b)), Is.EqualTo(expected));
            Assert.That(TimeAnchors.Differ(Profile(b), Profile(a)), Is.EqualTo(expected));
        });
    }

    [Test]
    public void IsOneSided_OneNamesAMonth_IsTrue()
    {
        Assert.That(TimeAnchors.IsOneSided(Profile("A storm cut the lines."), Profile("In March a storm cut the power lines.")), Is.True);
    }

    private static SentenceProfile Profile(string text) => new SentenceProfiler().Profile(SentenceSource.Of(TextAnalyzer.Sentence(text)));
}

using StoryCompare.Alignment;
using StoryCompare.Text;

namespace StoryCompare.Tests.Alignment;

public sealed class SpeechPartsTests
{
    [TestCase("The bridge fell into the river on Monday, Governor Ilan Dorr told state radio.", ", Governor Ilan Dorr told state radio .")]
    [TestCase("Governor Ilan Dorr told state radio that the bridge fell into the river.", "Governor Ilan Dorr told state radio that")]
    [TestCase("According to the harbour office, two ferries ran aground.", "According to the harbour office ,")]
    [TestCase("The company said it was sending a ship to the strait.", "")]
    [TestCase("The bridge fell into the river on Monday.", "")]
    public void OfSentence_Attribution_MarksWhoSpeaks(string sentence, string expected)
    {
        Assert.That(Marked(sentence), Is.EqualTo(expected));
    }

    [Test]
    public void OfSentence_ClauseAboutTheSpeaker_IsNoPartOfIt()
    {
        Assert.That(Marked("Norvik Lines, which plans to send a tug on Friday, said the strait would open again by May."), Does.StartWith("Norvik Lines").And.Not.Contain("tug"));
    }

    private static string Marked(string sentence)
    {
        TokenizedText text = TextAnalyzer.Sentence(sentence);
        bool[] parts = SpeechParts.OfSentence(text) ?? [];
        return string.Join(' ', parts.Select((marked, i) => marked ? text.Chars(text.Tokens[i]).ToString() : "").Where(static w => w.Length > 0));
    }
}

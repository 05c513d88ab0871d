using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Tests.Claims;

/// <summary>Whose verb it is, in sentences of several clauses.</summary>
public sealed class ClauseReaderTests
{
    // The act is told as "subject > verb > object", with * for a passive.
    [TestCase("The pilot swerved.", "pilot > swerved > ")]
    [TestCase("The gate, which was built by monks in 1702, was destroyed by a lorry.", "gate > was destroyed* > ")]
    [TestCase("The gate, which was built by monks in 1702, was destroyed by a lorry.", "gate > was built* > ")]
    [TestCase("A nurse who had heard the crash on her way home pulled the boy from the car.", "nurse > pulled > boy")]
    [TestCase("A nurse who had heard the crash on her way home pulled the boy from the car.", "nurse > had heard > crash")]
    [TestCase("The robber suddenly drew a knife, demanded the takings and stabbed the clerk when she refused.", "robber > stabbed > clerk")]
    [TestCase("The robber suddenly drew a knife, demanded the takings and stabbed the clerk when she refused.", "she > refused > ")]
    [TestCase("The singer, described by friends as shy, left the party at midnight.", "singer > left > party")]
    [TestCase("Officials said the bridge, a relic of the war, had cracked in the frost.", "bridge > had cracked > ")]
    [TestCase("Officials said that her husband, from whom she had parted in May, was arrested at the port.", "husband > was arrested* > ")]
    [TestCase("Using spoons that they had sharpened, the inmates dug a tunnel.", "inmates > dug > tunnel")]
    [TestCase("The jury, which met for three days, gave the medal to Helen Ward.", "jury > gave > medal")]
    [TestCase("A heater whose plug had been mended by its owner set fire to the curtains.", "heater > set > fire")]
    [TestCase("She won a medal for a library built of clay.", "She > won > medal")]
    [TestCase("The alarm was raised by a night guard, who had smelled smoke.", "guard > had smelled > smoke")]
    [TestCase("According to the coast guard, the ferry has been towed to port.", "ferry > has been towed* > ")]
    public void Read_SentenceOfSeveralClauses_TellsSubjectAndObject(string sentence, string expected)
    {
        TokenizedText text = TextAnalyzer.Analyze(new Article(sentence)).Text;
        Sentence only = text.Sentences[0];

        string[] acts = [.. new ClauseReader().Read(text, only).Select(a => $"{Head(text, only, a.Subject)} > {Words(text, only, a.First, a.End)}{(a.IsPassive ? "*" : "")} > {Head(text, only, a.Object)}")];

        Assert.That(acts, Does.Contain(expected), string.Join('\n', acts));
    }

    [TestCase("He did not sign the letter.", true, false)]
    [TestCase("He would have signed the letter.", false, true)]
    [TestCase("He has signed the letter.", false, false)]
    public void Read_NegationOrModal_IsMarked(string sentence, bool negated, bool unreal)
    {
        TokenizedText text = TextAnalyzer.Analyze(new Article(sentence)).Text;

        ClauseAct act = new ClauseReader().Read(text, text.Sentences[0]).Single();

        Assert.That((act.IsNegated, act.IsUnreal), Is.EqualTo((negated, unreal)));
    }

    private static string Head(TokenizedText text, Sentence sentence, Phrase phrase) =>
        phrase.Exists ? Words(text, sentence, phrase.Head, phrase.Head + 1) : "";

    private static string Words(TokenizedText text, Sentence sentence, int first, int end) =>
        text.String(new TextSpan(text.Tokens[sentence.FirstToken + first].Start, text.Tokens[sentence.FirstToken + end - 1].End));
}

using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Tests.Alignment;

public sealed class ActLexiconTests
{
    private static readonly ActLexicon Lexicon = ActLexicon.Default;

    [TestCase("The rebels captured the bridge", "seize")]
    [TestCase("Rebels took control of the bridge", "seize")]
    [TestCase("The two columns have linked up", "meet")]
    [TestCase("The link-up of the two columns", "meet")]
    [TestCase("The minister is stepping down", "resign")]
    [TestCase("He was found not guilty", "acquit")]
    [TestCase("A gunman stabbed a guard", "stab")]
    [TestCase("The prices fell", "fall")]
    [TestCase("The company denied it", "deny")]
    public void Find_WordOrPhraseOfAClass_IsFound(string text, string expected)
    {
        Assert.That(ClassesOf(text), Does.Contain(expected));
    }

    [Test]
    public void Find_LongestPhrase_Wins()
    {
        Assert.That(ClassesOf("She was found guilty"), Does.Not.Contain("find"));
    }

    [TestCase("open", "close")]
    [TestCase("rise", "fall")]
    [TestCase("win", "lose")]
    [TestCase("confirm", "deny")]
    [TestCase("agree", "refuse")]
    [TestCase("arrest", "release")]
    [TestCase("convict", "acquit")]
    public void AreOpposed_Antonyms_BothWays(string a, string b)
    {
        int first = Lexicon.ClassNamed(a);
        int second = Lexicon.ClassNamed(b);
        Assert.That(Lexicon.AreOpposed(first, second) && Lexicon.AreOpposed(second, first));
    }

    [Test]
    public void Data_IsLargeEnough()
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.Rows("acts.tsv"))
        {
            words.UnionWith(row[3].Split(','));
        }

        Assert.That((Lexicon.ClassCount, words.Count), Is.GreaterThan((120, 600)));
    }

    private static List<string> ClassesOf(string text)
    {
        List<ActMention> mentions = [];
        Lexicon.Find(TextAnalyzer.Sentence(text).Tokens, mentions);
        return mentions.ConvertAll(m => Lexicon.NameOf(m.Class));
    }
}

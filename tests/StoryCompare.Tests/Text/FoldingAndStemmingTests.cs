using StoryCompare.Text;

namespace StoryCompare.Tests.Text;

/// <summary>The tables of Specs/TextFolding.md and Specs/TextStems.md, and the bounds of both.</summary>
public sealed class FoldingAndStemmingTests
{
    private static IEnumerable<string[]> Folds() => SpecTable.Rows("TextFolding.md");

    private static IEnumerable<string> StemRows() => SpecTable.Rows("TextStems.md").Select(static r => r[0]);

    [TestCaseSource(nameof(Folds))]
    public void Fold_SpecRow_GivesTheLetters(string word, string folded) => Assert.That(Fold(word), Is.EqualTo(folded));

    [TestCaseSource(nameof(StemRows))]
    public void Stem_SpecRow_IsShared(string words)
    {
        string[] stems = [.. words.Split(' ').Select(Stem).Distinct(StringComparer.Ordinal)];
        Assert.That(stems, Has.Length.EqualTo(1), string.Join(' ', stems));
    }

    [Test]
    public void Stem_SpecRows_AreApart()
    {
        IEnumerable<string> shared = StemRows().GroupBy(static row => Stem(row.Split(' ')[0]), StringComparer.Ordinal).Where(static g => g.Count() > 1).Select(static g => string.Join(" / ", g));
        Assert.That(shared, Is.Empty);
    }

    [TestCase("caresses", "caress")]
    [TestCase("ponies", "poni")]
    [TestCase("relational", "relat")]
    [TestCase("conditional", "condit")]
    [TestCase("hopefulness", "hope")]
    [TestCase("formalize", "formal")]
    [TestCase("adjustment", "adjust")]
    [TestCase("controlling", "control")]
    [TestCase("knackeries", "knackeri")]
    [TestCase("consistency", "consist")]
    [TestCase("consolingly", "consol")]
    [TestCase("kneeling", "kneel")]
    [TestCase("by", "by")]
    [TestCase("say", "say")]
    public void Porter_PublishedExample_GivesThePublishedStem(string word, string stem)
    {
        Span<char> letters = stackalloc char[WordFolding.MaxLength];
        word.CopyTo(letters);
        Assert.That(letters[..PorterStemmer.Stem(letters, word.Length)].ToString(), Is.EqualTo(stem));
    }

    [Test]
    public void Fold_EveryCharacter_IsStableAndWithinBounds()
    {
        char[] folded = new char[WordFolding.MaxLength];
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string word = new((char)c, 300);
            int n = WordFolding.Fold(word, folded);
            Assert.That(n, Is.LessThanOrEqualTo(WordFolding.MaxLength));
            string once = folded.AsSpan(0, n).ToString();
            Assert.That(Fold(once), Is.EqualTo(once), $"U+{c:X4}");
        }
    }

    private static string Fold(string word)
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        return folded[..WordFolding.Fold(word, folded)].ToString();
    }

    private static string Stem(string word)
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        int n = WordFolding.Fold(word, folded);
        return folded[..Stemmer.Stem(folded, n)].ToString();
    }
}

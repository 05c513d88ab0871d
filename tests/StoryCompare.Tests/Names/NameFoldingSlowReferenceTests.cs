using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Names;
using StoryCompare.Tests.Properties;
using StoryCompare.Text;

namespace StoryCompare.Tests.Names;

/// <summary>Names meet under keys; held against comparing every pair.</summary>
public sealed class NameFoldingSlowReferenceTests
{
    private static readonly string[] Names =
    [
        "Muammar Gaddafi", "Moammar Qaddafi", "Mu'ammar al-Qadhafi", "Gaddafi", "Deir el-Zour", "Dayr al-Zawr", "Deir ez-Zor", "al-Waleed", "Al-Walid", "Waleed",
        "Hashd al-Sha’abi", "Popular Mobilization Units", "PMU", "Popular Mobilisation Forces", "Daesh", "ISIS", "Islamic State", "United Nations", "UN", "U.N.",
        "Anna Lind", "Ana Lindh", "A. Lind", "Lind", "Volodymyr Zelensky", "Vladimir Zelenskiy", "Zelenskyy", "Iraq", "Iran", "Niger", "Nigeria", "Mali", "Malawi",
        "Kestrel Holdings", "Kestrel Holding Ltd", "Kestrel", "Marlow Foods", "Marlowe Foods", "Jose Alvarez", "José Álvarez", "Jon Smith", "John Smyth", "Mary Smith",
        "Kyiv", "Kiev", "Saint Petersburg", "St. Petersburg", "Guangzhou", "Canton", "Syrian Observatory for Human Rights", "SOHR", "Abd el Karim", "Abdelkarim", "Daraa", "Daraya",
    ];

    [Test]
    public void Fold_UnderKeys_JoinsWhatEveryPairJoins()
    {
        Gen<string[]> stories = Gen.Elements(Names).ArrayOf(9).ArrayOf(4).Select(static a => a.Select(Text).ToArray());
        int joined = 0;
        Generated.Check(
            stories,
            texts =>
            {
                ArticleNames[] names = [.. texts.Select(static t => NameExtractor.Extract(TextAnalyzer.Analyze(new Article(t))))];
                int[][] fast = NameFolding.Fold(names, new NameOptions());
                int[][] slow = NameFolding.FoldEveryPair(names, new NameOptions());
                Assert.That(fast, Is.EqualTo(slow), string.Join('\n', texts));
                joined += fast.Sum(static a => a.Length) - fast.SelectMany(static a => a).Distinct().Count();
            },
            cases: 300);
        Assert.That(joined, Is.GreaterThan(1000), "the names are such that many are one");
    }

    private static string Text(string[] names) => string.Join(' ', names.Select(static (n, i) => i % 3 == 0 ? $"Reporters met {n} on Monday." : i % 3 == 1 ? $"It was said of {n} before." : $"Later {n} was named again."));
}

using StoryCompare.Internals;
using StoryCompare.Names;

namespace StoryCompare.Tests.Names;

public class AliasPackTests
{
    [Test]
    public void Pack_Entities_AtLeast900() => Assert.That(NameLexicon.Default.Count, Is.GreaterThanOrEqualTo(900));

    [TestCase("ISIS", "Islamic State")]
    [TestCase("Kiev", "Kyiv")]
    [TestCase("DPRK", "North Korea")]
    [TestCase("Peking", "Beijing")]
    public void Find_Alias_KnowsEntity(string alias, string name) =>
        Assert.That(NameLexicon.Default.Find(NameText.Plain(alias), inCapitals: true).Select(static e => NameLexicon.Default[e].Name), Does.Contain(name));

    [TestCase("is")]
    [TestCase("us")]
    [TestCase("who")]
    public void Find_WordOfCapitalsForm_IsNoName(string word) => Assert.That(NameLexicon.Default.Find(word, inCapitals: false), Is.Empty);

    [Test]
    public void Tables_Rows_HaveTheirColumns()
    {
        Assert.That(EmbeddedData.Rows("countries.tsv").All(static r => r.Length == 4 && r[0].Length > 0));
        Assert.That(EmbeddedData.Rows("name_aliases.tsv").All(static r => r.Length is 2 or 3 && r[0] is "place" or "org" or "person"));
    }
}

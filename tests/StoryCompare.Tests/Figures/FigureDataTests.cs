using StoryCompare.Figures;
using StoryCompare.Internals;

namespace StoryCompare.Tests.Figures;

/// <summary>The schema of the data files: another language needs a file, no code.</summary>
internal sealed class FigureDataTests
{
    [Test]
    public void Units_EachSymbol_IsThereOnceAndConverts()
    {
        Assert.That(FigureUnits.All.Select(static u => u.Symbol), Is.Unique);
        foreach (FigureUnit unit in FigureUnits.All)
        {
            Assert.That(unit.Dimension, Is.Not.Empty, unit.Symbol);
            Assert.That(unit.IsMoney ? unit.Factor == 0 : unit.Factor > 0, unit.Symbol);
        }
    }

    [Test]
    public void Units_EachNotation_BelongsToOneUnit()
    {
        List<string> notations = [.. EmbeddedData.Rows("figure_units.tsv").Where(static r => r.Length > 4 && r[4].Length > 0).SelectMany(static r => r[4].Split('|'))];
        Assert.That(notations, Is.Unique);
    }

    [TestCase("en")]
    [TestCase("es")]
    public void Words_EachRow_HasKindValueAndForms(string language)
    {
        foreach (string[] row in EmbeddedData.Rows($"figure_words_{language}.tsv"))
        {
            Assert.That(row, Has.Length.EqualTo(3), string.Join(" | ", row));
            Assert.That(row[2], Is.Not.Empty, row[0]);
            Assert.That(row[2].Split('|'), Has.None.Empty, row[0]);
        }

        Assert.That(FigureLexicon.Of(language).Language, Is.EqualTo(language));
    }

    [Test]
    public void Reader_UnknownKindOrUnit_Throws()
    {
        Assert.That(() => new LexiconReader().Add("nonsense", "", "word"), Throws.TypeOf<FormatException>());
        Assert.That(() => new LexiconReader().Add("unit", "furlong", "furlong"), Throws.TypeOf<FormatException>());
    }
}

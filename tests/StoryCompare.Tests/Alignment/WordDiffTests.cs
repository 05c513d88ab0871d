using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Alignment;

namespace StoryCompare.Tests.Alignment;

public sealed class WordDiffTests
{
    [Test]
    public void Compare_OneWordChanged_IsOneDeletionAndOneInsertion()
    {
        IReadOnlyList<DiffOp> ops = WordDiff.Compare("The army took the town.", "The army left the town.");

        Assert.That(ops, Is.EqualTo(new DiffOp[] { new("equal", "The army "), new("delete", "took"), new("insert", "left"), new("equal", " the town.") }));
    }

    [Test]
    public void Compare_OtherFigure_ChangesAsAWhole()
    {
        IReadOnlyList<DiffOp> ops = WordDiff.Compare("About 25,000 didn't come.", "About 18,000 didn't come");

        Assert.That(ops, Is.EqualTo(new DiffOp[] { new("equal", "About "), new("delete", "25,000"), new("insert", "18,000"), new("equal", " didn't come"), new("delete", ".") }));
    }

    [Test]
    public void Compare_EqualTexts_IsOneStep()
    {
        Assert.That(WordDiff.Compare("Same words.", "Same words."), Is.EqualTo(new DiffOp[] { new("equal", "Same words.") }));
    }

    [Test]
    public void Compare_AnyTexts_StepsGiveBothBack()
    {
        Gen<string> text = Gen.Elements("a", "b ", "ten ", " the\u00a0", ".", "’s", "\n", "25,000", "\ud83d\ude00", "é").ArrayOf().Select(static p => string.Concat(p));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), static (a, b) => GivesBack(a, b)));
    }

    [Test]
    public void Compare_VeryLongTexts_AreOneDeletionAndOneInsertion()
    {
        string a = string.Concat(Enumerable.Repeat("one two ", 4000));
        string b = string.Concat(Enumerable.Repeat("three four ", 4000));

        Assert.That(GivesBack(a, b) && WordDiff.Compare(a, b).Count == 2);
    }

    private static bool GivesBack(string a, string b)
    {
        IReadOnlyList<DiffOp> ops = WordDiff.Compare(a, b);
        return string.Concat(ops.Where(static o => o.Op != "insert").Select(static o => o.Text)) == a
            && string.Concat(ops.Where(static o => o.Op != "delete").Select(static o => o.Text)) == b
            && ops.All(static o => o.Text.Length > 0 && o.Op is "equal" or "insert" or "delete");
    }
}

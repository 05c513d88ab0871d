using StoryCompare.Reporting;

namespace StoryCompare.Tests.Reporting;

/// <summary>How a word diff is drawn.</summary>
public sealed class HtmlDiffTests
{
    [Test]
    public void Write_FewChanges_StrikesAndInsertsWithABlankBetween()
    {
        string html = Drawn(new DiffOp("equal", "The mayor opened the "), new DiffOp("delete", "old"), new DiffOp("insert", "new"), new DiffOp("equal", " bridge on Monday morning."));

        Assert.That(html, Is.EqualTo("The mayor opened the <del>old</del> <ins>new</ins> bridge on Monday morning."));
    }

    [Test]
    public void Write_ShortWordBetweenChanges_IsPartOfTheChange()
    {
        string html = Drawn(
            new DiffOp("equal", "Ferry crews rescued everyone on board "), new DiffOp("delete", "early"), new DiffOp("insert", "late"), new DiffOp("equal", " on "), new DiffOp("delete", "Monday"), new DiffOp("insert", "Sunday"), new DiffOp("equal", ", the harbour master said."));

        Assert.That(html, Is.EqualTo("Ferry crews rescued everyone on board <del>early on Monday</del> <ins>late on Sunday</ins>, the harbour master said."));
    }

    [Test]
    public void Write_MostlyDifferent_MarksWhatIsSharedInAnyOrder()
    {
        string html = Drawn(new DiffOp("delete", "Flooding closed the harbour road. "), new DiffOp("insert", "Drivers turned back as the harbour was cut off by flooding overnight"));

        Assert.That(html, Is.EqualTo("Drivers turned back as <span class=\"same\">the harbour</span> was cut off by <span class=\"same\">flooding</span> overnight"));
    }

    [Test]
    public void Write_MarkupInAnArticle_IsEscaped()
    {
        string html = Drawn(new DiffOp("equal", "a <b>bold</b> sentence about nothing "), new DiffOp("insert", "<script>"));

        Assert.That(html, Does.Contain("&lt;script&gt;").And.Not.Contain("<script").And.Not.Contain("<b>"));
    }

    private static string Drawn(params DiffOp[] ops)
    {
        HtmlText html = new();
        HtmlDiff.Write(html, ops);
        return html.ToString();
    }
}

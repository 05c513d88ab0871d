using StoryCompare.Names;

namespace StoryCompare.Tests.Names;

/// <summary>Specs/NamePairs.md: names as outlets write them.</summary>
public class NamePairSpecTests
{
    [Test]
    public void Match_SeenPairs_ReachGoal() => Assert.That(F1("Seen", out string wrong), Is.GreaterThanOrEqualTo(0.97), wrong);

    [Test]
    public void Match_UnseenPairs_ReachGoal() => Assert.That(F1("Unseen", out string wrong), Is.GreaterThanOrEqualTo(0.93), wrong);

    [TestCase("Daraa", "Daraya")]
    [TestCase("Mali", "Malawi")]
    [TestCase("Gaza", "Giza")]
    [TestCase("Iraq", "Iran")]
    [TestCase("Niger", "Nigeria")]
    [TestCase("Syria", "Syrian")]
    [TestCase("Iran", "Iranians")]
    [TestCase("Brigade 44", "Brigade 45")]
    [TestCase("John H. Smith", "John K. Smith")]
    public void Match_NamesThatLookAlike_StayApart(string a, string b) => AssertMatch(a, b, same: false);

    [TestCase("Abd el Karim", "Abdelkarim")]
    [TestCase("Dayr al-Zawr", "Deir Ezzur")]
    [TestCase("Deir Ezzur", "Deir el-Zour")]
    [TestCase("al-Waleed", "Al-Walid")]
    [TestCase("Al-Qaim", "Qa’em")]
    [TestCase("Rutba", "Al-Rutbah")]
    [TestCase("Tal Safouk", "Tal Safuk")]
    [TestCase("Владимир Путин", "Vladimir Putin")]
    public void Match_Transliterations_AreOne(string a, string b) => AssertMatch(a, b, same: true);

    private static void AssertMatch(string a, string b, bool same)
    {
        NameMatch match = NameMatcher.Match(NameKeyBuilder.Build(a), NameKeyBuilder.Build(b));
        Assert.That(match.Same, Is.EqualTo(same), $"{match.Score} {match.Because}");
        Assert.That(match.Score >= 0.5f, Is.EqualTo(same));
    }

    private static double F1(string section, out string wrong)
    {
        int right = 0;
        int merged = 0;
        int missed = 0;
        List<string> errors = [];
        foreach (string[] row in Rows(section))
        {
            NameKind kind = row[2] switch { "person" => NameKind.Person, "organisation" => NameKind.Organisation, "place" => NameKind.Place, _ => NameKind.Other };
            bool same = NameMatcher.Match(NameKeyBuilder.Build(row[0], kind), NameKeyBuilder.Build(row[1], kind)).Same;
            bool gold = row[3] == "yes";
            right += same && gold ? 1 : 0;
            merged += same && !gold ? 1 : 0;
            missed += !same && gold ? 1 : 0;
            if (same != gold)
            {
                errors.Add($"{row[0]} | {row[1]}");
            }
        }

        wrong = string.Join(Environment.NewLine, errors);
        return 2.0 * right / ((2.0 * right) + merged + missed);
    }

    private static IEnumerable<string[]> Rows(string section)
    {
        bool inside = false;
        foreach (string line in File.ReadLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Specs", "NamePairs.md")))
        {
            inside = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] == section : inside;
            string[] cells = [.. line.Split('|').Select(static c => c.Trim())];
            if (inside && cells.Length == 6 && cells[4] is "yes" or "no")
            {
                yield return cells[1..5];
            }
        }
    }
}

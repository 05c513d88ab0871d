namespace StoryCompare.Tests.Stories;

/// <summary>The stories of this folder, compared with library defaults and held against what an editor expects.</summary>
public sealed class StoryTests
{
    private static readonly Lazy<IReadOnlyList<(StorySpec Spec, StoryScore Score)>> Scores = new(static () => [.. StorySpec.All.Select(static s => (s, new StoryScore(s)))]);

    private static IEnumerable<TestCaseData> Names => StorySpec.All.Select(static s => new TestCaseData(s.Name));

    [TestCaseSource(nameof(Names))]
    public void Story_EverySpan_SlicesBack(string name)
    {
        (StorySpec spec, StoryScore score) = Of(name);

        Assert.That(ReportSpans.Wrong(score.Report, spec.Articles), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void Story_IsClusteredAsExpected(string name) => Assert.That(Of(name).Score.Partition, Is.True, string.Join(" | ", Of(name).Score.Report.Stories.Select(static s => string.Join(' ', s.Articles))));

    private static (StorySpec Spec, StoryScore Score) Of(string name) => Scores.Value.Single(s => s.Spec.Name == name);
}

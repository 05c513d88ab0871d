using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Time expressions of tokenised sentences on one core. One operation is one sentence; tokenising is not counted.</summary>
public class TimeBenchmarks : IWorkload
{
    private const int Sentences = 1200;

    private static readonly string[] News =
    [
        "The two armies met at the river on Sunday, state television said.",
        "Prices have risen sharply in recent weeks as drought cut the harvest across the southern provinces.",
        "The minister resigned on Wednesday, a day after the report was published by the opposition.",
        "Residents of the valley fear that the dam, built without permits, could fail in heavy rain.",
        "Fighting has continued since March 2011 and has killed more than 400,000 people.",
        "The court will hear the appeal on June 27, 2017, at 10 a.m. in the capital.",
        "A spokesman for the company declined to comment on the figures, citing the talks.",
        "The currency has lost a third of its value in the past year, the central bank said last week.",
        "Rescuers searched the rubble through the night with dogs and cranes, a witness said.",
        "Exports rose 12 percent in the first quarter of 2017 from 4.5 billion dollars a year earlier.",
        "The union, which speaks for 2,015 drivers, rejected the offer and promised to go on.",
        "He had studied law, married young and moved to the coast to open a small hotel.",
    ];

    private readonly List<TimeMention> _times = [];
    private TokenizedText _text = TokenizedText.Empty;
    private PublicationDate _published = PublicationDate.Unknown;

    Work IWorkload.WorkOf(string benchmark) => new(1, "sentences");

    [GlobalSetup]
    public void Setup()
    {
        DateOnly day = new(2017, 6, 18);
        _published = new PublicationDate(day, day, DateBasis.Stated, []);
        _text = TextAnalyzer.Prose(string.Join(' ', Enumerable.Range(0, Sentences).Select(i => News[i % News.Length])));
        NewsSample.Check(_text.Sentences.Length, Sentences, Sentences);
    }

    [Benchmark(OperationsPerInvoke = Sentences, Description = "times of a sentence")]
    public int Extract()
    {
        _times.Clear();
        TimeExtractor.Extract(_text, _published, _times);
        // Twelve sentences hold eleven time expressions (one of them "a day after").
        return NewsSample.Check(_times.Count, Sentences * 9 / 12, Sentences);
    }
}

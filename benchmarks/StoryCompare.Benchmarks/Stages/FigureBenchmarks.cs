using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Figures;
using StoryCompare.Text;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Figures of 1,000 news sentences, two in three of which hold some, tokens given. The goal is 10 microseconds and 1 KB a sentence.</summary>
public class FigureBenchmarks : IWorkload
{
    private const int Sentences = 1000;

    private static readonly string[] Templates =
    [
        "At least 31 people were killed and more than 120 wounded when two bombs went off near the market on Friday, police said.",
        "The ministry said the army had taken 18,000 square kilometers (6,950 square miles) of land since the campaign began in May 2016.",
        "Shares of the company fell 4.2 percent to $52.10, wiping about $1.2bn off its value.",
        "The minister said that talks would go on and that nobody had yet been charged with the attack on the embassy.",
        "Between 20 and 30 homes burned, said the mayor, who had spent the night in a shelter with dozens of families.",
        "He added that the road to the north had been closed again and that the bridge across the river was unsafe.",
    ];

    private static readonly int[] InTemplates = [3, 1, 3, 0, 2, 0];
    private static readonly int Expected = Enumerable.Range(0, Sentences).Sum(static i => InTemplates[i % InTemplates.Length]);

    private readonly List<ExtractedFigure> _figures = [];
    private TokenizedText _text = TokenizedText.Empty;

    Work IWorkload.WorkOf(string benchmark) => new(1, "sentences");

    [GlobalSetup]
    public void Setup()
    {
        _text = TextAnalyzer.Prose(string.Join(' ', Enumerable.Range(0, Sentences).Select(static i => Templates[i % Templates.Length])));
        NewsSample.Check(_text.Sentences.Length, Sentences, Sentences);
    }

    [Benchmark(OperationsPerInvoke = Sentences, Description = "figures of a sentence")]
    public int Extract()
    {
        _figures.Clear();
        FigureExtractor.Extract(_text, _figures);
        return NewsSample.Check(_figures.Count, Expected, Expected);
    }
}

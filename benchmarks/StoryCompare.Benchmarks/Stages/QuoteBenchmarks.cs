using System.Text;
using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Quotations and reported speech: ordinary news prose, and text that is nothing but marks.</summary>
public class QuoteBenchmarks : IWorkload
{
    private TokenizedText _prose = TokenizedText.Empty;
    private TokenizedText _marks = TokenizedText.Empty;

    Work IWorkload.WorkOf(string benchmark) => new(benchmark == nameof(Prose) ? 215_000 : 100_000, Work.TextBytes);

    [GlobalSetup]
    public void Prepare()
    {
        const string paragraph = "“The bridge was inspected in March and nothing was found,” said Helena Brandt, a city engineer. The ministry said in a statement on Friday that the road would stay closed, according to Example Radio.\n\n";
        _prose = TextAnalyzer.Analyze(new Article(new StringBuilder().Insert(0, paragraph, 1000).ToString())).Text;
        _marks = TextAnalyzer.Prose(new string('"', 100_000));
    }

    [Benchmark(Baseline = true, Description = "prose full of quotations")]
    public int Prose()
    {
        return NewsSample.Check(QuoteExtractor.Extract(_prose).Quotes.Count, 1000, 1000);
    }

    [Benchmark(Description = "100,000 quotation marks and nothing else")]
    public int HundredThousandMarks() => NewsSample.Check(QuoteExtractor.Extract(_marks).Quotes.Count, 0, 50_000);
}

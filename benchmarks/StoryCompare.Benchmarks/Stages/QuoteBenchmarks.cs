using System.Text;
using BenchmarkDotNet.Attributes;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Quotations and reported speech: ordinary news prose, and text that is nothing but marks.</summary>
public class QuoteBenchmarks
{
    private TokenizedText _prose = TokenizedText.Empty;
    private TokenizedText _marks = TokenizedText.Empty;

    [GlobalSetup]
    public void Prepare()
    {
        const string paragraph = "“The bridge was inspected in March and nothing was found,” said Helena Brandt, a city engineer. The ministry said in a statement on Friday that the road would stay closed, according to Example Radio.\n\n";
        _prose = TextAnalyzer.Analyze(new Article(new StringBuilder().Insert(0, paragraph, 1000).ToString())).Text;
        _marks = TextAnalyzer.Prose(new string('"', 100_000));
    }

    [Benchmark(Baseline = true)]
    public int Prose()
    {
        int found = QuoteExtractor.Extract(_prose).Quotes.Count;
        return found == 1000 ? found : throw new InvalidOperationException($"1000 quotations expected, {found} found.");
    }

    [Benchmark]
    public int HundredThousandMarks() => QuoteExtractor.Extract(_marks).Quotes.Count;
}

using System.Text;
using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Writes the report of a story of ten articles in each format, and reads JSON back.</summary>
public class ReportBenchmarks : IWorkload
{
    private static readonly Lazy<StoryReport> Report = new(static () => StoryComparer.Default.Compare(CorpusGenerator.Story(10, 20, 40).Select(static g => g.Article)));
    private byte[] _json = [];

    [GlobalSetup]
    public void Setup() => _json = Encoding.UTF8.GetBytes(ReportWriter.ToJson(Report.Value));

    Work IWorkload.WorkOf(string benchmark) => new(Written(benchmark).Length, Work.TextBytes);

    [Benchmark(Description = "JSON")]
    public int Json() => Written(nameof(Json)).Length;

    [Benchmark(Description = "Markdown")]
    public int Markdown() => Written(nameof(Markdown)).Length;

    [Benchmark(Description = "text")]
    public int Text() => Written(nameof(Text)).Length;

    [Benchmark(Description = "HTML")]
    public int Html() => Written(nameof(Html)).Length;

    [Benchmark(Description = "CSV")]
    public int Csv() => Written(nameof(Csv)).Length;

    [Benchmark(Description = "read JSON")]
    public int ReadJson() => NewsSample.Check(ReportReader.ReadJson(new MemoryStream(_json)).Stories.Count, 1, 10);

    private static string Written(string format)
    {
        StringWriter writer = new();
        switch (format)
        {
            case nameof(Markdown): ReportWriter.WriteMarkdown(Report.Value, writer); break;
            case nameof(Text): ReportWriter.WriteText(Report.Value, writer); break;
            case nameof(Html): ReportWriter.WriteHtml(Report.Value, writer); break;
            case nameof(Csv): ReportWriter.WriteCsv(Report.Value, writer); break;
            default: return ReportWriter.ToJson(Report.Value);
        }

        string text = writer.ToString();
        return text.Length > 1000 ? text : throw new InvalidOperationException($"The {format} report has {text.Length} characters.");
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace StoryCompare.Tests.Cli;

/// <summary>The tool as a process: exit codes, streams, files.</summary>
public sealed class CommandLineTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("storycompare-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Compare_Seeds_WritesJson()
    {
        Outcome outcome = Run("compare", TestFiles.InRepository("seeds"), "--format", "json");

        Assert.That(outcome.Code, Is.Zero, outcome.Errors);
        Assert.That(ReportReader.ReadJson(outcome.Output).Articles.Select(static a => a.Id), Is.EqualTo(new[] { "000", "001", "002", "003", "004" }));
    }

    [TestCase("figure", "The fire in the mill at Tarn killed seven people on Friday, police said.", "The fire in the mill at Tarn killed nine people on Friday, police said.", "people killed")]
    [TestCase("date", "The bridge at Orra was built in 1963.", "The bridge at Orra, built in 1971, carried 20,000 cars a day.", "told of \"built\"; 1963-01-01 to 1963-12-31")]
    [TestCase("polarity", "The mill was not insured against fire, Ada Sund said.", "The mill was insured against fire, Ada Sund said.", "negated \"insured\", stated \"insured\"")]
    [TestCase("certainty", "It is not confirmed that the old dam at Velm cracked on Monday.", "The old dam at Velm cracked on Monday after a week of rain.", "what is not sure (\"not confirmed that the old dam at Velm cracked")]
    [TestCase("quotation", "\"We lost the whole harvest of the valley in one night,\" said farmer Ada Sund.", "\"We lost half the harvest of the valley in one night,\" said farmer Ada Sund.", "of the words shared in order")]
    public void Compare_ExplainConflict_ShowsRuleAndSlots(string kind, string a, string b, string slots)
    {
        string file = Write("a.jsonl", JsonSerializer.Serialize(new { id = "a", outlet = "Tarn Post", text = a }) + "\n" + JsonSerializer.Serialize(new { id = "b", outlet = "Velm News", text = b }) + "\n");
        string id = ReportReader.ReadJson(Run("compare", file, "--format", "json").Output).Stories.SelectMany(static s => s.Conflicts).First(c => c.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)).Id;

        Outcome outcome = Run("compare", file, "--explain", id);

        Assert.That(outcome.Code, Is.Zero, outcome.Errors);
        Assert.That(outcome.Output, Does.Contain(a).And.Contain(b).And.Contain("rule, and the slots it compared").And.Contain(slots));
        Assert.That(outcome.Output, Does.Not.Contain("op:"));
    }

    [Test]
    public void Compare_ExplainNearMiss_TellsWhy()
    {
        string file = Write("a.jsonl", "{\"id\":\"a\",\"outlet\":\"Tarn Post\",\"text\":\"A crowd of 300 marched through a street in Tarn.\"}\n{\"id\":\"b\",\"outlet\":\"Velm News\",\"text\":\"A crowd of 300 marched through a street in Ohio.\"}\n");
        NotConflict miss = ReportReader.ReadJson(Run("compare", file, "--format", "json").Output).Stories.SelectMany(static s => s.NotConflicts).First();

        Assert.That(Run("compare", file, "--explain", miss.Id).Output, Does.Contain("why: " + miss.Why).And.Contain("A crowd of 300 marched through a street in Tarn."));
    }

    [Test]
    public void Compare_BadLine_ReadsTheRestAndExits1()
    {
        string file = Write("a.jsonl", "{\"id\":\"a\",\"text\":\"A bridge fell.\"}\nnot json\n{\"id\":\"b\"}\n{\"text\":\"Rain fell.\",\"published\":\"not a date\"}\n");

        Outcome outcome = Run("compare", file, "--format", "json");

        Assert.That(outcome.Code, Is.EqualTo(1));
        Assert.That(outcome.Errors, Does.Contain("a.jsonl:2").And.Contain("a.jsonl:3").And.Contain("a.jsonl:4"));
        Assert.That(ReportReader.ReadJson(outcome.Output).Articles.Select(static a => a.Id), Is.EqualTo(new[] { "4", "a" }));
    }

    [Test]
    public void Compare_MissingFile_ReadsTheRestAndExits1()
    {
        Outcome outcome = Run("compare", Write("a.txt", "A bridge fell."), Path.Combine(_folder, "missing.txt"));

        Assert.That(outcome.Code, Is.EqualTo(1));
        Assert.That(outcome.Errors, Does.Contain("missing.txt"));
    }

    [Test]
    public void Compare_NothingReadable_Exits2()
    {
        Assert.That(Run("compare", Path.Combine(_folder, "missing")).Code, Is.EqualTo(2));
    }

    [TestCase("compare")]
    [TestCase("compare", "x", "--format", "pdf")]
    [TestCase("compare", "x", "--storyline-days", "-1")]
    [TestCase("nonsense")]
    [TestCase("cluster", "x", "--what")]
    public void Run_WrongUsage_Exits2(params string[] arguments)
    {
        Outcome outcome = Run(arguments);

        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Output, Is.Empty);
        Assert.That(outcome.Errors, Does.Contain("storycompare"));
    }

    [Test]
    public void Help_SaysWhatAPathIs()
    {
        Outcome outcome = Run("compare", "--help");

        Assert.That(outcome.Code, Is.Zero);
        Assert.That(outcome.Output, Does.Contain(".jsonl").And.Contain("--format").And.Contain("storycompare compare"));
    }

    [Test]
    public void Compare_Out_WritesTheFileWhole()
    {
        string target = Path.Combine(_folder, "report.json");
        Outcome outcome = Run("compare", Write("a.txt", "A bridge fell."), "--format", "json", "--out", target);

        Assert.That(outcome.Code, Is.Zero, outcome.Errors);
        Assert.That(outcome.Output, Is.Empty);
        Assert.That(ReportReader.ReadJson(File.ReadAllText(target)).Articles, Has.Count.EqualTo(1));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(2), "no temporary file is left");
    }

    [Test]
    public void Compare_OutIntoMissingFolder_LeavesNothing()
    {
        Outcome outcome = Run("compare", Write("a.txt", "A bridge fell."), "--out", Path.Combine(_folder, "no", "report.txt"));

        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Errors, Is.Not.Empty);
    }

    [Test]
    public void Compare_StandardInput_ReadsJsonLines()
    {
        Outcome outcome = RunWithInput("{\"text\":\"A bridge fell.\"}\n", "compare", "-", "--format", "json");

        Assert.That(outcome.Code, Is.Zero, outcome.Errors);
        Assert.That(ReportReader.ReadJson(outcome.Output).Articles[0].Id, Is.EqualTo("1"));
    }

    [Test]
    public void Cluster_WritesOneLineAnArticleInInputOrder()
    {
        string file = Write("a.jsonl", "{\"id\":\"z\",\"text\":\"A bridge fell.\"}\n{\"id\":\"a\",\"text\":\"Rain is expected tomorrow.\"}\n");

        Outcome outcome = Run("cluster", file);

        Assert.That(outcome.Code, Is.Zero, outcome.Errors);
        string[] ids = [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!)];
        Assert.That(ids, Is.EqualTo(new[] { "z", "a" }));
    }

    [Test]
    public void Compare_TxtIds_AreTheNameUpToTheUnderscoreWhereUnique()
    {
        Outcome outcome = Run("compare", Write("x_1.txt", "A bridge fell."), Write("x_2.txt", "Rain fell."), Write("y_1.txt", "Snow fell."), "--format", "json");

        Assert.That(ReportReader.ReadJson(outcome.Output).Articles.Select(static a => a.Id), Is.EqualTo(new[] { "x_1", "x_2", "y" }));
    }

    [Test]
    public void Compare_Windows1252File_IsReadAndSaidSo()
    {
        string path = Path.Combine(_folder, "w.txt");
        File.WriteAllBytes(path, [0x43, 0x61, 0x66, 0xE9, 0x20, 0x80, 0x35]);

        Outcome outcome = Run("compare", path);

        Assert.That(outcome.Code, Is.Zero);
        Assert.That(outcome.Errors, Does.Contain("Windows-1252"));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Outcome Run(params string[] arguments) => RunWithInput("", arguments);

    private static Outcome RunWithInput(string input, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "StoryCompare.Cli.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, errors.Result);
    }

    private sealed record Outcome(int Code, string Output, string Errors);
}

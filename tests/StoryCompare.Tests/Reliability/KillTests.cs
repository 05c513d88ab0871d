using System.Diagnostics;

namespace StoryCompare.Tests.Reliability;

/// <summary>The tool killed while it works: the file it was to write is the old one or the new one, whole.</summary>
[NonParallelizable]
public sealed class KillTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("storycompare-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Compare_KilledWhileWriting_LeavesTheOldOrTheNewFileWhole()
    {
        string input = Path.Combine(_folder, "input.jsonl");
        File.WriteAllLines(input, Enumerable.Range(0, 40).Select(static i => System.Text.Json.JsonSerializer.Serialize(new { id = "a" + i, text = Seeds.SeedDocuments.Articles[i % 5].Text })));
        string target = Path.Combine(_folder, "report.json");
        Stopwatch clock = Stopwatch.StartNew();
        using (Process whole = Start(input, target))
        {
            whole.WaitForExit();
            Assert.That(whole.ExitCode, Is.Zero);
        }

        int duration = (int)clock.ElapsedMilliseconds;
        string complete = File.ReadAllText(target);
        const string Old = "the old file";
        Random random = new(11);
        int killed = 0;
        int duringWrite = 0;
        int kills = LongRun.Of(20, 200);
        for (int i = 0; i < kills || (killed <= kills / 4 && i < 5 * kills); i++)
        {
            File.WriteAllText(target, Old);
            using Process process = Start(input, target);
            if (i % 2 == 0)
            {
                Thread.Sleep(random.Next(duration));
            }
            else
            {
                // The moment that matters: as soon as the tool starts to write.
                SpinWait.SpinUntil(() => process.HasExited || Directory.EnumerateFiles(_folder, "*.tmp").Any(), 20_000);
                Thread.SpinWait(random.Next(200_000));
            }

            bool ended = process.HasExited;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            killed += ended ? 0 : 1;
            string[] left = Directory.GetFiles(_folder, "*.tmp");
            duringWrite += left.Length > 0 ? 1 : 0;
            Assert.That(File.ReadAllText(target), Is.EqualTo(Old).Or.EqualTo(complete), $"kill {i}");
            Array.ForEach(left, File.Delete);
        }

        TestContext.Out.WriteLine($"{kills} runs, {killed} killed before they ended, {duringWrite} of them in the middle of writing.");
        Assert.That(killed, Is.GreaterThan(kills / 4));
    }

    [Test]
    public void Tracker_KilledWhileWriting_LeavesTheOldOrTheNewFileWhole()
    {
        string[] inputs = [.. Enumerable.Range(0, 2).Select(n => Path.Combine(_folder, $"input{n}.jsonl"))];
        for (int n = 0; n < 2; n++)
        {
            File.WriteAllLines(inputs[n], Clustering.Live.LiveCorpus.Make(120, 40 + n).Select(static a => System.Text.Json.JsonSerializer.Serialize(new { id = a.Id, text = a.Text, published = a.Published })));
        }

        string state = Path.Combine(_folder, "tracker.state");
        RunWhole(inputs[0], state);
        byte[] old = File.ReadAllBytes(state);
        Stopwatch clock = Stopwatch.StartNew();
        RunWhole(inputs[1], state);
        int duration = (int)clock.ElapsedMilliseconds;
        byte[] complete = File.ReadAllBytes(state);
        Assert.That(StoryTracker.Load(new MemoryStream(complete)).Count, Is.EqualTo(240));
        Random random = new(12);
        int killed = 0;
        int duringWrite = 0;
        int kills = LongRun.Of(20, 200);
        for (int i = 0; i < kills || (killed <= kills / 4 && i < 5 * kills); i++)
        {
            File.WriteAllBytes(state, old);
            using Process process = Track(inputs[1], state);
            if (i % 2 == 0)
            {
                Thread.Sleep(random.Next(duration));
            }
            else
            {
                SpinWait.SpinUntil(() => process.HasExited || Directory.EnumerateFiles(_folder, "*.tmp").Any(), 20_000);
                Thread.SpinWait(random.Next(20_000));
            }

            killed += process.HasExited ? 0 : 1;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            string[] left = Directory.GetFiles(_folder, "*.tmp");
            duringWrite += left.Length > 0 ? 1 : 0;
            byte[] found = File.ReadAllBytes(state);
            Assert.That(found.AsSpan().SequenceEqual(old) || found.AsSpan().SequenceEqual(complete), Is.True, $"kill {i}");
            Assert.That(StoryTracker.Load(state).Count, Is.EqualTo(120).Or.EqualTo(240));
            Array.ForEach(left, File.Delete);
        }

        TestContext.Out.WriteLine($"{kills} runs, {killed} killed before they ended, {duringWrite} of them in the middle of writing.");
        Assert.That(killed, Is.GreaterThan(kills / 4));
    }

    private static void RunWhole(string input, string state)
    {
        using Process process = Track(input, state);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
    }

    private static Process Track(string input, string state) => Start("cluster", input, "--stream", "--state", state);

    private static Process Start(string input, string target) => Start("compare", input, "--format", "json", "--out", target);

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "StoryCompare.Cli.dll"), .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;
}

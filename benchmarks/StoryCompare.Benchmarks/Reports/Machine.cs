using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace StoryCompare.Benchmarks.Reports;

/// <summary>What a result must say of where it comes from.</summary>
internal static class Machine
{
    /// <summary>The processor's name.</summary>
    public static string Processor { get; } = ReadProcessor();

    /// <summary>Commit of the tree; <c>+changes</c> where files differ from it, <c>unknown</c> without git.</summary>
    public static string Commit { get; } = ReadCommit();

    /// <summary>Folder name: processor and number of cores.</summary>
    public static string Slug { get; } = string.Join('-', $"{Processor} {Environment.ProcessorCount} cores".ToLowerInvariant()
        .Split([.. Enumerable.Range(0, 128).Select(static c => (char)c).Where(static c => !char.IsAsciiLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The head of every result file.</summary>
    public static string Header(string title, string command) => string.Create(CultureInfo.InvariantCulture,
        $"""
        # {title}

        {Processor}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024 / 1024 / 1024} GB; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}, {(GCIsServer() ? "server" : "workstation")} GC.
        StoryCompare {Version(typeof(StoryComparer))} at commit {Commit}; BenchmarkDotNet {Version(typeof(BenchmarkAttribute))}, FuzzySharp {Version(typeof(FuzzySharp.Fuzz))}, DiffPlex {Version(typeof(DiffPlex.Differ))}.
        Written on {DateTime.UtcNow:yyyy-MM-dd} by `{command}`.{(Sizes.Small ? " **A smoke run on tiny inputs: its figures mean nothing.**" : "")}


        """).ReplaceLineEndings("\n");

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Folder of this machine's results below <paramref name="folder"/>, made when absent.</summary>
    public static string Folder(string folder) => Directory.CreateDirectory(Path.Combine(folder, Slug)).FullName;

    private static bool GCIsServer() => System.Runtime.GCSettings.IsServerGC;

    private static string Version(Type type)
    {
        string version = FileVersionInfo.GetVersionInfo(type.Assembly.Location).ProductVersion ?? "";
        return version.Split('+')[0];
    }

    private static string ReadProcessor()
    {
        const string Linux = "/proc/cpuinfo";
        string? line = File.Exists(Linux) ? File.ReadLines(Linux).FirstOrDefault(static l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    // Set for the processes this one starts: the tree may move on meanwhile.
    private static string ReadCommit()
    {
        const string Variable = "STORYCOMPARE_BENCHMARKS_COMMIT";
        string commit = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : CommitOfTree();
        Environment.SetEnvironmentVariable(Variable, commit);
        return commit;
    }

    private static string CommitOfTree()
    {
        string commit = Git("rev-parse --short=10 HEAD");
        return commit.Length == 0 ? "unknown" : Git("status --porcelain -- src benchmarks :!benchmarks/results").Length == 0 ? commit : commit + "+changes";
    }

    private static string Git(string arguments)
    {
        try
        {
            using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = FindRoot(), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            string output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }

    private static string FindRoot()
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (string? folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "StoryCompare.sln")))
                {
                    return folder;
                }
            }
        }

        throw new DirectoryNotFoundException("The repository's root was not found.");
    }
}

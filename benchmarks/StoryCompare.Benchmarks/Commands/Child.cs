using System.Diagnostics;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>Runs a program and reads what it prints.</summary>
internal static class Child
{
    /// <summary>This program with other arguments; null when it fails or does not end in time.</summary>
    public static string? Self(TimeSpan most, params string[] arguments)
    {
        string own = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(own) == "dotnet" ? Run(own, most, [typeof(Child).Assembly.Location, .. arguments]) : Run(own, most, arguments);
    }

    /// <summary>Any program; null when it is absent, fails or does not end in time.</summary>
    public static string? Run(string program, TimeSpan most, params IEnumerable<string> arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }) ?? throw new InvalidOperationException("No process was started.");
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(most > TimeSpan.Zero ? most : TimeSpan.Zero))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return process.ExitCode == 0 ? output.Result.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

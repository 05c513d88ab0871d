using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace StoryCompare.Cli;

/// <summary>Whether a person looks at the streams, and what is shown only then.</summary>
internal static class Terminal
{
    /// <summary>Standard output is a terminal that takes colour, and nobody asked for none (https://no-color.org).</summary>
    public static bool TakesColour =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Progress on standard error, or null where that is no terminal.</summary>
    public static ProgressLine? Progress => Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb" ? null : new ProgressLine(Console.Error);

    /// <summary>A line on standard error. It may quote a file or a command line, so nothing in it is left that a terminal would obey.</summary>
    public static void Say(string message) => Console.Error.WriteLine(Explanation.Plain("storycompare: " + message));

    /// <summary>The report in colour.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // Keeps Spectre.Console unloaded until it is called.
    public static void Write(StoryReport report) => TerminalReport.Write(report, Spectre.Console.AnsiConsole.Console);

    /// <summary>One line that is rewritten in place and wiped at the end; silent during the first second, which most runs do not outlast.</summary>
    internal sealed class ProgressLine(TextWriter writer) : IProgress<StageProgress>, IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

        private readonly Lock _gate = new();
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private TimeSpan _next = Patience;
        private int _width;

        public void Report(StageProgress value)
        {
            lock (_gate)
            {
                if (_clock.Elapsed < _next)
                {
                    return;
                }

                _next = _clock.Elapsed + Pause;
                string line = string.Create(CultureInfo.InvariantCulture, $"{value.Stage} {value.Done}/{value.Total}");
                writer.Write("\r" + line.PadRight(_width));
                _width = line.Length;
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                if (_width > 0)
                {
                    writer.Write("\r" + new string(' ', _width) + "\r");
                    _width = 0;
                }
            }
        }
    }
}

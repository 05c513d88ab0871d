using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StoryCompare.Extensions;

namespace StoryCompare.Tests.Extensions;

public sealed class ServicesTests
{
    [Test]
    public void AddStoryCompare_RegistersOneComparer()
    {
        using ServiceProvider provider = new ServiceCollection().AddStoryCompare(static o => o with { MaxDegreeOfParallelism = 1 }).BuildServiceProvider();

        StoryComparer first = provider.GetRequiredService<StoryComparer>();

        Assert.That(provider.GetRequiredService<StoryComparer>(), Is.SameAs(first));
    }

    [Test]
    public void AddStoryCompare_BadOptions_ThrowWhenAskedFor()
    {
        using ServiceProvider provider = new ServiceCollection().AddStoryCompare(static o => o with { MaxDegreeOfParallelism = -1 }).BuildServiceProvider();

        Assert.That(provider.GetRequiredService<StoryComparer>, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void LogDiagnostics_WritesEachWithItsLevel()
    {
        Recorder recorder = new();
        recorder.LogDiagnostics(new StoryReport { Diagnostics = [new Diagnostic("stub", DiagnosticSeverity.Warning, "a", "Only a teaser."), new Diagnostic("empty-text", DiagnosticSeverity.Error, "b", "Nothing.")] });

        Assert.That(recorder.Lines, Is.EqualTo(new[] { "Warning stub in article a: Only a teaser.", "Error empty-text in article b: Nothing." }));
    }

    private sealed class Recorder : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}

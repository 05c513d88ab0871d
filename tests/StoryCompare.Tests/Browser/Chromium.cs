using Microsoft.Playwright;

namespace StoryCompare.Tests.Browser;

/// <summary>The machine's own Chromium, driven by Playwright; and axe-core where it was fetched.</summary>
internal static class Chromium
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The browser's path: <c>STORYCOMPARE_CHROMIUM</c> (<c>none</c> for none), else where Debian and others put it; null where there is none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("STORYCOMPARE_CHROMIUM") switch
    {
        "none" => null,
        { Length: > 0 } named => named,
        _ => Programs.FirstOrDefault(File.Exists),
    };

    /// <summary>The script of axe-core named by <c>STORYCOMPARE_AXE</c> (<c>.ci/run</c> fetches it from npm), or null.</summary>
    public static string? Axe { get; } = Environment.GetEnvironmentVariable("STORYCOMPARE_AXE") is { Length: > 0 } path && File.Exists(path) ? path : null;

    /// <summary>Starts the browser without network.</summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Program,
        Headless = true,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
    });
}

using IntegrationCopilot.EndToEnd.Tests;
using IntegrationCopilot.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace IntegrationCopilot.EndToEnd.Tests;

/// <summary>The browser of the run: <c>/usr/bin/chromium</c>, or what <c>IC_CHROMIUM</c> names. Tests skip where there is none.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string Program = Environment.GetEnvironmentVariable("IC_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";

    /// <summary>Milliseconds that a page may take for anything: the time is for what never comes, on a machine that has other work.</summary>
    internal const float Patience = 180_000;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _launched = new(LaunchAsync);

    /// <summary>The browser. Skips the calling test where it is absent.</summary>
    internal async Task<IBrowser> BrowserAsync()
    {
        Requirement.Present(File.Exists(Program), $"There is no browser at {Program} (Debian: apt-get install chromium; elsewhere set IC_CHROMIUM).");
        return (await _launched.Value).Browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_launched.IsValueCreated) return;
        var (playwright, browser) = await _launched.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags, Headless = true }));
    }
}

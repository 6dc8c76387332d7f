using System.Collections.Concurrent;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Testing;
using Microsoft.Playwright;

namespace IntegrationCopilot.EndToEnd.Tests;

/// <summary>How a visitor sees the portal.</summary>
/// <param name="Name">What its screenshots are called.</param>
/// <param name="Theme">Light or dark, as the system has it.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window, in CSS pixels.</param>
internal sealed record Look(string Name, ColorScheme Theme, int Width, int Height)
{
    public static readonly Look Desktop = new("desktop-light", ColorScheme.Light, 1440, 900);
    public static readonly Look DarkDesktop = new("desktop-dark", ColorScheme.Dark, 1440, 900);
    public static readonly Look Phone = new("phone-light", ColorScheme.Light, 390, 844);

    public static readonly IReadOnlyList<Look> All = [Desktop, DarkDesktop, Phone, new("phone-dark", ColorScheme.Dark, 390, 844)];

    /// <summary>Both themes and both widths, each once.</summary>
    public static readonly IReadOnlyList<Look> Telling = [DarkDesktop, Phone];
}

/// <summary>Somebody with a browser window of their own. What the window asks of any other address than the server's is remembered.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "artifacts", "e2e");
    private readonly IBrowserContext _context;

    private Visitor(IBrowserContext context, IPage page, Look look) => (_context, Page, Look) = (context, page, look);

    public Look Look { get; }

    public IPage Page { get; }

    /// <summary>What the pages asked of other addresses.</summary>
    public ConcurrentQueue<string> OutsideRequests { get; } = [];

    /// <summary>What went wrong in the pages' scripts, and what the browser refused.</summary>
    public ConcurrentQueue<string> ConsoleErrors { get; } = [];

    public static async Task<Visitor> OpenAsync(IBrowser browser, RunningServer server, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = server.Address.ToString(),
            ColorScheme = look.Theme,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        var visitor = new Visitor(context, await context.NewPageAsync(), look);
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } url && url.Authority != server.Address.Authority)
                visitor.OutsideRequests.Enqueue(request.Url);
        };
        visitor.Page.Console += (_, message) =>
        {
            if (message.Type == "error") visitor.ConsoleErrors.Enqueue(message.Text);
        };
        visitor.Page.PageError += (_, error) => visitor.ConsoleErrors.Enqueue(error);
        return visitor;
    }

    /// <summary>Signs in with the account that a server in development prints.</summary>
    public async Task SignInAsync(RunningServer server)
    {
        var file = Path.Combine(server.DataFolder, "demo-password.txt");
        await Eventually.TrueAsync(() => File.Exists(file) && new FileInfo(file).Length > 0, "the demo account is there");
        await Page.GotoAsync("/account/sign-in");
        await Page.GetByLabel("E-mail").FillAsync(DemoAccount.Email);
        await Page.GetByLabel("Password").FillAsync((await File.ReadAllTextAsync(file)).Trim());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync("**/projects");
    }

    /// <summary>Keeps a picture of the whole page in <c>artifacts/e2e</c>.</summary>
    public async Task PictureAsync(string name)
    {
        Directory.CreateDirectory(Folder);
        await Page.ScreenshotAsync(
            new() { Path = Path.Combine(Folder, $"{name}-{Look.Name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using IntegrationCopilot.Testing;
using Microsoft.Playwright;

namespace IntegrationCopilot.EndToEnd.Tests;

/// <summary>The HTML report of a run with hostile texts in it, which is a golden file of its package, in a browser.</summary>
public sealed class HtmlReportTests(Chromium chromium)
{
    private static readonly string Report = new Uri(Path.Combine(SharedData.RepositoryRoot, "tests", "goldens", "reports", "run.html")).AbsoluteUri;
    private static readonly string Pictures = Path.Combine(SharedData.RepositoryRoot, "artifacts", "e2e");

    /// <summary>What reaches beyond the window, unless the window does not scroll.</summary>
    private const string TooWide = """
        document.documentElement.scrollWidth <= innerWidth ? [] : Array.from(document.querySelectorAll('body *'))
          .filter(part => !part.closest('.scroll') && part.getBoundingClientRect().right > innerWidth).map(part => part.outerHTML.slice(0, 120)).concat('the page')
        """;

    [Fact]
    public async Task Report_HostileTexts_RunNothingAskNothingAndAreShown()
    {
        await using var context = await OpenAsync(Look.Desktop);
        var page = context.Pages[0];
        (await page.EvaluateAsync<bool>("window.pwned === undefined")).Should().BeTrue();
        (await page.Locator("main").TextContentAsync()).Should().Contain("<script>window.pwned=1</script>");
        (await page.Locator("img").CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Report_SearchAndFilters_LeaveTheCasesThatAreWanted()
    {
        await using var context = await OpenAsync(Look.Desktop);
        var page = context.Pages[0];
        var shown = page.Locator("#list > li:not([hidden])");
        var all = await shown.CountAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("refund");
        (await shown.CountAsync()).Should().BeInRange(1, all - 1);
        (await shown.AllTextContentsAsync()).Should().OnlyContain(text => text.Contains("refund", StringComparison.OrdinalIgnoreCase));
        await page.GetByRole(AriaRole.Searchbox).FillAsync("nothing is called so");
        await Assertions.Expect(page.GetByText("No case is as you want it.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        (await shown.CountAsync()).Should().Be(all);
        await page.Locator("select[name=category]").SelectOptionAsync("contract");
        (await shown.CountAsync()).Should().BeInRange(1, all - 1);
    }

    [Fact]
    public async Task Report_ByKeyboard_OpensACauseAndChangesTheTheme()
    {
        await using var context = await OpenAsync(Look.Desktop);
        var page = context.Pages[0];
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to the causes")).ToBeFocusedAsync();
        var cause = page.Locator(".cause").Last;
        var isOpen = await cause.EvaluateAsync<bool>("cause => cause.open");
        await cause.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await cause.EvaluateAsync<bool>("cause => cause.open")).Should().Be(!isOpen);
        await page.GetByRole(AriaRole.Button, new() { Name = "Theme: system" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    [Fact]
    public async Task Report_EachLook_HasNoBarrierAndFitsItsWindow()
    {
        foreach (var look in Look.All)
        {
            await using var context = await OpenAsync(look);
            var page = context.Pages[0];
            Directory.CreateDirectory(Pictures);
            await page.EvaluateAsync("for (const row of document.querySelectorAll('.cases li')) row.style.contentVisibility = 'visible'");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"report-{look.Name}.png"), FullPage = true });
            (await page.EvaluateAsync<string[]>(TooWide)).Should().BeEmpty("{0} does not scroll sideways", look.Name);
            (await page.RunAxe()).Violations.Select(violation => $"{look.Name}: {violation.Id} {violation.Nodes[0].Html}").Should().BeEmpty();
        }
    }

    /// <summary>Opens the report. A mistake of its scripts, and whatever it asks of anybody, fails the test.</summary>
    private async Task<IBrowserContext> OpenAsync(Look look)
    {
        var context = await (await chromium.BrowserAsync())
            .NewContextAsync(new() { ColorScheme = look.Theme, ViewportSize = new() { Width = look.Width, Height = look.Height } });
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        var mistakes = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") mistakes.Enqueue(message.Text);
        };
        page.PageError += (_, error) => mistakes.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (request.Url != Report) mistakes.Enqueue($"asks for {request.Url}");
        };
        await page.GotoAsync(Report);
        mistakes.Should().BeEmpty();
        return context;
    }
}

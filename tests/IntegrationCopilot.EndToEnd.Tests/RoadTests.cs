using Deque.AxeCore.Playwright;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntegrationCopilot.EndToEnd.Tests;

/// <summary>The road of a vendor, in a real browser.</summary>
public sealed class RoadTests(Chromium chromium)
{
    private static readonly string Sample = Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    [Fact]
    public async Task Vendor_WithAnOpenApiDocument_WalksTheWholeRoad()
    {
        var browser = await chromium.BrowserAsync();
        await using var server = await RunningServer.StartAsync(environment: "Development");
        await using var vendor = await Visitor.OpenAsync(browser, server, Look.Desktop);
        await vendor.SignInAsync(server);
        await CreateProjectAsync(vendor.Page, "Road");
        await vendor.PictureAsync("road-1-project");
        await ImportAsync(vendor.Page, Document());
        await StartMockAsync(vendor.Page);
        await vendor.PictureAsync("road-2-spec");
        await ReadBlueprintAsync(vendor.Page);
        await vendor.PictureAsync("road-3-blueprint");
        await SeeStepAsync(vendor.Page, "Mock", "Done");
        await vendor.PictureAsync("road-4-overview");
        await RunAsync(vendor.Page);
        await vendor.PictureAsync("road-5-results");
        await SeeTraceAsync(vendor.Page);
        await vendor.PictureAsync("road-6-trace");
        await VerifyAsync(vendor.Page);
        await vendor.PictureAsync("road-7-traces");
        foreach (var step in new[] { "Describe", "Mock", "Prove" }) await SeeStepAsync(vendor.Page, step, "Done");
        await vendor.PictureAsync("road-8-overview");

        vendor.OutsideRequests.Should().BeEmpty("the portal works without any other server");
        vendor.ConsoleErrors.Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_InEveryLook_FitTheWindow()
    {
        var browser = await chromium.BrowserAsync();
        await using var server = await RunningServer.StartAsync(environment: "Development");
        string empty, project, spec, run, trace;
        await using (var vendor = await Visitor.OpenAsync(browser, server, Look.Desktop))
        {
            await vendor.SignInAsync(server);
            empty = await CreateProjectAsync(vendor.Page, "Nothing yet");
            project = await CreateProjectAsync(vendor.Page, "Looks");
            spec = await ImportAsync(vendor.Page, Sample);
            await StartMockAsync(vendor.Page);
            run = await RunAsync(vendor.Page);
            trace = await SeeTraceAsync(vendor.Page);
        }

        var barriers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var look in Look.All)
        {
            await using var visitor = await Visitor.OpenAsync(browser, server, look);
            await visitor.Page.GotoAsync("/account/sign-in");
            barriers.UnionWith(await LookAtAsync(visitor, "sign-in"));
            await visitor.SignInAsync(server);
            foreach (var (name, path) in Pages(empty, project, spec, run, trace))
            {
                await visitor.Page.GotoAsync(path);
                await Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
                await Expect(visitor.Page.Locator(".mud-skeleton, .skeleton")).ToHaveCountAsync(0);
                barriers.UnionWith(await LookAtAsync(visitor, name));
            }
        }

        barriers.Should().BeEmpty("the portal is for everybody; https://dequeuniversity.com/rules/axe tells of each rule");
    }

    /// <summary>Whether the page has begun to listen for chosen files, which a person is never quick enough to miss.</summary>
    private const string ListensForFiles = "() => document.querySelector('input[type=file]')?._blazorInputFileNextFileId !== undefined";

    private static IEnumerable<(string Name, string Path)> Pages(string empty, string project, string spec, string run, string trace) =>
    [
        ("projects", "/projects"),
        ("project", project),
        ("project-empty", empty),
        ("specs", $"{project}/specs"),
        ("specs-empty", $"{empty}/specs"),
        ("spec", spec),
        ("spec-capabilities", $"{spec}?view=capabilities"),
        ("spec-problems", $"{spec}?view=problems"),
        ("spec-blueprint", $"{spec}?view=blueprint"),
        ("spec-versions", $"{spec}?view=versions"),
        ("mocks", $"{project}/mocks"),
        ("mocks-empty", $"{empty}/mocks"),
        ("runs", $"{project}/runs"),
        ("runs-empty", $"{empty}/runs"),
        ("run", run),
        ("traces", $"{project}/traces"),
        ("traces-empty", $"{empty}/traces"),
        ("trace", trace),
    ];

    private static async Task<string> CreateProjectAsync(IPage page, string name)
    {
        await page.GotoAsync("/projects");
        await Expect(page.Locator(".mud-skeleton")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "New project" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create project" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        if (new Uri(page.Url).AbsolutePath == "/projects") await page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task<string> ImportAsync(IPage page, string document)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Specs" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import a document" }).ClickAsync();
        await page.WaitForFunctionAsync(ListensForFiles);
        await page.Locator("input[type=file]").SetInputFilesAsync(document);
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        if (!page.Url.Contains("/specs/", StringComparison.Ordinal)) await page.Locator(".card-link").First.ClickAsync();
        await page.WaitForURLAsync("**/specs/**");
        await Expect(page.Locator(".mud-skeleton")).ToHaveCountAsync(0);
        return new Uri(page.Url).PathAndQuery;
    }

    /// <summary>On the page of a description.</summary>
    private static async Task StartMockAsync(IPage page)
    {
        var step = page.GetByRole(AriaRole.Region, new() { Name = "Mock", Exact = true });
        await step.GetByRole(AriaRole.Button, new() { Name = "Start mock" }).ClickAsync();
        await Expect(step.Locator("code")).ToContainTextAsync("http://127.0.0.1:");
    }

    /// <summary>On the page of a description: the list of endpoints leads to each, and the file is there.</summary>
    private static async Task ReadBlueprintAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Blueprint", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Chapters" }).GetByRole(AriaRole.Link, new() { Name = "Checklist" }))
            .ToBeVisibleAsync();
        var link = page.Locator(".markdown td a[href*='#text-']").Last;
        var target = page.Locator($"[id='{(await link.GetAttributeAsync("href"))!.Split('#')[1]}'] >> xpath=following::*[self::h5][1]");
        await Expect(target).Not.ToBeInViewportAsync();
        await link.ClickAsync();
        await Expect(target).ToBeInViewportAsync();
        await Expect(target).ToHaveTextAsync(await link.InnerTextAsync());
        var file = await page.APIRequest.GetAsync(
            new Uri(new Uri(page.Url), await page.GetByRole(AriaRole.Link, new() { Name = "JSON" }).GetAttributeAsync("href")).ToString());
        (await file.JsonAsync())!.Value.GetProperty("groups").GetArrayLength().Should().BePositive();
    }

    /// <summary>From any page of the project: runs the golden tests of its only description against its mock, and waits for the results.</summary>
    private static async Task<string> RunAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Specs" }).ClickAsync();
        await page.Locator(".card-link").First.ClickAsync();
        var run = page.GetByRole(AriaRole.Region, new() { Name = "Golden tests" }).GetByRole(AriaRole.Button, new() { Name = "Run" });
        await Eventually.TrueAsync(() => OpensAsync(page, run, "**/runs/*"), "the page of the run opens");
        await Expect(page.Locator("#run-title [data-status=COMPLETED]")).ToBeVisibleAsync();
        await Expect(page.Locator(".case-category > summary [data-status=PASS]").First).ToBeVisibleAsync();
        await Expect(page.Locator(".case-category [data-status=ERROR]")).ToHaveCountAsync(0);
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Whether a button leads somewhere; one that is pressed before the page listens does nothing.</summary>
    private static async Task<bool> OpensAsync(IPage page, ILocator button, string address)
    {
        if (page.Url.Contains("/runs/", StringComparison.Ordinal)) return true;
        await button.ClickAsync();
        try
        {
            await page.WaitForURLAsync(address, new() { Timeout = 20_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>On the page of a run.</summary>
    private static async Task<string> SeeTraceAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Traces" }).Last.ClickAsync();
        await page.WaitForURLAsync("**/traces?run=*");
        await page.Locator(".trace-link").First.ClickAsync();
        await Expect(page.GetByText("Signature holds")).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task VerifyAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Traces" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Expect(page.GetByText("The chain holds")).ToBeVisibleAsync();
    }

    /// <summary>On the first page of the project.</summary>
    private static async Task SeeStepAsync(IPage page, string step, string state)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await Expect(page.Locator($"[data-step={step}]")).ToContainTextAsync(state);
    }

    private static async Task<IEnumerable<string>> LookAtAsync(Visitor visitor, string name)
    {
        await visitor.PictureAsync(name);
        var overflow = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.Should().BeLessThanOrEqualTo(0, "{0} must not scroll sideways", name);
        (await visitor.Page.Locator("h1").CountAsync()).Should().Be(1, "{0} has one main heading", name);
        visitor.OutsideRequests.Should().BeEmpty();
        return Look.Telling.Contains(visitor.Look) ? await BarriersAsync(visitor.Page) : [];
    }

    /// <summary>What axe-core finds that keeps somebody out.</summary>
    private static async Task<IReadOnlyList<string>> BarriersAsync(IPage page) =>
        (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")).ToList();

    /// <summary>A real document of the corpus; the example that comes with the product where the corpus is absent.</summary>
    private static string Document() => SharedData.IsPresent ? Path.Combine(SharedData.Root, "specs", "readme-train-travel-3.1.json") : Sample;
}

using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntegrationCopilot.EndToEnd.Tests;

/// <summary>Test runs as somebody sees them who has just started the server.</summary>
public sealed class RunsTests(Chromium chromium)
{
    [Fact]
    public async Task Newcomer_FindsARunOfTheExample_AndStartsAnother()
    {
        var browser = await chromium.BrowserAsync();
        await using var server = await RunningServer.StartAsync(environment: "Development");
        await using var newcomer = await Visitor.OpenAsync(browser, server, Look.Desktop);
        await newcomer.SignInAsync(server);
        var page = newcomer.Page;

        await OpenRunsAsync(page);
        await Expect(page.Locator("td [data-status=COMPLETED]")).ToHaveCountAsync(1);
        await newcomer.PictureAsync("runs-1-example");
        await page.Locator("td a").First.ClickAsync();
        await Expect(page.Locator(".case-category > summary").First).ToContainTextAsync("Pass");
        await newcomer.PictureAsync("runs-2-results");
        await page.Locator(".case-category > summary").First.ClickAsync();
        await page.Locator(".operation > summary:has([data-status=PASS])").First.ClickAsync();
        await Expect(page.Locator(".assertions li").First).ToBeVisibleAsync();
        await newcomer.PictureAsync("runs-3-evidence");

        await page.GetByRole(AriaRole.Link, new() { Name = "Runs", Exact = true }).ClickAsync();
        await StartElsewhereAsync(newcomer, "http://127.0.0.1:9/v1");
        await Expect(page.Locator("h2 [data-status=COMPLETED]")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Results by status" }).GetByRole(AriaRole.Link, new() { Name = "Error" }).ClickAsync();
        await Expect(page.Locator(".case-category > summary", new() { HasText = "Rate limiting" })).ToHaveCountAsync(0); // all of them were skipped
        await page.Locator(".operation > summary:has([data-status=ERROR])").First.ClickAsync();
        await Expect(page.Locator(".operation-body").First).ToContainTextAsync("did not answer");
        await newcomer.PictureAsync("runs-5-nobody-answers");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Results by status" }).GetByRole(AriaRole.Link, new() { Name = "Skip" }).ClickAsync();
        await Expect(page.Locator(".case-category").First).ToBeVisibleAsync();
        (await page.Locator("main").InnerTextAsync()).Should().NotContain("expired_token", "a value was given for it");
        newcomer.ConsoleErrors.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_OfAnApiWithFaults_ShowsEachDefectWithItsCause()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"))).Spec!;
        FaultInjection[] faults = [.. new[] { "wrong-type", "missing-required-accepted", "stack-trace" }.Select(MockFaults.Find).OfType<MockFault>()
            .Select(fault => new FaultInjection(fault))];
        await using var api = await MockServer.StartAsync(spec, new MockServerOptions { Faults = faults });
        var browser = await chromium.BrowserAsync();
        await using var server = await RunningServer.StartAsync(environment: "Development");
        foreach (var look in Look.All)
        {
            await using var vendor = await Visitor.OpenAsync(browser, server, look);
            await vendor.SignInAsync(server);
            var page = vendor.Page;
            await OpenRunsAsync(page);
            if (look == Look.Desktop)
            {
                await StartElsewhereAsync(vendor, api.BaseUrl.ToString(), new MockCredentials().ApiKey);
                await Expect(page.Locator("h2 [data-status=COMPLETED]")).ToBeVisibleAsync();
            }
            else
            {
                await page.Locator("td a").First.ClickAsync();
            }

            await Expect(page.Locator(".case-category > summary").First).ToBeVisibleAsync();
            await vendor.PictureAsync("runs-6-defects");
        }
    }

    /// <summary>The example is made after the server has begun to listen.</summary>
    private static async Task OpenRunsAsync(IPage page)
    {
        await Eventually.TrueAsync(
            async () =>
            {
                await page.GotoAsync("/projects");
                await Expect(page.Locator(".mud-skeleton")).ToHaveCountAsync(0);
                return await page.Locator(".card-link").CountAsync() > 0;
            },
            "the example project is there");
        await page.Locator(".card-link").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Runs", Exact = true }).ClickAsync();
    }

    private static async Task StartElsewhereAsync(Visitor visitor, string baseUrl, string apiKey = "a-key")
    {
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "New run" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("An installation of the API").ClickAsync();
        await dialog.GetByLabel("Credentials", new() { Exact = true }).SelectOptionAsync("ApiKey");
        await dialog.GetByLabel("API key", new() { Exact = true }).FillAsync(apiKey);
        await dialog.GetByLabel("expired_token", new() { Exact = true }).FillAsync("a-secret");
        await dialog.GetByText("Other values").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start run" }).ClickAsync();
        await Expect(dialog.Locator(".validation-message")).ToBeVisibleAsync();
        await visitor.PictureAsync("runs-4-new");
        await dialog.GetByLabel("Base URL", new() { Exact = true }).FillAsync(baseUrl);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start run" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }
}

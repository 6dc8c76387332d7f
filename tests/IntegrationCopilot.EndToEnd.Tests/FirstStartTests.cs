using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntegrationCopilot.EndToEnd.Tests;

/// <summary>What somebody meets who starts the server for the first time outside development.</summary>
public sealed class FirstStartTests(Chromium chromium)
{
    private const string Password = "correct horse battery staple";

    [Fact]
    public async Task FirstOwner_WithTheSetupLink_ComesToAnEmptyPortal()
    {
        var browser = await chromium.BrowserAsync();
        await using var server = await RunningServer.StartAsync();
        await using var owner = await Visitor.OpenAsync(browser, server, Look.DarkDesktop);
        await owner.Page.GotoAsync("/");
        await Expect(owner.Page.GetByText("Open the set-up link that the server printed")).ToBeVisibleAsync();
        await owner.PictureAsync("first-start-1-sign-in");

        await owner.Page.GotoAsync($"/setup?token={await OfferAsync(server)}");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Create and sign in" }).ClickAsync();
        await Expect(owner.Page.GetByText("Name your organisation.")).ToBeVisibleAsync();
        await owner.PictureAsync("first-start-2-set-up");
        await owner.Page.GetByLabel("Organisation").FillAsync("Vendor");
        await owner.Page.GetByLabel("Your name").FillAsync("Ada");
        await owner.Page.GetByLabel("E-mail").FillAsync("ada@vendor.example");
        await owner.Page.GetByLabel("Password").FillAsync(Password);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Create and sign in" }).ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Create your first project" })).ToBeVisibleAsync();
        await owner.PictureAsync("first-start-3-projects");

        await using var guest = await Visitor.OpenAsync(browser, server, Look.Phone);
        await guest.Page.GotoAsync("/setup?token=0123");
        await Expect(guest.Page.GetByRole(AriaRole.Heading, new() { Name = "This link does not work" })).ToBeVisibleAsync();
        await guest.PictureAsync("first-start-4-used-link");
        owner.ConsoleErrors.Should().BeEmpty();
    }

    /// <summary>A link like the one the server prints; asked for after it was printed, because a newer one ends the older.</summary>
    private static async Task<string?> OfferAsync(RunningServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Server.Platform.Persistence.AppDbContext>();
        await Eventually.TrueAsync(() => Task.FromResult(database.Set<SetupLink>().Any()), "the server offers its link");
        return await scope.ServiceProvider.GetRequiredService<FirstOwner>().OfferAsync(CancellationToken.None);
    }
}

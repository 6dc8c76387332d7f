using IntegrationCopilot.Server.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntegrationCopilot.EndToEnd.Tests;

/// <summary>The portal without a pointer.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    /// <summary>More than the controls of the dialog, so that the keys go round.</summary>
    private const int Tabs = 9;

    [Fact]
    public async Task Dialog_TabbedThroughQuickly_KeepsTheFocusAndGivesItBack()
    {
        var browser = await chromium.BrowserAsync();
        await using var server = await RunningServer.StartAsync(environment: "Development");
        await using var visitor = await Visitor.OpenAsync(browser, server, Look.Desktop);
        await visitor.SignInAsync(server);
        var page = visitor.Page;
        await Expect(page.Locator(".mud-skeleton")).ToHaveCountAsync(0);
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "New project" }).First;
        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New project" });
        await Expect(dialog.GetByRole(AriaRole.Heading, new() { Name = "New project", Level = 2 })).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();

        for (var i = 0; i < Tabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<bool>("() => document.activeElement.closest('.shell, .skip-link') === null")).Should()
                .BeTrue("what is behind a dialog is out of reach");
        }

        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Dialog_WithAMistake_SaysItAtTheField()
    {
        var browser = await chromium.BrowserAsync();
        await using var server = await RunningServer.StartAsync(environment: "Development");
        await using var visitor = await Visitor.OpenAsync(browser, server, Look.Desktop);
        await visitor.SignInAsync(server);
        await Expect(visitor.Page.Locator(".mud-skeleton")).ToHaveCountAsync(0);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "New project" }).First.ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        var name = dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" });
        await Expect(name).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync(["This is required."]);
        await Expect(name).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(name).ToHaveAccessibleDescriptionAsync("This is required.");
    }

    [Fact]
    public async Task Menu_OnAPhone_ClosesWithEscapeFromItsButton()
    {
        var browser = await chromium.BrowserAsync();
        await using var server = await RunningServer.StartAsync(environment: "Development");
        await using var visitor = await Visitor.OpenAsync(browser, server, Look.Phone);
        await visitor.SignInAsync(server);
        await Expect(visitor.Page.Locator(".mud-skeleton")).ToHaveCountAsync(0);
        var menu = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        await menu.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");

        await visitor.Page.Keyboard.PressAsync("Escape");

        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(menu).ToBeFocusedAsync();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using IntegrationCopilot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace IntegrationCopilot.EndToEnd.Tests;

/// <summary>
/// The documentation as a site: it builds without a warning, pages open in a browser without a mistake (of those made from the code a part, all with
/// <c>IC_FULL=1</c>), and every link of every page leads somewhere.
/// </summary>
public sealed class SiteTests(Chromium chromium)
{
    private const int Tabs = 3;
    private const int PartOfCode = 10;
    private static readonly string Site = Path.Combine(SharedData.RepositoryRoot, "artifacts", "site");

    [Fact]
    public async Task Site_EveryPage_OpensWithoutAnErrorAndEveryLinkLeadsSomewhere()
    {
        var browser = await chromium.BrowserAsync();
        await RunAsync("tool", "restore");
        await RunAsync("docfx", "docfx.json", "--warningsAsErrors");
        await using var server = await ServeAsync();
        var pages = await VisitAsync(browser, server.Urls.Single());
        pages.Count.Should().BeGreaterThan(100);
        pages.SelectMany(page => page.Value.Mistakes.Select(mistake => $"{page.Key}: {mistake}")).Should().BeEmpty();
        DeadLinks(pages).Should().BeEmpty();
    }

    [Fact]
    public void DeadLinks_PageAndAnchorThatAreNotThere_AreBothTold()
    {
        var pages = new Dictionary<string, VisitedPage>(StringComparer.Ordinal)
        {
            ["/a.html"] = new(["/b.html", "/b.html#there", "/b.html#not-there", "/c.html", "/a.html#"], [], []),
            ["/b.html"] = new([], ["there"], []),
        };
        DeadLinks(pages).Should().Equal("/a.html links to /b.html#not-there", "/a.html links to /c.html");
    }

    /// <summary>Links within the site to a page, or a place on a page, that it does not have.</summary>
    private static IEnumerable<string> DeadLinks(IReadOnlyDictionary<string, VisitedPage> pages) =>
        from page in pages
        from link in page.Value.Links
        where !LeadsSomewhere(link, pages)
        select $"{page.Key} links to {link}";

    private static bool LeadsSomewhere(string link, IReadOnlyDictionary<string, VisitedPage> pages)
    {
        var parts = link.Split('#', 2);
        var path = Uri.UnescapeDataString(parts[0].Split('?')[0]);
        if (!pages.TryGetValue(path.EndsWith('/') ? $"{path}index.html" : path, out var page)) return File.Exists(Path.Combine(Site, path.TrimStart('/')));
        return parts.Length == 1 || parts[1].Length == 0 || page.Places.Contains(Uri.UnescapeDataString(parts[1]));
    }

    /// <summary>Reads every page for its links, and opens those that people wrote and a part of those made from the code.</summary>
    private static async Task<IReadOnlyDictionary<string, VisitedPage>> VisitAsync(IBrowser browser, string address)
    {
        List<string> all = [.. Directory.EnumerateFiles(Site, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => "/" + Path.GetRelativePath(Site, file).Replace(Path.DirectorySeparatorChar, '/'))];
        var opened = all.Where(path => !IsFromCode(path)).Concat(CorpusPart.Of(all.Where(IsFromCode), PartOfCode)).ToHashSet(StringComparer.Ordinal);
        var waiting = new ConcurrentQueue<string>(all);
        var visited = new ConcurrentDictionary<string, VisitedPage>(StringComparer.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, Tabs).Select(async _ =>
        {
            await using var context = await browser.NewContextAsync(new() { BaseURL = address });
            context.SetDefaultTimeout(Chromium.Patience);
            var tab = await context.NewPageAsync();
            await tab.GotoAsync("/toc.html");
            while (waiting.TryDequeue(out var path)) visited[path] =
                await ReadAsync(tab, path) with { Mistakes = opened.Contains(path) ? await OpenAsync(context, address, path) : [] };
        }));
        return visited;
    }

    private static bool IsFromCode(string path) => path.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>The links and places of a page as it is written, before its scripts run.</summary>
    private static async Task<VisitedPage> ReadAsync(IPage tab, string path)
    {
        var read = await tab.EvaluateAsync<string[][]>("""
            async path => {
              const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
              const base = page.head.appendChild(page.createElement('base'));
              base.href = new URL(path, location.href);
              return [
                Array.from(page.querySelectorAll('a[href]'), link => link.href).filter(link => link.startsWith(location.origin)).map(link => link.slice(location.origin.length)),
                Array.from(page.querySelectorAll('[id], a[name]'), place => place.id || place.name),
              ];
            }
            """, path);
        return new([.. read[0].Distinct(StringComparer.Ordinal)], [.. read[1]], []);
    }

    /// <summary>What goes wrong when the page is opened.</summary>
    private static async Task<IReadOnlyList<string>> OpenAsync(IBrowserContext context, string address, string path)
    {
        var mistakes = new ConcurrentQueue<string>();
        var tab = await context.NewPageAsync();
        tab.Console += (_, message) =>
        {
            if (message.Type == "error") mistakes.Enqueue(message.Text);
        };
        tab.PageError += (_, error) => mistakes.Enqueue(error);
        tab.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith(address, StringComparison.Ordinal)) mistakes.Enqueue(
                $"asks for {request.Url}");
        };
        var answer = await tab.GotoAsync(path);
        if (answer is not { Ok: true }) mistakes.Enqueue($"answered {answer?.Status}");
        await tab.CloseAsync();
        return [.. mistakes];
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Site), StaticFileOptions = { ServeUnknownFileTypes = true } });
        await server.StartAsync();
        return server;
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
            { WorkingDirectory = SharedData.RepositoryRoot, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "dotnet {0} said {1}", string.Join(' ', arguments),
            string.Concat(output).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    /// <param name="Links">Where it links to within the site: path and fragment.</param>
    /// <param name="Places">What a fragment may name on it.</param>
    /// <param name="Mistakes">What went wrong in it.</param>
    private sealed record VisitedPage(IReadOnlyList<string> Links, HashSet<string> Places, IReadOnlyList<string> Mistakes);
}

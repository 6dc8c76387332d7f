using System.Net;
using System.Text.RegularExpressions;
using IntegrationCopilot.Server.Tests.Hosting;

namespace IntegrationCopilot.Server.Tests.Platform.Http;

public sealed partial class RateLimitsTests
{
    private static readonly Uri Page = new("/account/sign-in", UriKind.Relative);

    [Fact]
    public async Task Page_BeyondTheLimit_IsThePageOfThatStatusWithItsStyleSheets()
    {
        await using var server = await StartAsync();
        using var browser = new HttpClient { BaseAddress = server.Address };
        using var first = await GetAsync(browser, Page);
        var sheets = StyleSheet().Matches(await TextOfAsync(first)).Select(match => match.Groups["sheet"].Value).ToList();
        using var second = await GetAsync(browser, Page);

        second.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter.Should().NotBeNull();
        second.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await TextOfAsync(second)).Should().Contain("<h1>Too many requests</h1>");
        sheets.Should().HaveCountGreaterThan(3);
        foreach (var sheet in sheets)
        {
            using var answer = await GetAsync(browser, new Uri(sheet, UriKind.Relative));
            answer.StatusCode.Should().Be(HttpStatusCode.OK, "{0} belongs to the page that says so", sheet);
        }
    }

    [Fact]
    public async Task Api_BeyondTheLimit_IsAProblemResponse()
    {
        await using var server = await StartAsync();
        using var program = new HttpClient { BaseAddress = server.Address };
        using var first = await GetAsync(program, new Uri("/api/projects", UriKind.Relative));
        using var second = await GetAsync(program, new Uri("/api/projects", UriKind.Relative));

        second.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        second.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await TextOfAsync(second)).Should().Contain("too_many_requests");
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<sheet>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex StyleSheet();

    private static Task<RunningServer> StartAsync() =>
        RunningServer.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["RateLimits:RequestsPerMinute"] = "1" });

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, Uri address) => client.GetAsync(address, TestContext.Current.CancellationToken);

    private static Task<string> TextOfAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}

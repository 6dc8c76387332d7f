using System.IO.Compression;
using System.Net;
using IntegrationCopilot.Server.Platform.Outbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Tests.Platform.Outbound;

public sealed class OutboundHttpTests
{
    private const int MaxBytes = 4096;

    private static readonly OutboundSettings Everything =
        new() { AllowLoopback = true, AllowPrivateNetworks = true, MaxRedirects = 2, MaxResponseBytes = MaxBytes };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task CreateClient_ThisMachineByAnyName_IsNotCalled(string host)
    {
        await using var site = await LocalSite.StartAsync(Hello);
        using var outbound = Outbound(new OutboundSettings());
        await RefusedAsync(outbound.CreateClient(), new Uri($"http://{host}:{site.Address.Port}/"));
        using var testing = outbound.CreateTestClient(ownEndpoint: null);
        await RefusedAsync(testing, new Uri($"http://{host}:{site.Address.Port}/"));
        site.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task CreateClient_WithinATracedRequest_TellsNobodyOfTheTrace()
    {
        var sent = new List<string>();
        await using var site = await LocalSite.StartAsync(context =>
        {
            lock (sent) sent.AddRange(context.Request.Headers.Keys);
            return Hello(context);
        });
        using var activity = new System.Diagnostics.Activity("request").SetIdFormat(System.Diagnostics.ActivityIdFormat.W3C).Start();
        using var outbound = Outbound(Everything);
        using var testing = outbound.CreateTestClient(ownEndpoint: null);
        foreach (var client in (HttpClient[])[outbound.CreateClient(), testing])
            using (await client.GetAsync(site.Address, TestContext.Current.CancellationToken))
            {
            }

        sent.Should().NotBeEmpty().And.NotContain(["traceparent", "tracestate", "Request-Id", "Correlation-Context"]);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:169.254.169.254]/latest/meta-data/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://0.0.0.0/")]
    public async Task CreateClient_LinkLocalAddress_IsRefusedWhateverTheSettingsSay(string address)
    {
        using var outbound = Outbound(Everything);
        await RefusedAsync(outbound.CreateClient(), new Uri(address));
        using var testing = outbound.CreateTestClient(ownEndpoint: null);
        await RefusedAsync(testing, new Uri(address));
    }

    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("file:///etc/passwd")]
    public async Task CreateClient_RedirectToWhatIsRefused_IsNotFollowed(string target)
    {
        await using var site = await LocalSite.RedirectingAsync(_ => target);
        using var outbound = Outbound(Everything);
        await RefusedAsync(outbound.CreateClient(), site.Address);
    }

    [Theory]
    [InlineData("//[")]
    [InlineData("//:99")]
    [InlineData("////")]
    public async Task CreateClient_RedirectToNoAddress_IsRefused(string target)
    {
        await using var site = await LocalSite.RedirectingAsync(_ => target);
        using var outbound = Outbound(Everything);
        await RefusedAsync(outbound.CreateClient(), site.Address, "*redirects to one that is no address*");
    }

    [Fact]
    public async Task CreateClient_HostThatCannotBeLookedUp_IsRefused()
    {
        using var outbound = Outbound(Everything);
        await RefusedAsync(outbound.CreateClient(), new Uri("http://\u202E.example/"), "*names no host*");
    }

    [Fact]
    public async Task CreateClient_RedirectToAnotherOrigin_LeavesSecretsBehind()
    {
        await using var other = await LocalSite.StartAsync(Hello);
        await using var site = await LocalSite.RedirectingAsync(context => context.Request.Path == "/" ? "/again" : other.Address.AbsoluteUri);
        using var outbound = Outbound(Everything);
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address);
        request.Headers.Add("X-API-Key", "secret");
        using var response = await outbound.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        site.Asked.Should().Equal("GET / secret", "GET /again secret");
        other.Asked.Should().Equal("GET /");
    }

    [Fact]
    public async Task CreateClient_EndlessRedirects_AreGivenUp()
    {
        await using var site = await LocalSite.RedirectingAsync(_ => "/");
        using var outbound = Outbound(Everything);
        await RefusedAsync(outbound.CreateClient(), site.Address, "*2 redirects*");
        site.Asked.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CreateClient_AnswerLargerThanAllowed_IsBrokenOff(bool compressed)
    {
        await using var site = await LocalSite.StartAsync(context => LargeAsync(context, compressed));
        using var outbound = Outbound(Everything);
        await RefusedAsync(outbound.CreateClient(), site.Address, $"*larger than {MaxBytes} bytes*");
    }

    [Fact]
    public async Task CreateTestClient_OwnEndpoint_IsCalledAndNothingElseOfThisMachine()
    {
        await using var own = await LocalSite.RedirectingAsync(_ => "/elsewhere");
        await using var other = await LocalSite.StartAsync(Hello);
        using var outbound = Outbound(new OutboundSettings());
        using var client = outbound.CreateTestClient(new IPEndPoint(IPAddress.Loopback, own.Address.Port));
        using var response = await client.GetAsync(own.Address, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.Redirect, "a test judges the redirect itself");
        await RefusedAsync(client, other.Address);
        other.Asked.Should().BeEmpty();
    }

    private static OutboundHttp Outbound(OutboundSettings settings) => new(Options.Create(settings));

    private static Task Hello(HttpContext context) => context.Response.WriteAsync("hello");

    private static async Task LargeAsync(HttpContext context, bool compressed)
    {
        var body = new byte[MaxBytes + 1];
        if (!compressed)
        {
            await context.Response.Body.WriteAsync(body);
            return;
        }

        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(body);
    }

    /// <summary>The client may hand the refusal over as it is, or inside an exception of its own.</summary>
    private static async Task RefusedAsync(HttpClient client, Uri address, string message = "*")
    {
        var get = () => client.GetStringAsync(address, TestContext.Current.CancellationToken);
        var thrown = (await get.Should().ThrowAsync<HttpRequestException>()).Which;
        var refusal = thrown as OutboundRefusedException ?? thrown.InnerException as OutboundRefusedException;
        refusal.Should().NotBeNull("{0} is to be refused, not {1}", address, thrown.Message);
        refusal!.Message.Should().Match(message);
    }
}

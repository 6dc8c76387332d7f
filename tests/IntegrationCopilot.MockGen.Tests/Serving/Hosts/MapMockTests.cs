using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Mocks inside an ASP.NET Core application.</summary>
public sealed class MapMockTests
{
    private const string Payments = MockOverridesTests.Payments;

    private const string Linking = """
        openapi: 3.0.3
        info: { title: Linking, version: "1" }
        paths:
          /jobs:
            post:
              responses:
                "201": { description: made, headers: { Location: { schema: { type: string }, example: /jobs/1 }, Link: { schema: { type: string }, example: '</jobs?page=2>; rel="next", <https://other.example/>; rel="about"' } } }
        """;

    private static async Task<(WebApplication App, HttpClient Client)> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return (app, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) });
    }

    [Fact]
    public async Task MapMock_Prefixes_EachIsItsOwnMock()
    {
        var (app, client) = await StartAsync(app =>
        {
            app.MapGet("/own", () => "own");
            app.MapMock(Described.Read(Payments), "/first");
            app.MapMock(Described.Read(Linking), "/second/deep/");
        });
        await using var _ = app;
        (await client.GetStringAsync("/own"), await client.GetStringAsync("/first/payments"), await client.GetStringAsync("/first/__mock/health")).Should()
            .Be(("own", "[1]", """{"status":"ok"}"""));
        (await StatusOf(client, "/payments"), await StatusOf(client, "/second/deep/payments"), await StatusOf(client, "/first"),
            await StatusOf(client, "/FIRST/payments?a=%2F")).Should().Be((404, 404, 404, 200));
    }

    [Fact]
    public async Task MapMock_Links_NameThePrefix()
    {
        var (app, client) = await StartAsync(app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.MapMock(Described.Read(Linking), "second");
        });
        await using var _ = app;
        using var made = await client.PostAsync("/base/second/jobs", null);
        (made.Headers.Location?.ToString(), made.Headers.GetValues("Link").Single()).Should()
            .Be(("/base/second/jobs/1", "</base/second/jobs?page=2>; rel=\"next\", <https://other.example/>; rel=\"about\""));
    }

    [Fact]
    public async Task MapMock_NoPrefix_TakesWhatNoOtherRouteTakes()
    {
        var (app, client) = await StartAsync(app =>
        {
            app.MapMock(Described.Read(Payments));
            app.MapGet("/own", () => "own");
        });
        await using var _ = app;
        (await client.GetStringAsync("/own"), await client.GetStringAsync("/payments")).Should().Be(("own", "[1]"));
    }

    [Fact]
    public async Task MapMock_Conventions_AreHeeded()
    {
        var (app, client) = await StartAsync(app => app.MapMock(Described.Read(Payments), "/first").AddEndpointFilterLike());
        await using var _ = app;
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Should().ContainSingle().Which.Metadata.GetMetadata<Mark>().Should().NotBeNull();
        (await StatusOf(client, "/first/payments")).Should().Be(200);
    }

    [Theory]
    [InlineData(MockControlAccess.None, 403)]
    [InlineData(MockControlAccess.Loopback, 204)]
    public async Task MapMock_Control_IsOffUnlessAskedFor(MockControlAccess access, int status)
    {
        var (app, client) = await StartAsync(app => app.MapMock(Described.Read(Payments), "/first", new MockOptions { Control = access }));
        await using var _ = app;
        ((int)(await client.PostAsync("/first/__mock/reset", null)).StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task MapMock_BodyTooLarge_Is413WithoutReadingIt()
    {
        var (app, client) = await StartAsync(app => app.MapMock(Described.Read(Payments), "/first", new MockOptions { MaxBodyBytes = 1_000 }));
        await using var _ = app;
        client.DefaultRequestHeaders.ExpectContinue = true;
        (await client.PostAsync("/first/payments", new ByteArrayContent(new byte[100_000]))).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("/a/{b}")]
    [InlineData("/a//b")]
    [InlineData("/a?b")]
    public void MapMock_PrefixThatIsNone_IsRefused(string prefix)
    {
        var app = WebApplication.CreateBuilder().Build();
        app.Invoking(a => a.MapMock(Described.Read(Payments), prefix)).Should().Throw<ArgumentException>();
    }

    private static async Task<int> StatusOf(HttpClient client, string path) => (int)(await client.GetAsync(path)).StatusCode;
}

/// <summary>A convention of an application.</summary>
internal sealed class Mark;

internal static class Conventions
{
    public static TBuilder AddEndpointFilterLike<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new Mark()));
        return builder;
    }
}

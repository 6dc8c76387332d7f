using System.Net;
using System.Net.Sockets;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class MockCommandTests
{
    private const string Schemes = """
        openapi: 3.1.0
        info: { title: Schemes, version: "1" }
        paths: { /a: { get: { security: [{ m: [] }], responses: { "200": { description: ok } } } } }
        components: { securitySchemes: { m: { type: mutualTLS } } }
        """;

    private const string Things = """
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        paths:
          /things:
            get: { responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } } } } }
            post:
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
          /things/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" }, example: { id: first } } } } }
        components: { schemas: { Thing: { type: object, required: [id], properties: { id: { type: string } } } } }
        """;

    [Theory]
    [InlineData(new string[0], HttpStatusCode.NotFound)]
    [InlineData(new[] { "--no-state" }, HttpStatusCode.OK)]
    public async Task Mock_ThingThatIsNotThere_IsFoundOnlyWithoutState(string[] options, HttpStatusCode expected)
    {
        using var folder = new TempFolder();
        var (_, answer) = await CallAsync(folder.Write("things.yaml", Things), "/things/other", options);
        answer.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task Mock_CorsAndLog_LetsPagesInAndWritesALineForEachRequest()
    {
        var (run, answer) = await CallAsync(CliRun.Payments, "/payments?x=%1B[31m", "--cors", "--log");
        answer.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("http://localhost:3000");
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Error.Should().MatchRegex("GET /payments\\?x=%1B\\[31m 401 \\d+ ms");
        run.Output.Should().Contain("is mocked at http://127.0.0.1:").And.NotContain("whoever reaches this machine");
    }

    [Fact]
    public async Task Mock_Plain_KeepsPagesAwayAndIsQuiet()
    {
        var (run, answer) = await CallAsync(CliRun.Payments, "/payments");
        answer.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Mock_HostIsEveryAddress_SaysWhoCanCall()
    {
        var (run, answer) = await CallAsync(CliRun.Payments, "/__mock/health", "--host", "0.0.0.0");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        run.Output.Should().Contain("is mocked at http://127.0.0.1:").And.Contain("It listens on 0.0.0.0: whoever reaches this machine can call it.");
    }

    [Fact]
    public async Task Mock_SchemeThatIsNotChecked_SaysSo()
    {
        using var folder = new TempFolder();
        var (run, answer) = await CallAsync(folder.Write("schemes.yaml", Schemes), "/a");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        run.Output.Should().Contain("m: not checked, so everybody is let in");
    }

    [Theory]
    [InlineData("nowhere", "A host is an IP address of this machine")]
    [InlineData("203.0.113.77", "The mock cannot listen on 203.0.113.77:0")]
    public async Task Mock_HostThatIsNone_IsMisuse(string host, string told)
    {
        var run = await CliRun.OfAsync("mock", CliRun.Payments, "--host", host);
        (run.ExitCode, run.Error).Should().Match<(int, string)>(r => r.Item1 == ExitCodes.Misused && r.Item2.Contains(told));
    }

    /// <summary>Starts a mock, calls it once from a page, and stops it.</summary>
    private static async Task<(CliRun Run, HttpResponseMessage Answer)> CallAsync(string spec, string path, params string[] options)
    {
        var port = FreePort();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var running = CliRun.StoppedByAsync(stop.Token, ["mock", spec, "--port", $"{port}", .. options]);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        while (!await IsUpAsync(client)) stop.Token.ThrowIfCancellationRequested();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseAddress, path));
        request.Headers.Add("Origin", "http://localhost:3000");
        var answer = await client.SendAsync(request, stop.Token);
        await stop.CancelAsync();
        return (await running, answer);
    }

    private static async Task<bool> IsUpAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(new Uri("__mock/health", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(20);
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

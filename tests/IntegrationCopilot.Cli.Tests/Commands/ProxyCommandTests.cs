using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class ProxyCommandTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        paths:
          /things/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses:
                "200":
                  description: ok
                  content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
        """;

    [Fact]
    public async Task Proxy_UntilStopped_TellsEachBreachAndTheSum()
    {
        using var folder = new TempFolder();
        var traces = folder.PathOf("t.ndjson");
        var (run, answers) = await RunAsync(folder, ["--traces", traces], "/things/1", "/things/2?api_key=hunter2-hunter2");
        answers.Should().Equal("200 {\"id\":1}", "200 {\"id\":\"\\u001b[2J\"}");
        run.ExitCode.Should().Be(ExitCodes.Failed);
        var lines = run.Output.Split('\n');
        lines[0].Should().MatchRegex(@"^Things 1 at http://127\.0\.0\.1:\d+/ is recorded at http://127\.0\.0\.1:\d+/$");
        lines[2].Should().StartWith("GET http://127.0.0.1:").And.Contain("/things/2?api_key=").And.Contain(" 200  body.id: Must be of type integer");
        run.Output.Should().Contain("1 of 2 exchanges break the description; 1 cause.").And.Contain("GET /things/{id}  200 2 ×")
            .And.NotContain("\u001b").And.NotContain("hunter2");
        (await CliRun.OfAsync("trace", "verify", traces, "--key-file", traces + ".key")).Output.Should()
            .Contain("2 traces, all signatures and the chain hold.");
        (await CliRun.OfAsync("check", folder.PathOf("api.yaml"), traces)).Output.Should().StartWith("1 of 2 exchanges break the description; 1 cause.");
    }

    [Fact]
    public async Task Proxy_Strict_RefusesBothWays()
    {
        using var folder = new TempFolder();
        var (run, answers) = await RunAsync(folder, ["--strict"], "/things/x", "/things/2", "/things/1");
        answers.Select(answer => answer[..3]).Should().Equal("400", "502", "200");
        run.Output.Should().MatchRegex("GET http://[^ ]*/things/x refused  path.id: ").And.MatchRegex("GET http://[^ ]*/things/2 200 withheld  body.id: ");
    }

    [Theory]
    [InlineData("--to takes an absolute http or https URL", "--to", "example.com")]
    [InlineData("--to takes a URL without a query.", "--to", "http://example.com/?a=1")]
    [InlineData("Option '--to' is required.")]
    [InlineData("A port is a number from 1 to 65535.", "--to", "http://example.com/", "--port", "70000")]
    [InlineData("A host is an IP address of this machine", "--to", "http://example.com/", "--host", "localhost")]
    [InlineData("--traces-key signs the file of --traces PATH", "--to", "http://example.com/", "--traces-key", "k")]
    public async Task Proxy_WrongWords_IsMisuse(string problem, params string[] words)
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync(["proxy", folder.Write("api.yaml", Document), .. words]);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(problem);
    }

    /// <summary>Runs the command before an API whose thing 2 is wrong, calls it, and stops it.</summary>
    private static async Task<(CliRun Run, List<string> Answers)> RunAsync(TempFolder folder, string[] words, params string[] paths)
    {
        await using var api = await ServeAsync();
        var port = FreePort();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var running = CliRun.StoppedByAsync(stop.Token, ["proxy", folder.Write("api.yaml", Document), "--to", api.Urls.First(), "--port", $"{port}", .. words]);
        while (!await IsUpAsync(port)) stop.Token.ThrowIfCancellationRequested();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        var answers = new List<string>();
        foreach (var path in paths)
        {
            using var response = await client.GetAsync(path, stop.Token);
            answers.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(stop.Token)}");
        }

        await stop.CancelAsync();
        return (await running, answers);
    }

    private static async Task<bool> IsUpAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(context.Request.Path == "/things/2" ? "{\"id\":\"\\u001b[2J\"}" : "{\"id\":1}"))
                .AsTask();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

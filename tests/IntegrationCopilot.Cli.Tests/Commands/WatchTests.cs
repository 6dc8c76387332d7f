using System.Collections.Concurrent;
using System.Net.Sockets;

namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary><c>--watch</c> of <c>run</c> and <c>mock</c>.</summary>
public sealed class WatchTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private static string Api(string title, string example = "first") => $$"""
        openapi: 3.1.0
        info: { title: {{title}}, version: "1" }
        paths:
          /a: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: string }, example: {{example}} } } } } } }
        """;

    [Fact]
    public async Task Run_DocumentChanges_RunsAgainAndGoesOnWhenItCannotBeUnderstood()
    {
        using var folder = new TempFolder();
        var document = folder.Write("api.yaml", Api("One"));
        using var watched = new WatchedRun("run", document, "--watch", "--quiet", "--report", $"json={folder.PathOf("out.json")}", "--report", "text=-");
        await watched.UntilAsync("One against MOCK");
        await watched.UntilAsync("Waiting for a change");
        folder.Write("api.yaml", "openapi: [");
        await watched.UntilAsync("api.yaml changed.");
        await watched.UntilAsync("error");
        folder.Write("api.yaml", Api("Two"));
        await watched.UntilAsync("Two against MOCK");
        (await watched.StopAsync()).Should().Be(ExitCodes.Good);
        watched.Text.Should().NotContain("out.json changed");
    }

    [Fact]
    public async Task Mock_DocumentChanges_AnswersAsItHasBecomeAtTheSameAddress()
    {
        using var folder = new TempFolder();
        var document = folder.Write("api.yaml", Api("One"));
        var port = FreePort();
        using var watched = new WatchedRun("mock", document, "--watch", "--port", $"{port}");
        await watched.UntilAsync("One 1 is mocked at");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        (await client.GetStringAsync("a")).Should().Be("\"first\"");
        folder.Write("api.yaml", "openapi: [");
        await watched.UntilAsync("error");
        (await client.GetStringAsync("a")).Should().Be("\"first\"", "it goes on with what the document was");
        folder.Write("api.yaml", Api("Two", "second"));
        await watched.UntilAsync("Two 1 is mocked at");
        (await client.GetStringAsync("a")).Should().Be("\"second\"");
        (await watched.StopAsync()).Should().Be(ExitCodes.Good);
    }

    [Fact]
    public async Task Run_FileOfSettings_IsNamedOnce()
    {
        using var folder = new TempFolder();
        folder.Write("api.yaml", Api("One"));
        using var watched = new WatchedRun(
            "run", "--config", folder.Write("integration-copilot.yaml", "apis:\n  - document: api.yaml\n"), "--watch", "--quiet");
        await watched.UntilAsync("Waiting for a change");
        (await watched.StopAsync()).Should().Be(ExitCodes.Good);
        watched.Text.Split("Settings of").Should().HaveCount(2);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("mock")]
    public async Task Watch_StandardInput_IsMisuse(string command) =>
        (await CliRun.OfAsync(command, "-", "--watch")).Error.Should().Contain("--watch watches files; the document is none.");

    [Fact]
    public async Task Run_Quiet_TellsWhatItComesToAndNothingElse()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("run", folder.Write("api.yaml", Api("One")), "--quiet");
        run.Error.Should().BeEmpty();
        run.Output.Should().StartWith("One against MOCK").And.Contain("No operation breaks the description").And.NotContain("coverage").And.NotContain(
            "\npassed\n");
        var loud = await CliRun.OfAsync("run", folder.PathOf("api.yaml"));
        loud.Output.Should().Contain("\ncoverage\n").And.Contain("\npassed\n");
    }

    [Fact]
    public async Task Mock_Dynamic_AnswersFromTheSchemaAnotherForEachUrl()
    {
        using var folder = new TempFolder();
        var port = FreePort();
        using var watched = new WatchedRun("mock", folder.Write("api.yaml", Api("One")), "--dynamic", "--port", $"{port}");
        await watched.UntilAsync("is mocked at");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => client.GetStringAsync($"a?n={n}")));
        answers.Should().NotContain("\"first\"").And.Subject.Distinct().Should().HaveCountGreaterThan(2);
        (await client.GetStringAsync("a?n=0")).Should().Be(answers[0]);
        await watched.StopAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A command that goes on until it is stopped, and what it has printed so far.</summary>
    private sealed class WatchedRun : IDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Heard heard = new();
        private readonly Task<int> running;
        private int read;

        public WatchedRun(params string[] args)
        {
            var terminal = new Terminal(heard, heard, () => Stream.Null, isInteractive: false);
            running = Task.Run(() => CommandLine.RunAsync(args, terminal, stop.Token));
        }

        public string Text => heard.ToString();

        /// <summary>Waits until it prints a text after those that were waited for before.</summary>
        public async Task UntilAsync(string text)
        {
            using var deadline = new CancellationTokenSource(Deadline);
            int at;
            while ((at = Text.IndexOf(text, read, StringComparison.Ordinal)) < 0)
            {
                if (running.IsCompleted || deadline.IsCancellationRequested) Text.Should()
                    .Contain(text, "of a command that {0}", running.IsCompleted ? "ended" : "goes on");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            read = at + text.Length;
        }

        public async Task<int> StopAsync()
        {
            await stop.CancelAsync();
            return await running.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        }

        public void Dispose()
        {
            stop.Cancel();
            stop.Dispose();
            heard.Dispose();
        }
    }

    /// <summary>Text that several threads write and read.</summary>
    private sealed class Heard : StringWriter
    {
        private readonly ConcurrentQueue<string> parts = new();

        public override void Write(char value) => parts.Enqueue(value.ToString());

        public override void Write(char[] buffer, int index, int count) => parts.Enqueue(new string(buffer, index, count));

        public override void Write(string? value) => parts.Enqueue(value ?? "");

        public override Task WriteAsync(string? value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override string ToString() => string.Concat(parts);
    }
}

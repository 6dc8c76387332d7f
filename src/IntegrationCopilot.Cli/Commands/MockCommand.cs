using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.Cli.Config;
using IntegrationCopilot.Cli.Input;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>mock</c>: a server that answers as the document says.</summary>
internal sealed class MockCommand
{
    private readonly Terminal terminal;
    private readonly SpecInput spec = new();
    private readonly ListeningOptions listening = new();
    private readonly Option<int> seed = SeedOption.Create();
    private readonly Option<string[]> fault = FaultOption.Create();
    private readonly Option<bool> noState = new("--no-state") { Description = "Remember nothing: every answer is made from the document alone." };
    private readonly Option<bool> dynamic = new("--dynamic") { Description =
        "Make answers from their schemas although the document has examples, another for each URL; nothing is remembered." };
    private readonly Option<bool> cors = new("--cors") { Description = "Let pages of any origin call the mock from a browser." };
    private readonly Option<bool> log = new("--log") { Description = "Write a line for each request on standard error." };
    private readonly Option<bool> watch = new("--watch") { Description = "Begin anew whenever the document changes, at the same address." };

    private MockCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var mock = new MockCommand(terminal);
        var command = new Command("mock", "Serve a mock of the API until Ctrl+C.")
        {
            mock.seed, mock.noState, mock.dynamic, mock.fault, mock.cors, mock.log, mock.watch,
        };
        mock.listening.AddTo(command);
        mock.spec.AddTo(command);
        command.SetAction(mock.ExecuteAsync);
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(watch)) return await ServeAgainAsync(parsed, cancellationToken);
        var read = await ReadAsync(parsed, cancellationToken);
        if (read.Spec is not { } api) return ExitCodes.Failed;
        if (FaultOption.IsList(parsed.GetValue(fault))) return ListFaults(terminal, api);
        await ServeAsync(parsed, read, listening.Read(parsed).Port, cancellationToken);
        return ExitCodes.Good;
    }

    private async Task<SpecReadResult> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var read = await spec.LoadUncheckedAsync(terminal, parsed, cancellationToken);
        ProblemLines.WriteErrors(terminal, read.Problems);
        return read;
    }

    private async Task ServeAsync(ParseResult parsed, SpecReadResult read, int at, CancellationToken cancellationToken)
    {
        using var invoker = LocalDeliveries.Create(listening.Read(parsed).Address);
        await using var mock = await MockServer.StartAsync(read.Spec!, OptionsOf(parsed, at, invoker), cancellationToken);
        Greet(terminal, mock);
        await Task.WhenAll(TellFurtherAsync(terminal, read, cancellationToken), UntilStoppedAsync(cancellationToken));
    }

    /// <summary>
    /// Serves the document, and when it changes what it has become, at the same address: what the mock remembered is gone then. While it cannot be understood
    /// the mock goes on with what it was.
    /// </summary>
    private async Task<int> ServeAgainAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var changes = new FileChanges([WatchedFiles.FileOf(spec.Document(terminal, parsed).Document)], []);
        var at = listening.Read(parsed).Port is var given and > 0 ? given : FreePort(listening.Read(parsed).Address);
        var until = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = Task.CompletedTask;
        await Watching.RepeatAsync(terminal, changes, async () =>
        {
            var read = await ReadAsync(parsed, cancellationToken);
            if (read.Spec is null) return ExitCodes.Failed;
            await until.CancelAsync();
            await serving;
            until.Dispose();
            until = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            serving = ServeAsync(parsed, read, at, until.Token);
            return ExitCodes.Good;
        }, cancellationToken);
        await serving;
        until.Dispose();
        return ExitCodes.Good;
    }

    private MockServerOptions OptionsOf(ParseResult parsed, int at, HttpMessageInvoker? invoker) => new()
    {
        Port = at,
        Host = listening.Read(parsed).Address,
        Seed = parsed.GetValue(seed),
        State = !parsed.GetValue(noState) && !parsed.GetValue(dynamic),
        Dynamic = parsed.GetValue(dynamic),
        Cors = parsed.GetValue(cors),
        OnExchange = parsed.GetValue(log) ? new MockLog(terminal).Write : null,
        Faults = FaultOption.Read(parsed.GetValue(fault)),
        Deliveries = new DeliveryOptions { Invoker = invoker },
    };

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static int ListFaults(Terminal terminal, ApiSpec api)
    {
        foreach (var line in MockFaultLines.All(api)) terminal.WriteLine(line);
        return ExitCodes.Good;
    }

    private static void Greet(Terminal terminal, MockServer mock)
    {
        terminal.WriteLine($"{mock.Spec.Title} {mock.Spec.Version} is mocked at {mock.BaseUrl}");
        foreach (var line in CredentialLines(mock).Concat(LocalDeliveries.Lines(mock)).Concat(MockFaultLines.Given(mock))) terminal.WriteLine(line);
        if (!IPAddress.IsLoopback(mock.Options.Host)) terminal.WriteLine($"It listens on {mock.Options.Host}: whoever reaches this machine can call it.");
        terminal.WriteLine("Ask for a situation with a header, for example 'Prefer: code=429'. Stop with Ctrl+C.");
        terminal.Output.Flush();
    }

    /// <summary>What the schemes of the document are let in with.</summary>
    private static IEnumerable<string> CredentialLines(MockServer mock)
    {
        var kinds = mock.Options.Authentication;
        return mock.Spec.SecuritySchemes.Select(scheme => $"  {scheme.Name}: {CredentialLine(mock, kinds.Of(scheme), scheme)}");
    }

    private static string CredentialLine(MockServer mock, IAuthenticationKind kind, SecurityScheme scheme)
    {
        var known = mock.Options.Credentials;
        return kind.FormOf(scheme) switch
        {
            CredentialForm.Key when kind.PlacesOf(scheme) is [var place, ..] =>
                $"{place.Name} = {known.ApiKey} ({place.Place.ToString().ToLowerInvariant()})",
            CredentialForm.Key => $"the key {known.ApiKey}",
            CredentialForm.UserAndPassword => $"user {known.UserName}, password {known.Password}",
            CredentialForm.Token when scheme.Flows.Count > 0 =>
                $"bearer token {known.BearerToken}, or client {known.ClientId} with secret {known.ClientSecret} at {mock.TokenUrl}",
            CredentialForm.Token => $"bearer token {known.BearerToken}",
            _ => "not checked, so everybody is let in",
        };
    }

    /// <summary>Checks the document while the mock answers, and tells the errors that reading did not find.</summary>
    private static async Task TellFurtherAsync(Terminal terminal, SpecReadResult read, CancellationToken cancellationToken)
    {
        try
        {
            var complete = await Task.Run(() => DocumentCheck.Complete(read, cancellationToken), cancellationToken);
            ProblemLines.WriteErrors(terminal, [.. complete.Problems.Except(read.Problems)]);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how a mock ends.
        }
    }

    private static async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how a mock ends.
        }
    }
}

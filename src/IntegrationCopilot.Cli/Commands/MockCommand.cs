using System.CommandLine;
using System.Net;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>mock</c>: a server that answers as the document says.</summary>
internal static class MockCommand
{
    private const int HighestPort = 65535;

    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var port = new Option<int>("--port") { Description = "The port; by default one that is free." };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > HighestPort) result.AddError($"A port is a number from 1 to {HighestPort}.");
        });
        var host = HostOption();
        var seed = SeedOption.Create();
        var fault = FaultOption.Create();
        var noState = new Option<bool>("--no-state") { Description = "Remember nothing: every answer is made from the document alone." };
        var cors = new Option<bool>("--cors") { Description = "Let pages of any origin call the mock from a browser." };
        var log = new Option<bool>("--log") { Description = "Write a line for each request on standard error." };
        var command = new Command("mock", "Serve a mock of the API until Ctrl+C.") { port, host, seed, noState, fault, cors, log };
        spec.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var read = await spec.LoadUncheckedAsync(terminal, parsed, cancellationToken);
            ProblemLines.WriteErrors(terminal, read.Problems);
            if (read.Spec is not { } api) return ExitCodes.Failed;
            var faults = parsed.GetValue(fault);
            if (FaultOption.IsList(faults)) return ListFaults(terminal, api);
            var address = IPAddress.Parse(parsed.GetValue(host)!);
            using var invoker = LocalDeliveries.Create(address);
            var options = new MockServerOptions
            {
                Port = parsed.GetValue(port),
                Host = address,
                Seed = parsed.GetValue(seed),
                State = !parsed.GetValue(noState),
                Cors = parsed.GetValue(cors),
                OnExchange = parsed.GetValue(log) ? new MockLog(terminal).Write : null,
                Faults = FaultOption.Read(faults),
                Deliveries = new DeliveryOptions { Invoker = invoker },
            };
            await using var mock = await MockServer.StartAsync(api, options, cancellationToken);
            Greet(terminal, mock);
            await Task.WhenAll(TellFurtherAsync(terminal, read, cancellationToken), UntilStoppedAsync(cancellationToken));
            return ExitCodes.Good;
        });
        return command;
    }

    private static Option<string> HostOption()
    {
        var host = new Option<string>("--host")
        {
            Description = "The address to listen on: by default 127.0.0.1, which nobody else can call; 0.0.0.0 lets in whoever reaches this machine.",
            DefaultValueFactory = static _ => IPAddress.Loopback.ToString(),
        };
        host.Validators.Add(result =>
        {
            if (IPAddress.TryParse(result.GetValueOrDefault<string>(), out _)) return;
            result.AddError("A host is an IP address of this machine, such as 127.0.0.1, 0.0.0.0 or ::1.");
        });
        return host;
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

using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>mock</c>: a server that answers as the document says.</summary>
internal static class MockCommand
{
    private const int HighestPort = 65535;

    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; by default one that is free." };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > HighestPort) result.AddError($"A port is a number from 1 to {HighestPort}.");
        });
        var seed = SeedOption.Create();
        var command = new Command("mock", "Serve a mock of the API until Ctrl+C.") { port, seed };
        spec.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await spec.ReadAsync(terminal, parsed, cancellationToken) is not { } api) return ExitCodes.Failed;
            var options = new MockServerOptions { Port = parsed.GetValue(port), Seed = parsed.GetValue(seed) };
            await using var mock = await MockServer.StartAsync(api, options, cancellationToken);
            Greet(terminal, mock);
            await UntilStoppedAsync(cancellationToken);
            return ExitCodes.Good;
        });
        return command;
    }

    private static void Greet(Terminal terminal, MockServer mock)
    {
        terminal.WriteLine($"{mock.Spec.Title} {mock.Spec.Version} is mocked at {mock.BaseUrl}");
        foreach (var line in CredentialLines(mock)) terminal.WriteLine(line);
        terminal.WriteLine("Ask for a situation with a header, for example 'Prefer: code=429'. Stop with Ctrl+C.");
        terminal.Output.Flush();
    }

    /// <summary>What the schemes of the document are let in with.</summary>
    private static IEnumerable<string> CredentialLines(MockServer mock)
    {
        var credentials = mock.Options.Credentials;
        return mock.Spec.SecuritySchemes.Select(scheme => scheme.Kind switch
        {
            SecuritySchemeKind.ApiKey => $"  {scheme.Name}: {scheme.KeyName} = {credentials.ApiKey} ({scheme.KeyPlace.ToString().ToLowerInvariant()})",
            SecuritySchemeKind.Basic => $"  {scheme.Name}: user {credentials.UserName}, password {credentials.Password}",
            SecuritySchemeKind.OAuth2 => $"  {scheme.Name}: bearer token {credentials.BearerToken}, or client {credentials.ClientId} with secret {credentials.ClientSecret} at {mock.TokenUrl}",
            SecuritySchemeKind.Bearer or SecuritySchemeKind.OpenIdConnect => $"  {scheme.Name}: bearer token {credentials.BearerToken}",
            _ => $"  {scheme.Name}: not checked",
        });
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

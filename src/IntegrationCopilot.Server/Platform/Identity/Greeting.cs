using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>Prints how to get in, once the server listens: the demo account in development, the set-up link anywhere else.</summary>
internal sealed partial class Greeting(
    IServiceScopeFactory scopes, IServer server, IHostEnvironment environment, IHostApplicationLifetime lifetime,
    IEnumerable<IDemoContent> demos, ILogger<Greeting> logger) : BackgroundService
{
    private const string NoAddress = "http://localhost";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var lines = environment.IsDevelopment()
            ? await DemoLinesAsync(scope.ServiceProvider, stoppingToken)
            : await SetupLinesAsync(scope.ServiceProvider, stoppingToken);
        if (lines.Count > 0) await Console.Out.WriteLineAsync(Box(lines));
        if (environment.IsDevelopment()) await AddDemosAsync(scope.ServiceProvider, stoppingToken);
    }

    /// <summary>After the greeting, so that nobody waits for it. A server without its demo is still a server.</summary>
    private async Task AddDemosAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        try
        {
            var owner = await scope.GetRequiredService<DemoAccount>().ActorAsync(cancellationToken);
            foreach (var demo in demos) await demo.EnsureAsync(owner, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The demo project could not be prepared");
        }
    }

    private async Task<IReadOnlyList<string>> DemoLinesAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var password = await scope.GetRequiredService<DemoAccount>().EnsureAsync(cancellationToken);
        return ["Integration Copilot is ready", $"Open      {Address()}", $"E-mail    {DemoAccount.Email}", $"Password  {password}"];
    }

    private async Task<IReadOnlyList<string>> SetupLinesAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var token = await scope.GetRequiredService<FirstOwner>().OfferAsync(cancellationToken);
        return token is null
            ? []
            : ["Nobody can sign in yet. Create the first owner here, once, within 24 hours:", $"{Address()}{AccountPaths.Setup}?token={token}"];
    }

    // A server that listens on every address of the machine names none that a browser could open.
    private string Address() =>
        EveryAddress().Replace((server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? NoAddress).TrimEnd('/'), "://localhost");

    [GeneratedRegex(@"://(\[::\]|0\.0\.0\.0|\*|\+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EveryAddress();

    private static string Box(IReadOnlyList<string> lines)
    {
        var width = lines.Max(line => line.Length);
        var edge = new string('─', width + 4);
        return $"\n┌{edge}┐\n{string.Concat(lines.Select(line => $"│  {line.PadRight(width)}  │\n"))}└{edge}┘\n";
    }
}

using System.CommandLine;
using System.Net;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.Proxy;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>proxy</c>: stands between a client and an API, and judges what passes.</summary>
internal static class ProxyCommand
{
    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var listening = new ListeningOptions();
        var traces = new TracesOptions();
        var to = new Option<string>("--to")
        {
            HelpName = "URL", Required = true, Description = "Where the API is; the paths of requests follow that of the URL.",
        };
        var strict = new Option<bool>("--strict")
        {
            Description = "Refuse what does not conform before it passes: requests with 400, responses with 502. Bodies above 1 MiB and streams pass unjudged, and it says so.",
        };
        var command = new Command("proxy", "Stand between a client and an API until Ctrl+C: forward everything, judge both directions, record.");
        spec.AddTo(command);
        command.Add(to);
        listening.AddTo(command);
        command.Add(strict);
        traces.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var upstream = HttpUrl.Read("--to", parsed.GetRequiredValue(to));
            if (upstream.Query.Length > 0) throw new MisuseException("--to takes a URL without a query.");
            var read = await spec.LoadUncheckedAsync(terminal, parsed, cancellationToken);
            ProblemLines.WriteErrors(terminal, read.Problems);
            if (read.Spec is not { } api) return ExitCodes.Failed;
            await using var writer = await traces.OpenAsync(terminal, parsed, cancellationToken);
            var log = new ProxyLog(terminal, api, writer);
            var options = new RecordingProxyOptions
                { Strict = parsed.GetValue(strict), OnExchange = log.Write, OnTrace = writer is null ? null : log.RecordAsync };
            var place = listening.Read(parsed);
            await using (var proxy = await ProxyHost.StartAsync(api, upstream, place, options, cancellationToken))
            {
                Greet(terminal, api, upstream, proxy, place.Address);
                await Task.WhenAny(UntilStoppedAsync(cancellationToken), log.Failure);
            }

            if (log.Failure.IsCompleted) throw new MisuseException($"The traces can no longer be written: {await log.Failure}");
            using (var lines = terminal.Text(parsed)) TrafficLines.Write(lines, log.Tally.ToReport());
            return log.Tally.ToReport().Failed == 0 ? ExitCodes.Good : ExitCodes.Failed;
        });
        return command;
    }

    private static void Greet(Terminal terminal, ApiSpec api, Uri upstream, ProxyHost proxy, IPAddress address)
    {
        terminal.WriteLine($"{api.Title} {api.Version} at {upstream} is recorded at {proxy.Url}");
        if (!IPAddress.IsLoopback(address)) terminal.WriteLine($"It listens on {address}: whoever reaches this machine can call the API through it.");
        terminal.WriteLine("A line tells of each exchange that does not conform. Stop with Ctrl+C.");
        terminal.Output.Flush();
    }

    private static async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how a proxy ends.
        }
    }
}

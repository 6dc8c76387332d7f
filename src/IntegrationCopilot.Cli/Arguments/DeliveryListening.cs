using System.CommandLine;
using System.Net;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Where a run listens for the webhooks and callbacks of the API.</summary>
internal sealed class DeliveryListening
{
    private readonly Option<string?> listen = new("--webhook-listen") { HelpName = "ADDRESS:PORT",
        Description = "Where to listen for webhooks: by default 127.0.0.1 and a free port. Tell the API with --var webhook_url=URL how it gets there." };

    public void AddTo(Command command)
    {
        listen.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryRead(text, out _))
                result.AddError("--webhook-listen is an IP address of this machine and a port, such as 127.0.0.1:8099.");
        });
        command.Add(listen);
    }

    /// <summary>Begins to listen; null where the run may do so by itself.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="isMock">Whether the mock of this process is tested, which has to be told where to deliver.</param>
    /// <param name="cancellationToken">Cancels starting.</param>
    /// <exception cref="MisuseException">It cannot be listened there.</exception>
    public async Task<LocalDeliveryInbox?> StartAsync(ParseResult parsed, bool isMock, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(listen) is not { } text) return isMock ? await LocalDeliveryInbox.StartAsync(cancellationToken: cancellationToken) : null;
        _ = TryRead(text, out var endpoint);
        try
        {
            return await LocalDeliveryInbox.StartAsync(endpoint, cancellationToken: cancellationToken);
        }
        catch (IOException e)
        {
            throw new MisuseException($"--webhook-listen: {e.Message}");
        }
    }

    private static bool TryRead(string text, out IPEndPoint? endpoint) =>
        IPEndPoint.TryParse(text, out endpoint) && text.EndsWith($":{endpoint.Port}", StringComparison.Ordinal);
}

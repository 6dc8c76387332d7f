using System.CommandLine;
using System.Net;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Where a server of ours listens.</summary>
internal sealed class ListeningOptions
{
    private const int HighestPort = 65535;
    private readonly Option<int> port = new("--port") { Description = "The port; by default one that is free." };
    private readonly Option<string> host = new("--host")
    {
        Description = "The address to listen on: by default 127.0.0.1, which nobody else can call; 0.0.0.0 lets in whoever reaches this machine.",
        DefaultValueFactory = static _ => IPAddress.Loopback.ToString(),
    };

    public ListeningOptions()
    {
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > HighestPort) result.AddError($"A port is a number from 1 to {HighestPort}.");
        });
        host.Validators.Add(result =>
        {
            if (IPAddress.TryParse(result.GetValueOrDefault<string>(), out _)) return;
            result.AddError("A host is an IP address of this machine, such as 127.0.0.1, 0.0.0.0 or ::1.");
        });
    }

    public void AddTo(Command command)
    {
        command.Add(port);
        command.Add(host);
    }

    /// <summary>The address and port; port 0 for one that is free.</summary>
    public IPEndPoint Read(ParseResult parsed) => new(IPAddress.Parse(parsed.GetValue(host)!), parsed.GetValue(port));
}

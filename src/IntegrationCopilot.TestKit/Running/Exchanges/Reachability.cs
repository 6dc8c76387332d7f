using System.Collections.Concurrent;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Which servers can be reached. One that never answered is given up after the first failure to connect, so that it costs a run one time-out and not one for
/// each case; one that is silent, or has answered before, after several failures in a row.
/// </summary>
internal sealed class Reachability
{
    private const int MostSilences = 3;

    /// <summary>A server that has answered may be starting anew, or be asked for something slow.</summary>
    private const int MostFailures = 8;

    private readonly ConcurrentDictionary<string, Server> servers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why nothing more is sent to the server of an address; null when it is tried.</summary>
    public string? WhyNot(Uri address) => servers.TryGetValue(ServerOf(address), out var server) ? server.GivenUp : null;

    /// <summary>Notes that a server answered, to the last byte.</summary>
    public void Answered(Uri address) =>
        servers.AddOrUpdate(ServerOf(address), new Server(true, 0, null), (_, server) => server with { Answers = true, Failures = 0 });

    /// <summary>Notes that a server could not be reached, or was not done in the time that is given to every request.</summary>
    /// <param name="address">The address that was asked.</param>
    /// <param name="isConnection">Whether there was no connection.</param>
    /// <param name="failure">What happened, for people.</param>
    public void Failed(Uri address, bool isConnection, string failure) => servers.AddOrUpdate(ServerOf(address),
        name => Next(new Server(false, 0, null), name, isConnection, failure), (name, server) => Next(server, name, isConnection, failure));

    private static Server Next(Server server, string name, bool isConnection, string failure)
    {
        var failures = server.Failures + 1;
        var isOver = failures >= (server.Answers ? MostFailures : isConnection ? 1 : MostSilences);
        return server with
        {
            Failures = failures,
            GivenUp = server.GivenUp
                ?? (isOver ? $"{name} did not answer: {failure}. Check the base URL and that the server runs; nothing more was sent there." : null),
        };
    }

    private static string ServerOf(Uri address) => $"{address.Scheme}://{address.Authority}";

    private sealed record Server(bool Answers, int Failures, string? GivenUp);
}

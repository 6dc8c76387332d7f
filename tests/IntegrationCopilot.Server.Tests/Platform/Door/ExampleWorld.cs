using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Tests.Hosting;

namespace IntegrationCopilot.Server.Tests.Platform.Door;

/// <summary>What examples stand on: an organisation, and what its owner has made in it so far.</summary>
internal sealed class ExampleWorld(RunningServer server, TestOrganisation organisation)
{
    private readonly Dictionary<string, object> _made = new(StringComparer.Ordinal);

    public RunningServer Server => server;

    public TestOrganisation Organisation => organisation;

    /// <summary>Sends as the owner what must succeed.</summary>
    public Task<T> SendAsync<T>(IRequest<T> request) => server.OkAsync(organisation.Owner, request);

    /// <summary>Makes something the first time it is asked for.</summary>
    public async Task<T> OnceAsync<T>(string name, Func<Task<T>> make)
        where T : notnull
    {
        if (!_made.TryGetValue(name, out var made)) _made[name] = made = await make();
        return (T)made;
    }
}

using System.Collections.Concurrent;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The runs that this server works on right now.</summary>
internal sealed class RunsHere
{
    private readonly ConcurrentDictionary<Guid, bool> _runs = new();

    public bool Contains(Guid id) => _runs.ContainsKey(id);

    /// <returns>Whether nobody here worked on it.</returns>
    public bool TryEnter(Guid id) => _runs.TryAdd(id, true);

    public void Leave(Guid id) => _runs.TryRemove(id, out _);
}

using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The answers of a mock that a test has set itself. Of several that fit, the one set last answers.</summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class MockOverrides
{
    private const int MaxKept = 1_000;
    private readonly Lock gate = new();
    private readonly ApiSpec spec;
    private volatile ActiveOverride[] active = [];
    private int lastId;

    internal MockOverrides(ApiSpec spec) => this.spec = spec;

    internal IReadOnlyList<ActiveOverride> Active => active;

    /// <summary>Sets an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>A number by which <see cref="Remove"/> takes it back.</returns>
    /// <exception cref="ArgumentException">The document has no such operation, or a status, header field, delay or number of times is not possible.</exception>
    /// <exception cref="InvalidOperationException">There are 1,000 already.</exception>
    public int Set(MockOverride answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (OverrideChecks.FaultOf(answer) is { } fault) throw new ArgumentException(fault, nameof(answer));
        var operation = answer.Operation is { } name ? OperationNames.Find(spec, name) : null;
        lock (gate)
        {
            if (active.Length >= MaxKept) throw new InvalidOperationException($"There are {MaxKept} overrides already; remove some.");
            active = [new ActiveOverride(++lastId, answer, operation), .. active];
            return lastId;
        }
    }

    /// <summary>Sets a status with a JSON body.</summary>
    /// <param name="operation">The operation (<see cref="MockOverride.Operation"/>).</param>
    /// <param name="status">Status code, 200 to 599.</param>
    /// <param name="json">JSON text; null for the body described for the status.</param>
    /// <returns>A number by which <see cref="Remove"/> takes it back.</returns>
    /// <exception cref="ArgumentException">The document has no such operation, or there is no such status.</exception>
    public int Set(string operation, int status, string? json = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        return Set(new MockOverride { Operation = operation, Status = status,
            Body = json is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(json) });
    }

    /// <summary>Has the next requests fail.</summary>
    /// <param name="operation">The operation (<see cref="MockOverride.Operation"/>); null for any.</param>
    /// <param name="times">How many requests, at least 1. Default 1.</param>
    /// <param name="status">The status they are answered with. Default 503.</param>
    /// <returns>A number by which <see cref="Remove"/> takes it back.</returns>
    /// <exception cref="ArgumentException">The document has no such operation, there is no such status, or <paramref name="times"/> is less than 1.</exception>
    public int FailNext(string? operation = null, int times = 1, int status = 503) =>
        Set(new MockOverride { Operation = operation, Status = status, Times = times });

    /// <summary>Takes an answer back.</summary>
    /// <param name="id">What <see cref="Set(MockOverride)"/> returned.</param>
    /// <returns>Whether it was still there.</returns>
    public bool Remove(int id)
    {
        lock (gate)
        {
            var before = active.Length;
            active = [.. active.Where(a => a.Id != id)];
            return active.Length < before;
        }
    }

    /// <summary>Takes all answers back.</summary>
    public void Clear()
    {
        lock (gate) active = [];
    }

    /// <summary>The answer for a request, used once more; null when none fits.</summary>
    internal ActiveOverride? Take(RecordedRequest request, ApiOperation? operation)
    {
        foreach (var candidate in active)
        {
            if (!candidate.Fits(request, operation) || !candidate.TryUse()) continue;
            if (candidate.IsUsedUp) Remove(candidate.Id);
            return candidate;
        }
        return null;
    }
}

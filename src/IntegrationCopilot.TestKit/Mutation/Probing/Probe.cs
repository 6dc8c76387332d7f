using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>A request of the fixed set that tells whether a fault shows.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="What">What it does, in a few words.</param>
internal sealed record Probe(ApiOperation Operation, string What)
{
    /// <summary>The method, which is the operation's but for probes of other methods.</summary>
    public string Method { get; init; } = Operation.Method;

    /// <summary>Query parameters, spelled.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Values of path parameters that replace the known ones.</summary>
    public IReadOnlyDictionary<string, JsonElement> Path { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Header fields.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body; null for none.</summary>
    public SerializedBody? Body { get; init; }

    /// <summary>The credentials.</summary>
    public MockGen.StepCredentials Credentials { get; init; }
}

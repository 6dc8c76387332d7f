using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>What one run is given that must not lie open while it is stored.</summary>
/// <param name="Credentials">Who we are; null for nobody.</param>
/// <param name="Values">Values of the tests' variables by name; null for none.</param>
internal sealed record RunInputs(RunCredentials? Credentials, IReadOnlyDictionary<string, string>? Values)
{
    public static readonly RunInputs None = new(null, null);

    /// <summary>Whether there are any, never which.</summary>
    public override string ToString() => $"{nameof(RunInputs)} {Credentials?.Kind} {Values?.Count}";
}

/// <summary>Hides the inputs of a run while they are stored, and opens them for it.</summary>
internal sealed class RunSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("IntegrationCopilot.RunInputs.v1");

    public string? Hide(RunInputs inputs) =>
        inputs is { Credentials: null, Values: null or { Count: 0 } } ? null : _protector.Protect(JsonSerializer.Serialize(inputs));

    public RunInputs Open(string? hidden) => hidden is null ? RunInputs.None : JsonSerializer.Deserialize<RunInputs>(_protector.Unprotect(hidden))!;
}

using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Hides the credentials of a run while they are stored, and opens them for it.</summary>
internal sealed class RunSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("IntegrationCopilot.RunCredentials.v1");

    public string? Hide(RunCredentials? credentials) => credentials is null ? null : _protector.Protect(JsonSerializer.Serialize(credentials));

    public RunCredentials? Open(string? hidden) => hidden is null ? null : JsonSerializer.Deserialize<RunCredentials>(_protector.Unprotect(hidden));
}

using System.Security.Cryptography;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>Makes, hides and opens the signing keys of projects.</summary>
internal sealed class TraceKeys(IDataProtectionProvider protection)
{
    private const int SecretBytes = 32;
    private const int IdBytes = 8;

    private readonly IDataProtector _protector = protection.CreateProtector("IntegrationCopilot.TraceKeys.v1");

    /// <summary>A new key, and its secret as it is stored.</summary>
    public (TraceKey Key, string Protected) Create()
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var key = new TraceKey(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), secret);
        return (key, _protector.Protect(Convert.ToBase64String(secret)));
    }

    public TraceKey Open(ProjectTraceChain chain) => new(chain.KeyId, Convert.FromBase64String(SecretOf(chain)));

    /// <summary>The secret, in base64.</summary>
    public string SecretOf(ProjectTraceChain chain) => _protector.Unprotect(chain.ProtectedKey);
}

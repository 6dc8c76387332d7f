using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Words of paths where verifying consumes a code that was sent to somebody.</summary>
internal static class CodeWords
{
    public static readonly SearchValues<string> InPaths = SearchValues.Create(
        ["otp", "2fa", "mfa", "phone", "email", "code", "verification", "password", "challenge", "pin", "sms", "factor", "account"], StringComparison.OrdinalIgnoreCase);
}

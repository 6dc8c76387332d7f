using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.TestKit;

/// <summary>Status codes for people.</summary>
internal static class HttpStatusText
{
    /// <summary>The code with its registered phrase, for example <c>401 Unauthorized</c>.</summary>
    public static string Of(int status) => $"{status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd();
}

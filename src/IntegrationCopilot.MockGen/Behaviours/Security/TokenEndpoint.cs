using System.Text;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// The mock's OAuth 2.0 token endpoint: client credentials (RFC 6749, section 4.4), the client named by HTTP Basic or in the form (section 2.3.1).
/// </summary>
internal sealed class TokenEndpoint(MockCredentials credentials, AccessTokens tokens)
{
    public const string Path = "/__mock/token";

    public MockReply Answer(RecordedRequest request)
    {
        if (request.Method != "POST") return ErrorAnswers.Make(405, "Tokens are asked for with POST.").With("Allow", "POST");
        if (FormOf(request) is not { } form) return Error(400, "invalid_request", "The form has too many fields, or fields that are too long.");
        if (!form.TryGetValue("grant_type", out var grant)) return Error(400, "invalid_request", "The form field 'grant_type' is missing.");
        if (grant != "client_credentials") return Error(400, "unsupported_grant_type", "This mock gives tokens for 'client_credentials' only.");
        var (id, secret) = ClientOf(request, form);
        if (!CredentialCheck.Same($"{id}:{secret}", $"{credentials.ClientId}:{credentials.ClientSecret}"))
            return Error(401, "invalid_client", "The client id or secret is not valid.").With("WWW-Authenticate", "Basic realm=\"mock\"");
        return Token(form.TryGetValue("scope", out var scope) ? scope.ToString().Trim() : "");
    }

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues>? FormOf(RecordedRequest request)
    {
        try
        {
            return new FormReader(Encoding.UTF8.GetString(request.Body.Span)).ReadForm();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private MockReply Token(string scope) => MockReply.Own(200, "application/json", writer =>
    {
        writer.WriteString("access_token", tokens.Issue(scope));
        writer.WriteString("token_type", "Bearer");
        writer.WriteNumber("expires_in", (long)tokens.Lifetime.TotalSeconds);
        if (scope.Length > 0) writer.WriteString("scope", scope);
    }).With("Cache-Control", "no-store");

    private static MockReply Error(int status, string error, string description) => MockReply.Own(status, "application/json", writer =>
    {
        writer.WriteString("error", error);
        writer.WriteString("error_description", description);
    }).With("Cache-Control", "no-store");

    private static (string Id, string Secret) ClientOf(RecordedRequest request, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form)
    {
        var header = request.Headers.FirstOrDefault(h => h.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)).Value;
        if (header is null || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return (Field(form, "client_id"), Field(form, "client_secret"));
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length)) return ("", "");
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (Uri.UnescapeDataString(pair[..colon]), Uri.UnescapeDataString(pair[(colon + 1)..]));
    }

    private static string Field(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form, string name) =>
        form.TryGetValue(name, out var value) ? value.ToString() : "";
}

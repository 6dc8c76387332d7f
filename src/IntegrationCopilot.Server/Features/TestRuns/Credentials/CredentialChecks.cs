using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>What can be wrong with the fields that say where a run goes and who it is.</summary>
internal static class CredentialChecks
{
    private const int MaxLength = 4000;

    /// <summary>An absolute http or https address without the parts that paths cannot be appended to or that hold secrets.</summary>
    public static void BaseUrl(this FieldErrors errors, string field, string? url)
    {
        errors.Required(field, url, TestRun.BaseUrlMaxLength);
        if (string.IsNullOrWhiteSpace(url)) return;
        if (HttpUrl(url) is not { } uri) errors.Add(field, "Enter an http or https address, for example https://sandbox.example.com/v1.");
        else if (uri.UserInfo.Length > 0) errors.Add(field, "Leave user name and password out of the address: give them as credentials.");
        else if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            errors.Add(field, "Leave out what follows the path: the paths of the document are appended to this address.");
    }

    /// <summary>Whatever the kind of credentials needs.</summary>
    public static void Credentials(this FieldErrors errors, RunCredentials credentials)
    {
        errors.Defined("kind", credentials.Kind);
        errors.Defined("keyLocation", credentials.KeyLocation);
        switch (credentials.Kind)
        {
            case RunCredentialKind.ApiKey:
                ApiKey(errors, credentials);
                break;
            case RunCredentialKind.Basic:
                errors.Required("userName", credentials.UserName, MaxLength);
                errors.Required("password", credentials.Password, MaxLength);
                if (credentials.UserName?.Contains(':', StringComparison.Ordinal) == true)
                    errors.Add("userName", "A user name holds no colon (RFC 7617, section 2).");
                break;
            case RunCredentialKind.Bearer:
                HeaderText(errors, "token", credentials.Token);
                break;
            case RunCredentialKind.OAuth2:
                errors.Required("clientId", credentials.ClientId, MaxLength);
                errors.Required("clientSecret", credentials.ClientSecret, MaxLength);
                errors.Required("tokenUrl", credentials.TokenUrl, TestRun.BaseUrlMaxLength);
                errors.Optional("scopes", credentials.Scopes, MaxLength);
                if (!string.IsNullOrWhiteSpace(credentials.TokenUrl) && HttpUrl(credentials.TokenUrl) is null)
                    errors.Add("tokenUrl", "Enter an http or https address.");
                break;
        }
    }

    private static void ApiKey(FieldErrors errors, RunCredentials credentials)
    {
        var name = credentials.KeyNameOrDefault;
        if (credentials.KeyLocation == ApiKeyLocation.Query)
        {
            errors.Required("key", credentials.Key, MaxLength);
            errors.Required("keyName", name, MaxLength);
            return;
        }

        HeaderText(errors, "key", credentials.Key);
        if (!name.All(IsTokenCharacter)) errors.Add("keyName", "The name of a header or cookie holds letters, digits and hyphens, and no spaces.");
        else if (credentials.KeyLocation == ApiKeyLocation.Header && !ApiKeyCredentials.CanBeHeader(name))
            errors.Add("keyName", "This header says how a request is sent. Enter the one that the API takes its key in, for example X-API-Key.");
        if (credentials.KeyLocation == ApiKeyLocation.Cookie && credentials.Key?.Contains(';', StringComparison.Ordinal) == true)
            errors.Add("key", "A cookie holds no semicolon.");
    }

    private static void HeaderText(FieldErrors errors, string field, string? text)
    {
        errors.Required(field, text, MaxLength);
        if (text?.All(c => c is >= ' ' and <= '~') == false) errors.Add(field, "A header holds printable ASCII characters only.");
    }

    /// <summary>Characters of a token (RFC 9110, section 5.6.2).</summary>
    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);

    private static Uri? HttpUrl(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && RunTarget.CanBeCalled(uri) ? uri : null;
}

using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What a token endpoint answered: a token, or why there is none.</summary>
/// <param name="Token">The access token.</param>
/// <param name="Life">How long it is good for; null when the server did not say.</param>
/// <param name="Failure">Why there is no token.</param>
internal sealed record TokenAnswer(string? Token, TimeSpan? Life, AuthFailure? Failure);

/// <summary>Asks a token endpoint for an access token (RFC 6749, sections 4.4.2, 5.1 and 5.2).</summary>
internal sealed class TokenEndpoint(OAuth2ClientCredentials credentials, HttpClient client, TimeProvider clock)
{
    private const int MaxAnswerBytes = 1024 * 1024;
    private const double LongestLifeSeconds = 10 * 365 * 86_400.0;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Token types that need a proof with every request, so sending them as bearer tokens would be wrong.</summary>
    private static readonly string[] ProofTypes = ["mac", "pop", "dpop"];

    private readonly TraceRedactor redactor = new(new() { SecretValues = [.. credentials.Secrets] });

    public async Task<TokenAnswer> FetchAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeLimit, clock);
            using var request = Request();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, limit.Token);
            return Read((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            return Fail(AuthFailureReason.TimedOut, "did not answer in time");
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return Fail(AuthFailureReason.NotJson, "answered with more than a token needs");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Fail(AuthFailureReason.Unreachable, $"could not be reached: {redactor.Redact(e.Message)}");
        }
    }

    private HttpRequestMessage Request()
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "client_credentials")];
        if (credentials.Scopes.Count > 0) form.Add(new("scope", string.Join(' ', credentials.Scopes)));
        if (credentials.Authentication == OAuth2ClientAuthentication.Post)
            form.AddRange([new("client_id", credentials.ClientId), new("client_secret", credentials.ClientSecret)]);
        var request = new HttpRequestMessage(HttpMethod.Post, credentials.TokenUrl) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(new("application/json"));
        if (credentials.Authentication == OAuth2ClientAuthentication.Basic)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials.Encoded);
        return request;
    }

    private TokenAnswer Read(int status, byte[] body)
    {
        var isSuccess = status is >= 200 and < 300;
        try
        {
            using var document = JsonDocument.Parse(body);
            return isSuccess ? Accept(status, document.RootElement) : Refuse(status, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return isSuccess ? Fail(AuthFailureReason.NotJson, "answered with something that is not JSON", status) : Refuse(status, default);
        }
    }

    private TokenAnswer Accept(int status, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object) return Fail(AuthFailureReason.NotJson, "answered with JSON that is not an object", status);
        if (Text(answer, "access_token") is not { Length: > 0 } token || token.Any(c => c is < '!' or > '~'))
            return Fail(AuthFailureReason.NoToken, "answered without a usable access_token", status);
        var type = Text(answer, "token_type");
        if (ProofTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            return Fail(AuthFailureReason.UnsupportedTokenType, $"gave a token of type '{type}', which is not a bearer token", status);
        return new(token, Life(answer), null);
    }

    private TokenAnswer Refuse(int status, JsonElement answer)
    {
        var error = Text(answer, "error") is { } code ? redactor.Redact(code) : null;
        var description = Text(answer, "error_description") is { } text ? redactor.Redact(text) : null;
        var said = string.Join(": ", new[] { error, description }.OfType<string>());
        var failure = Fail(AuthFailureReason.Refused, $"refused with status {status}{(said.Length > 0 ? $" ({said})" : "")}", status).Failure!;
        return new(null, null, failure with { Error = error, ErrorDescription = description });
    }

    private TokenAnswer Fail(AuthFailureReason reason, string what, int? status = null) =>
        new(null, null,
            new AuthFailure { Reason = reason, Message = $"The token endpoint {redactor.Redact(credentials.TokenUrl.AbsoluteUri)} {what}.", Status = status });

    /// <summary>Some servers write the number as a string; a life that makes no sense is one not announced.</summary>
    private static TimeSpan? Life(JsonElement answer)
    {
        if (!answer.TryGetProperty("expires_in", out var value)) return null;
        var isNumber = value.ValueKind == JsonValueKind.Number
            ? value.TryGetDouble(out var seconds)
            : double.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : null, out seconds);
        return isNumber && seconds is >= 0 and <= LongestLifeSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <exception cref="InvalidOperationException">The string holds half a surrogate pair.</exception>
    private static string? Text(JsonElement answer, string name) => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

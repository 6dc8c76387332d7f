using System.Net.Http;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>A request with everything filled in, which can be sent any number of times.</summary>
internal sealed record ReadyRequest
{
    public required string Method { get; init; }

    /// <summary>Absolute, spelled as it is sent.</summary>
    public required string Url { get; init; }

    /// <summary>The values that stand in its path, by parameter.</summary>
    public IReadOnlyDictionary<string, JsonElement> PathValues { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public SerializedBody? Body { get; init; }

    public ApiOperation? Operation { get; init; }

    public required IReadOnlyList<RequestAuthenticator> Authenticators { get; init; }

    /// <summary>The step that it is; null when it is none of a test.</summary>
    public string? Step { get; init; }

    /// <summary>Whether the answer is meant to be an error, or not to come.</summary>
    public bool IsErrorAskedFor { get; init; }

    /// <summary>Whether the credentials are meant to be refused.</summary>
    public bool IsSpoiled { get; init; }

    /// <summary>Whether being refused as one too many is what the test is about.</summary>
    public bool WantsLimit { get; init; }

    public required TimeSpan Timeout { get; init; }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), WireUri.Of(Url));
        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body.Bytes);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        }

        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}

using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>An exchange as runtime expressions and subscriptions see it.</summary>
internal sealed class ExpressionScope(RecordedRequest request, IReadOnlyList<KeyValuePair<string, string>> pathValues, MockReply reply)
{
    private readonly Lazy<JsonNode?> requestBody = new(() => BodyTree.Of(request));
    private readonly Lazy<JsonNode?> replyBody = new(() => JsonTrees.Parse(reply.Body));

    public RecordedRequest Request => request;

    public IReadOnlyList<KeyValuePair<string, string>> PathValues => pathValues;

    public MockReply Reply => reply;

    /// <summary>The body sent, of JSON or a form; null when it is neither.</summary>
    public JsonNode? RequestBody => requestBody.Value;

    /// <summary>The body answered; null when it is no JSON.</summary>
    public JsonNode? ReplyBody => replyBody.Value;

    /// <summary>The URL as far as it is known: host and path where the client said the host.</summary>
    public string Url => request.Headers.Combined("Host") is { Length: > 0 } host && request.Url.StartsWith('/') ? $"http://{host}{request.Url}" : request.Url;
}

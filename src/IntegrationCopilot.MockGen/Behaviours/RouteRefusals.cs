using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// The innermost step for requests that belong to no operation: why nothing matched (RFC 9110, sections 15.5.5 and 15.5.6), and what OPTIONS asks for.
/// </summary>
internal sealed class RouteRefusals(MessageValidator validator)
{
    private const int LongestShown = 200;

    public ValueTask<MockReply> AnswerAsync(MockRequest request) => new(request.Refusal ?? Answer(request));

    private MockReply Answer(MockRequest request)
    {
        var (method, path) = (request.Message.Method, request.Path);
        // The whole server is asked (RFC 9110, section 9.3.7).
        if (method == "OPTIONS" && path == "*") return new MockReply { Status = 204, Headers = [new(MockHeaders.Body, "none")] };
        if (request.Route is not { Outcome: RouteOutcome.MethodNotAllowed } match)
            return Refused(request, 404, $"No path of the document matches {Shown(path)}.");
        var reply = method == "OPTIONS"
            ? new MockReply { Status = 204, Headers = [new(MockHeaders.Body, "none")] }
            : Refused(request, 405, $"The path {Shown(path)} does not describe the method {method}.");
        return reply.With("Allow", string.Join(", ", AllowedMethods.Of(match)));
    }

    private static string Shown(string path) => path.Length <= LongestShown ? path : $"{path[..LongestShown]}…";

    private MockReply Refused(MockRequest request, int status, string reason) =>
        ErrorAnswers.Unrouted(status, reason, validator.Explain(request.Message));
}

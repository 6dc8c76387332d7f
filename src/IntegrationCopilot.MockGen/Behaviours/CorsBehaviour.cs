using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Lets pages of any origin use the mock (WHATWG Fetch, section 3.3; Private Network Access, section 3.1). Credentials are allowed, so nothing is allowed by a
/// wildcard.
/// </summary>
internal sealed class CorsBehaviour(MessageValidator validator) : IMockBehaviour
{
    private const string MaxAgeSeconds = "600";
    private const string UndescribedMethod = "*";

    /// <summary>Fields that pages may read without being told (WHATWG Fetch, section 2.2.2).</summary>
    private static readonly HashSet<string> AlwaysReadable = new(StringComparer.OrdinalIgnoreCase)
    {
        "Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires", "Last-Modified", "Pragma", "Vary", "Set-Cookie",
    };

    public string Name => "cors";

    public MockStage Stage => MockStage.Exchange;

    public MockStep Build(MockOperation? operation, MockStep next) => request =>
    {
        if (request.Field("Origin") is not { Length: > 0 } origin || origin.Contains(',') || IsControl(request)) return next(request);
        return request.Message.Method == "OPTIONS" && request.Field("Access-Control-Request-Method") is { } method
            ? new(Preflight(request, origin, method))
            : AnswerAsync(request, origin, next);
    };

    /// <summary>Only the token endpoint and health are for pages; whatever controls the mock is not.</summary>
    private static bool IsControl(MockRequest request) =>
        request.IsForMock && request.Path is not (TokenEndpoint.Path or OwnPathsBehaviour.Health);

    private static async ValueTask<MockReply> AnswerAsync(MockRequest request, string origin, MockStep next)
    {
        var reply = await next(request);
        // These two are set after all behaviours.
        IEnumerable<string> late = [.. request.Notes.Count > 0 ? [MockHeaders.Notes] : Array.Empty<string>(),
            .. request.Findings.Count > 0 ? [MockHeaders.Findings] : Array.Empty<string>()];
        var names = reply.Headers.Select(h => h.Key).Concat(late);
        var readable = names.Where(n => !AlwaysReadable.Contains(n) && !n.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        reply = Allowed(reply, origin, "Origin");
        return readable.Count == 0 ? reply : reply.With("Access-Control-Expose-Headers", string.Join(", ", readable));
    }

    private MockReply Preflight(MockRequest request, string origin, string method)
    {
        var bare = new MockReply { Status = 204, Headers = [new(MockHeaders.Body, "none")] };
        var reply = Allowed(bare, origin, "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")
            .With("Access-Control-Allow-Methods", string.Join(", ", MethodsFor(request, method)))
            .With("Access-Control-Max-Age", MaxAgeSeconds);
        if (request.Field("Access-Control-Request-Headers") is { Length: > 0 } headers) reply = reply.With("Access-Control-Allow-Headers", headers);
        return request.Field("Access-Control-Request-Private-Network") == "true" ? reply.With("Access-Control-Allow-Private-Network", "true") : reply;
    }

    /// <summary>The methods of the path. Where there is no such path, the one asked for: the page shall see the 404 that says so.</summary>
    private IReadOnlyList<string> MethodsFor(MockRequest request, string method)
    {
        if (request.IsForMock) return ["GET", "HEAD", "OPTIONS", "POST"];
        var match = validator.Match(UndescribedMethod, request.Message.Url);
        return match.Outcome == RouteOutcome.MethodNotAllowed ? AllowedMethods.Of(match) : [method];
    }

    private static MockReply Allowed(MockReply reply, string origin, string varies)
    {
        var vary = reply.Field("Vary") is { Length: > 0 } already ? $"{already}, {varies}" : varies;
        return reply.With("Access-Control-Allow-Origin", origin).With("Access-Control-Allow-Credentials", "true").With("Vary", vary);
    }
}

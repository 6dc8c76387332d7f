using System.Collections.Concurrent;
using System.Globalization;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What the mock decided about one request.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Operation">The operation called; null when there is none.</param>
/// <param name="Findings">In what the request does not conform.</param>
/// <param name="Delay">How long to wait before answering.</param>
internal sealed record MockDecision(MockAnswer Answer, ApiOperation? Operation, IReadOnlyList<Finding> Findings, TimeSpan Delay);

/// <summary>The way of a request through the mock: route, authenticate, validate, answer.</summary>
internal sealed class MockPipeline
{
    private readonly ConcurrentDictionary<ApiOperation, OperationAnswers> answers = new(ReferenceEqualityComparer.Instance);
    private readonly MessageValidator validator;
    private readonly AnswerBuilder builder;
    private readonly CredentialCheck credentials;
    private readonly TokenEndpoint tokenEndpoint;
    private readonly MockServerOptions options;

    public MockPipeline(ApiSpec spec, MockServerOptions options)
    {
        this.options = options;
        var schemas = new SchemaSet(spec);
        validator = new MessageValidator(spec, new MessageValidatorOptions { CheckSecurity = false, MaxBodyBytes = options.MaxBodyBytes }, schemas);
        builder = new AnswerBuilder(spec, validator, schemas, new SampleGenerator(spec, schemas, options.Seed));
        var tokens = new AccessTokens(options.Seed, options.TokenLifetime, options.Clock);
        credentials = new CredentialCheck(options.Credentials, tokens);
        tokenEndpoint = new TokenEndpoint(options.Credentials, tokens);
    }

    public MockDecision Decide(RecordedRequest request)
    {
        if (request.Url.StartsWith("/__mock/", StringComparison.Ordinal)) return Own(request);
        var match = validator.Match(request.Method, request.Url);
        if (match.Outcome == RouteOutcome.MethodNotAllowed && request.Method == "HEAD") match = validator.Match("GET", request.Url);
        return match.Operation is { } operation ? Decide(operation, match, request) : Unrouted(match, request);
    }

    private MockDecision Decide(ApiOperation operation, RouteMatch match, RecordedRequest request)
    {
        var own = answers.GetOrAdd(operation, static (o, b) => new OperationAnswers(o, b), builder);
        var preferences = Preferences.Parse(FieldOf(request, "Prefer"));
        var accept = FieldOf(request, "Accept");
        if (Refusal(own, request, accept) is { } refusal) return new MockDecision(refusal, operation, [], preferences.Delay);
        var findings = validator.ValidateRequest(operation, request, match.PathValues).Findings;
        var errors = findings.Where(f => f.Severity == FindingSeverity.Error).ToList();
        var answer = preferences.Status is null && errors.Count > 0 ? Invalid(own, errors, accept) : Wanted(own, preferences, accept, request);
        return new MockDecision(Applied(answer, preferences), operation, findings, preferences.Delay);
    }

    private MockAnswer? Refusal(OperationAnswers own, RecordedRequest request, string? accept)
    {
        var outcome = credentials.Check(own.Operation, request);
        if (outcome.Verdict == CredentialVerdict.Accepted) return null;
        var status = outcome.Verdict == CredentialVerdict.ScopeMissing ? 403 : 401;
        return ErrorAnswers.Make(own, status, outcome.Problem, accept, []).With("WWW-Authenticate", Challenges.For(own.Operation, outcome));
    }

    private static MockAnswer Invalid(OperationAnswers own, List<Finding> errors, string? accept)
    {
        var status = errors.Exists(f => f.Code == FindingCodes.UndocumentedContentType) ? 415
            : errors.Exists(f => f.Code == FindingCodes.BodyTooLarge) ? 413
            : StatusChoice.Invalid(own.Operation);
        var detail = errors.Count == 1 ? errors[0].Message : $"The request does not conform in {errors.Count} places: {errors[0].Message}";
        return ErrorAnswers.Make(own, status, detail, accept, errors);
    }

    private static MockAnswer Wanted(OperationAnswers own, Preferences preferences, string? accept, RecordedRequest request)
    {
        if (preferences == Preferences.None && accept is null or "*/*") return own.Usual;
        var status = preferences.Status ?? own.Success;
        var media = own.MediaFor(status, accept);
        if (media is null && own.HasBody(status))
        {
            var offered = string.Join(", ", own.Operation.FindResponse(status)!.Content.Select(c => c.Name));
            if (status < 400) return ErrorAnswers.Make(own, 406, $"The answer is available as {offered} only.", accept, []);
            media = own.Operation.FindResponse(status)!.Content[0];
        }
        if (status >= 400 && media is null && !MockAnswer.IsBodiless(status)) return ErrorAnswers.Make(own, status, "This status was asked for with the Prefer header.", accept, []);
        var variation = preferences.Dynamic ? VariationOf(request.Url) : 0;
        return own.Get(new AnswerKey(status, media, preferences.Example, preferences.Dynamic, variation));
    }

    /// <summary>The same URL gives the same dynamic answer, another URL most likely another one.</summary>
    private static int VariationOf(string url)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in url) hash = (hash ^ c) * 0x01000193u;
        return (int)(hash % 1_000);
    }

    private static MockAnswer Applied(MockAnswer answer, Preferences preferences)
    {
        if (ReferenceEquals(preferences, Preferences.None)) return answer;
        var applied = new List<string>();
        if (preferences.Status is { } status && answer.Status == status) applied.Add($"code={status}");
        if (preferences.Example is { } example && answer.Status < 400) applied.Add($"example={StructuredText.Quote(example)}");
        if (preferences.Dynamic && answer.Status < 400) applied.Add("dynamic=true");
        if (preferences.Delay > TimeSpan.Zero) applied.Add(string.Create(CultureInfo.InvariantCulture, $"delay={(int)preferences.Delay.TotalMilliseconds}"));
        if (preferences.RetryAfterSeconds is { } seconds)
        {
            answer = answer.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
            applied.Add($"retry-after={seconds}");
        }
        return applied.Count == 0 ? answer : answer.With("Preference-Applied", string.Join(", ", applied));
    }

    private MockDecision Own(RecordedRequest request)
    {
        var path = request.Url.AsSpan();
        if (path.IndexOf('?') is >= 0 and var query) path = path[..query];
        var answer = path switch
        {
            TokenEndpoint.Path => tokenEndpoint.Answer(request),
            "/__mock/health" => MockAnswer.Json(200, "application/json", writer => writer.WriteString("status", "ok")),
            _ => ErrorAnswers.Make(null, 404, $"The mock has /__mock/health and {TokenEndpoint.Path} of its own.", null, []),
        };
        return new MockDecision(answer, null, [], TimeSpan.Zero);
    }

    private MockDecision Unrouted(RouteMatch match, RecordedRequest request)
    {
        var delay = Preferences.Parse(FieldOf(request, "Prefer")).Delay;
        if (match.Outcome != RouteOutcome.MethodNotAllowed)
            return new MockDecision(ErrorAnswers.Make(null, 404, $"No path of the document matches {PathOf(request.Url)}.", null, []), null, [], delay);
        var allow = string.Join(", ", match.AllowedMethods.Concat(match.AllowedMethods.Contains("GET") ? ["HEAD"] : []).Append("OPTIONS").Distinct().Order(StringComparer.Ordinal));
        var answer = request.Method == "OPTIONS"
            ? new MockAnswer { Status = 204, Headers = [new(MockHeaders.Body, "none")] }
            : ErrorAnswers.Make(null, 405, $"The path {PathOf(request.Url)} does not describe the method {request.Method}.", null, []);
        return new MockDecision(answer.With("Allow", allow), null, [], delay);
    }

    private static string PathOf(string url) => url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? url[..query] : url;

    private static string? FieldOf(RecordedRequest request, string name)
    {
        string? combined = null;
        foreach (var (key, value) in request.Headers)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) combined = combined is null ? value : $"{combined}, {value}";
        return combined;
    }
}

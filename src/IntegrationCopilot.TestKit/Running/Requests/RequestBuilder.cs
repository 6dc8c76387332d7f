using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Makes the request of a step.</summary>
internal sealed class RequestBuilder(RunContext context)
{
    /// <summary>The variable of a token past its time.</summary>
    public const string ExpiredToken = "expired_token";

    /// <summary>What is wanted of an answer, unless a test wants something else.</summary>
    public const string AnyAnswer = "application/json, */*;q=0.8";

    private static readonly TimeSpan StreamTimeout = TimeSpan.FromSeconds(5);

    private const string PreferHeader = "Prefer";
    private const string TooMany = "429";

    /// <exception cref="CaseStopException">The request cannot be made because a value is missing, or may not be sent here.</exception>
    public ReadyRequest Build(TestStep step, StepRequest request, TemplateValues values)
    {
        if (Permits.WhyNot(request, context) is { } reason) throw new CaseStopException(reason) { Status = CaseStatus.Skip };
        return BuildPermitted(step, request, values);
    }

    /// <summary>The request of a step, whatever it does: whoever calls this knows that it does no harm.</summary>
    /// <exception cref="CaseStopException">The request cannot be made because a value is missing.</exception>
    public ReadyRequest BuildPermitted(TestStep step, StepRequest request, TemplateValues values)
    {
        var filling = new Filling(values);
        var operation = context.Spec.FindOperation(request.Method, request.Path);
        var described = operation ?? Described(step);
        var url = RequestUrl.Build(context.Target.BaseUrl, request, described, filling);
        var headers = Headers(step, request, described, filling);
        var body = request.Body is { } template ? RequestBody.Build(context.Spec, described, template, filling) : null;
        filling.ThrowIfIncomplete();
        if (url.AsSpan().IndexOfAny('{', '}') >= 0) throw new CaseStopException($"The path {request.Path} has a parameter that no value is given for.");
        var ready = new ReadyRequest
        {
            Method = request.Method,
            Url = url,
            PathValues = request.PathValues.ToDictionary(pair => pair.Key, pair => filling.Json(pair.Value), StringComparer.Ordinal),
            Headers = headers,
            Body = body,
            Operation = operation,
            Authenticators = context.Credentials.For(described, step.Credentials, step.Credentials == StepCredentials.Expired ? Expired(values) : null),
            Step = step.Name,
            IsErrorAskedFor = AskedErrors.Asks(step),
            IsSpoiled = step.Credentials != StepCredentials.Valid,
            WantsLimit = step.Assertions.Any(assertion => assertion is StatusAssertion status && status.OneOf.Contains(TooMany)),
            Timeout = step.TimeoutMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : TimeoutOf(operation),
        };
        SendableText.ThrowIfNot(ready);
        return ready;
    }

    /// <summary>What is not described is asked by whom, and spelled as, what is.</summary>
    private ApiOperation? Described(TestStep step) => step.Control is { } control ? context.Spec.FindOperation(control.Method, control.Path) : null;

    /// <summary>A stream that has nothing to say may not even begin.</summary>
    private TimeSpan TimeoutOf(ApiOperation? operation) =>
        operation?.Responses.Any(response => response.Content.Any(media => media.IsStream)) == true && context.Options.RequestTimeout > StreamTimeout
            ? StreamTimeout : context.Options.RequestTimeout;

    private List<KeyValuePair<string, string>> Headers(TestStep step, StepRequest request, ApiOperation? operation, Filling filling)
    {
        var headers = request.Headers.Select(header =>
            KeyValuePair.Create(header.Key, StepParameters.Spell(operation, header.Key, ParameterPlace.Header, filling.Json(header.Value)))).ToList();
        if (request.Cookies.Count > 0)
            headers.Add(new("Cookie",
                string.Join("; ",
                request.Cookies.Select(cookie => StepParameters.Spell(operation, cookie.Key, ParameterPlace.Cookie, filling.Json(cookie.Value))))));
        headers.AddRange(
            context.Target.Headers.Where(header => !Has(headers, header.Key)
                && (step.Credentials == StepCredentials.Valid || !IsCredential(operation, header.Key))));
        if (!Has(headers, "Accept")) headers.Add(new("Accept", AnyAnswer));
        if (context.IsMock && step.Mock?.ToPrefer() is { Length: > 0 } prefer) headers.Add(new(PreferHeader, prefer));
        return headers;
    }

    /// <summary>Headers of the environment that may prove who we are must not do so when the test wants other credentials.</summary>
    private bool IsCredential(ApiOperation? operation, string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)
        || context.Credentials.IsCredential(operation, name);

    private static bool Has(List<KeyValuePair<string, string>> headers, string name) =>
        headers.Any(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string Expired(TemplateValues values)
    {
        var given = TextTemplate.Parse($"{{{{ {ExpiredToken} }}}}").Substitute(values);
        if (given.IsComplete) return given.Value;
        return context.Credentials.ExpiredToken
            ?? throw new CaseStopException($"It needs a token past its time: give one as '{ExpiredToken}'.") { Status = CaseStatus.Skip };
    }
}

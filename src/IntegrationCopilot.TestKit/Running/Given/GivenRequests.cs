using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Puts bodies and fields that somebody gave into the requests of a suite.</summary>
/// <remarks>
/// A request that breaks a rule keeps its mistake: what is given goes into the rest of it. Where the mistake has no place in what was given, the request stays
/// as it was made.
/// </remarks>
internal sealed class GivenRequests(ApiSpec spec, RunOptions options)
{
    private readonly List<(GivenPlace Place, string Text)> fields =
        [.. from pair in options.Values let place = GivenPlace.Read(spec, pair.Key) where place is not null select (place, pair.Value)];

    /// <summary>The suite with what was given; itself when nothing was.</summary>
    public GoldenTestSuite Put(GoldenTestSuite suite) => fields.Count == 0 && options.Bodies.Count == 0 ? suite : suite with
    {
        Tests = [.. suite.Tests.Select(test => test with { Steps = [.. test.Steps.Select(Put)] })],
        Producers = [.. suite.Producers.Select(call => call with { Request = Unbroken(call.Request) })],
    };

    /// <summary>The request that breaks nothing.</summary>
    public StepRequest Unbroken(StepRequest request) =>
        spec.FindOperation(request.Method, request.Path) is { } operation ? Fields(operation, Body(operation, request), null) : request;

    private TestStep Put(TestStep step)
    {
        if (step.Request is not { } request || spec.FindOperation(request.Method, request.Path) is not { } operation) return step;
        var rule = step.Assertions.OfType<RefusedAssertion>().FirstOrDefault()?.Rule;
        if (step.Control is not { } control || rule is null)
            return step with { Request = Unbroken(request), Control = step.Control is { } other ? Unbroken(other) : null };
        var body = Same(request.Body, control.Body) ? Body(operation, request).Body : Broken(operation, request.Body, rule);
        return step with { Request = Fields(operation, request with { Body = body }, rule), Control = Unbroken(control) };
    }

    private StepRequest Body(ApiOperation operation, StepRequest request) =>
        request.Body is { } body && TextFor(operation) is { } text ? request with { Body = GivenBody.Of(body, text) } : request;

    /// <summary>The given body with the same mistake.</summary>
    private StepBody? Broken(ApiOperation operation, StepBody? body, BrokenRule rule)
    {
        if (body?.Json is null || rule is not { In: null, Place: { Length: > 0 } place } || TextFor(operation) is not { } text) return body;
        if (GivenBody.Of(body, text) is not { Json: { } given } whole || AsJson.Node(given) is not { } node) return body;
        return JsonPlaces.Set(node, place, rule.Sent) ? whole with { Json = AsJson.Element(node) } : body;
    }

    private StepRequest Fields(ApiOperation operation, StepRequest request, BrokenRule? rule)
    {
        foreach (var (place, text) in fields.Where(field => field.Place.Operation == operation && field.Place.Place != rule?.Place))
            request = Field(request, place, GivenJson.Of(spec, place, request, text));
        return request;
    }

    private static StepRequest Field(StepRequest request, GivenPlace place, JsonElement value)
    {
        if (place.IsInBody)
        {
            if (request.Body is not { Json: { } json } body || AsJson.Node(json) is not { } node
                || !JsonPlaces.Set(node, place.Place, value)) return request;
            return request with { Body = body with { Json = AsJson.Element(node) } };
        }

        return place.Parameter?.Place switch
        {
            ParameterPlace.Path => request with { PathValues = With(request.PathValues, place.Place, value) },
            ParameterPlace.Query or ParameterPlace.QueryString => request with { Query = With(request.Query, place.Place, value) },
            ParameterPlace.Header => request with { Headers = With(request.Headers, place.Place, value) },
            ParameterPlace.Cookie => request with { Cookies = With(request.Cookies, place.Place, value) },
            _ => request,
        };
    }

    private static Dictionary<string, JsonElement> With(IReadOnlyDictionary<string, JsonElement> values, string name, JsonElement value) =>
        new(values, StringComparer.Ordinal) { [name] = value };

    private string? TextFor(ApiOperation operation) => options.Bodies.GetValueOrDefault(operation.Id);

    private static bool Same(StepBody? one, StepBody? other) =>
        one?.ToElement().GetRawText() == other?.ToElement().GetRawText();
}

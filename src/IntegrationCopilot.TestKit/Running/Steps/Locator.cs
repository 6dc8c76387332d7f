using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Asks for the place that <c>Location</c> of an answer names: with the credentials that its operation wants where the document describes it, else with those
/// of
/// the request that was answered.
/// </summary>
internal sealed class Locator(RunContext context, CaseSender sender)
{
    private const int Created = 201;
    private const int Accepted = 202;

    /// <returns>What became of it; null when the answer names no place.</returns>
    /// <exception cref="CaseStopException">No answer came.</exception>
    public async Task<LocatedPlace?> FollowAsync(ReadyRequest made, Exchange answer, CancellationToken cancellationToken)
    {
        if (answer.Response?.Status is not (Created or Accepted) || answer.Header("Location") is not { Length: > 0 } link) return null;
        var target = LinkTarget.Of("Location", link, made, context);
        var place = new LocatedPlace(link) { Problem = target.Problem, Stop = target.Stop };
        if (target.Url is not { } url) return place;
        var operation = OperationAt(url);
        var ready = made with
        {
            Method = "GET",
            Url = url,
            Body = null,
            Operation = operation,
            Authenticators = operation is null ? made.Authenticators : context.Credentials.For(operation, StepCredentials.Valid, null),
            Headers = [.. context.Target.Headers, .. made.Headers.Where(sent => IsWanted(operation, sent.Key)),
                KeyValuePair.Create("Accept", RequestBuilder.AnyAnswer)],
        };
        var exchange = await sender.SendAsync(ready, cancellationToken);
        return exchange.Response is null ? throw CaseStopException.Unanswered(exchange) : place with { Exchange = exchange };
    }

    /// <summary>Whether what was sent for the answer has to be sent there, too: a version of the API, for example.</summary>
    private bool IsWanted(ApiOperation? operation, string header) => operation is not null
        && context.Target.Headers.All(own => !own.Key.Equals(header, StringComparison.OrdinalIgnoreCase))
        && operation.Parameters.Any(parameter => parameter is { Place: ParameterPlace.Header, Required: true }
            && parameter.Name.Equals(header, StringComparison.OrdinalIgnoreCase));

    private ApiOperation? OperationAt(string url)
    {
        var start = context.Target.BaseUrl.AbsoluteUri.TrimEnd('/');
        return url.StartsWith($"{start}/", StringComparison.Ordinal) ? context.Validator.Match("GET", url[start.Length..]).Operation : null;
    }
}

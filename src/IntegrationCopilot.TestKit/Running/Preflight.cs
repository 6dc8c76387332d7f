using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What trying the credentials showed before the first case.</summary>
/// <param name="Unreachable">Why no case can have a verdict; null when the server answers.</param>
/// <param name="Refused">Why cases with valid credentials can have none; null when they are accepted, or it cannot be told.</param>
internal sealed record PreflightResult(string? Unreachable, string? Refused);

/// <summary>Tries, before the first case, whether the server answers and lets us in.</summary>
internal sealed class Preflight(RunContext context)
{
    private const int MaxTries = 3;
    private const int Unauthorized = 401;

    /// <summary>Calls reading operations until one lets us in. Nothing is tried against our own mock, whose credentials we know.</summary>
    public async Task<PreflightResult> TryAsync(IEnumerable<GoldenTest> tests, CancellationToken cancellationToken)
    {
        if (context.IsMock || !tests.SelectMany(test => test.Steps).Any(step => StepRequests.Of(step).Any())) return new(null, null);
        var sender = new CaseSender(context, null, []);
        try
        {
            var exchange = await sender.SendAsync(Request(null, []), cancellationToken);
            if (exchange is { Response: null, Reached: false })
                return new($"{exchange.Request.Url} did not answer: {exchange.Failure}. Check the base URL and that the server runs.", null);
            return new(null, context.Credentials.HasAny ? await RefusedAsync(sender, cancellationToken) : null);
        }
        catch (CaseStopException stop)
        {
            return new(null, stop.Message);
        }
    }

    private async Task<string?> RefusedAsync(CaseSender sender, CancellationToken cancellationToken)
    {
        Exchange? refused = null;
        foreach (var operation in context.Spec.Operations.Where(IsSafe).Take(MaxTries))
        {
            var exchange = await sender.SendAsync(Request(operation, context.Credentials.For(operation, StepCredentials.Valid, null)), cancellationToken);
            if (exchange.Response?.Status != Unauthorized) return null;
            refused = exchange;
        }

        if (refused is null) return await TokenProblemAsync(sender, cancellationToken);
        return $"The credentials of this environment are refused: {refused.Operation!.Id} answered {HttpStatusText.Of(refused.Response!.Status)}. Check them; nothing was tested with them.";
    }

    /// <summary>No operation can be called without knowing more; a token can be fetched all the same.</summary>
    private async Task<string?> TokenProblemAsync(CaseSender sender, CancellationToken cancellationToken)
    {
        if (context.Target.Credentials is OAuth2ClientCredentials)
            await sender.SendAsync(Request(null, context.Credentials.For(null, StepCredentials.Valid, null)), cancellationToken);
        return null;
    }

    private static bool IsSafe(ApiOperation operation) =>
        operation.Method == "GET" && operation.Security.Count > 0 && operation.Security.All(alternative => alternative.Requirements.Count > 0)
        && !operation.Path.Contains('{', StringComparison.Ordinal) && !operation.Parameters.Any(parameter => parameter.Required);

    private ReadyRequest Request(ApiOperation? operation, IReadOnlyList<RequestAuthenticator> authenticators) => new()
    {
        Method = "GET",
        Url = RequestUrl.Of(context.Target.BaseUrl, ParameterSerializer.SpellPath(operation?.Path ?? "/")),
        Headers = [.. context.Target.Headers],
        Operation = operation,
        Authenticators = authenticators,
        Timeout = context.Options.RequestTimeout,
    };
}

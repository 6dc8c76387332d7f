using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Tries, before the first case, whether the server answers, where the API is on it, and whether it lets us in.</summary>
internal sealed class Preflight(RunContext context)
{
    private const int MaxTries = 3;
    private const int MaxCredentials = 8;
    private const int Unauthorized = 401;
    private const int NotFound = 404;

    /// <summary>
    /// Calls reading operations until each of the credentials was let in. Nothing is tried against our own mock, whose credentials we know.
    /// </summary>
    public async Task<PreflightResult> TryAsync(IEnumerable<GoldenTest> tests, CancellationToken cancellationToken)
    {
        if (context.IsMock || !tests.SelectMany(test => test.Steps).Any(step => StepRequests.Of(step).Any())) return new();
        var sender = new CaseSender(context, null, []);
        try
        {
            var exchange = await sender.SendAsync(Request(null, []), cancellationToken);
            if (exchange is { Response: null, Reached: false }) return new() { Hopeless = ReachProblem.Of(exchange) };
            return await ProbeAsync(exchange, sender, cancellationToken);
        }
        catch (CaseStopException stop)
        {
            return context.Credentials.HasAny ? new() { RefusedAll = stop.Message } : new();
        }
    }

    /// <summary>Without credentials to try, operations are called only where the base URL itself is not known.</summary>
    private async Task<PreflightResult> ProbeAsync(Exchange atBase, CaseSender sender, CancellationToken cancellationToken)
    {
        var safe = context.Spec.Operations.Where(operation => IsSafe(operation) && context.Credentials.WhyNot(operation) is null).ToList();
        var closed = safe.Where(IsClosed).GroupBy(context.Credentials.KeyFor, StringComparer.Ordinal).Where(group => group.Key.Length > 0)
            .Take(MaxCredentials).ToList();
        if (closed.Count == 0) await TryTokenAsync(sender, cancellationToken);
        IEnumerable<IEnumerable<ApiOperation>> groups = closed.Count > 0 ? closed : StatusOf(atBase) == NotFound ? [safe] : [];
        var answers = new List<Exchange>();
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var found = await AnswersAsync(group.Take(MaxTries), sender, cancellationToken);
            answers.AddRange(found);
            if (closed.Count > 0 && found.Count > 0 && found.TrueForAll(answer => StatusOf(answer) == Unauthorized))
                refused[context.Credentials.KeyFor(found[^1].Operation!)] = Refusal(found[^1]);
        }

        var isLost = answers.Count > 0 && answers.TrueForAll(answer => StatusOf(answer) == NotFound);
        return new() { Hopeless = isLost ? await new BasePathSearch(context, sender).ProblemAsync(answers, cancellationToken) : null, Refused = refused };
    }

    /// <summary>What operations answer, until one says that the API is here and lets us in. A 404 says neither.</summary>
    private async Task<List<Exchange>> AnswersAsync(IEnumerable<ApiOperation> operations, CaseSender sender, CancellationToken cancellationToken)
    {
        var answers = new List<Exchange>();
        foreach (var operation in operations)
        {
            var exchange = await sender.SendAsync(Request(operation, context.Credentials.For(operation, StepCredentials.Valid, null)), cancellationToken);
            answers.Add(exchange);
            if (StatusOf(exchange) is not (Unauthorized or NotFound)) break;
        }

        return answers;
    }

    /// <summary>No operation can be called without knowing more; a token can be fetched all the same.</summary>
    private async Task TryTokenAsync(CaseSender sender, CancellationToken cancellationToken)
    {
        if (context.Target.Credentials is [OAuth2ClientCredentials, ..])
            await sender.SendAsync(Request(null, context.Credentials.For(null, StepCredentials.Valid, null)), cancellationToken);
    }

    private string Refusal(Exchange exchange)
    {
        var which = context.Target.Credentials.Count > 1 ? $" for {context.Credentials.Describe(exchange.Operation!)}" : "";
        return $"The credentials of this environment{which} are refused: {exchange.Operation!.Id} answered {HttpStatusText.Of(Unauthorized)}. "
            + "Check them; nothing was tested with them.";
    }

    private static int? StatusOf(Exchange exchange) => exchange.Response?.Status;

    private static bool IsClosed(ApiOperation operation) =>
        operation.Security.Count > 0 && operation.Security.All(alternative => alternative.Requirements.Count > 0);

    private static bool IsSafe(ApiOperation operation) => operation.Method == "GET" && !operation.Path.Contains('{', StringComparison.Ordinal)
        && !operation.Parameters.Any(parameter => parameter.Required);

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

using System.Globalization;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Looks for the API where the document's servers have it, when the base URL knows none of its operations.</summary>
/// <remarks>Only on the host that is tested, and without credentials: the document's own hosts may be anybody's.</remarks>
internal sealed class BasePathSearch(RunContext context, CaseSender sender)
{
    private const int MaxCandidates = 6;

    /// <summary>Why the base URL is wrong, naming the right one; null when none is found, as a 404 may be the API's own.</summary>
    /// <param name="lost">What was answered with 404.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<string?> ProblemAsync(IReadOnlyList<Exchange> lost, CancellationToken cancellationToken)
    {
        var operation = lost[0].Operation!;
        foreach (var candidate in Candidates(operation))
        {
            var exchange = await sender.SendAsync(Request(candidate, operation), cancellationToken);
            if (exchange.Response is { } response && IsOurs(operation, response.Status))
                return $"The path of the base URL is wrong: {operation.Id} answered 404 at {context.Target.BaseUrl} and "
                    + $"{response.Status.ToString(CultureInfo.InvariantCulture)} at {candidate}, a path of the document's servers. "
                    + $"Give {candidate} as the base URL.";
        }

        return null;
    }

    private IEnumerable<Uri> Candidates(ApiOperation operation)
    {
        var origin = context.Target.BaseUrl.GetLeftPart(UriPartial.Authority);
        var own = context.Target.BaseUrl.AbsolutePath.TrimEnd('/');
        var paths = context.Spec.Servers.Concat(operation.Servers).Select(PathOf).OfType<string>().ToList();
        return paths.Concat(paths.Select(path => own + path)).Where(path => path != own).Distinct(StringComparer.Ordinal).Take(MaxCandidates)
            .Select(path => new Uri($"{origin}{path}/"));
    }

    /// <summary>The path of a server, without a slash at its end; null when it cannot be told.</summary>
    private string? PathOf(ApiServer server) =>
        Uri.TryCreate(context.Target.BaseUrl, server.Url, out var url) && url.Scheme is "http" or "https" && !server.Url.Contains('{', StringComparison.Ordinal)
            ? url.AbsolutePath.TrimEnd('/') : null;

    /// <summary>A server that answers everything alike does not answer as described.</summary>
    private static bool IsOurs(ApiOperation operation, int status) =>
        status is 401 or 403 || (status is >= 200 and < 300 && operation.FindResponse(status) is not null);

    private ReadyRequest Request(Uri candidate, ApiOperation operation) => new()
    {
        Method = "GET",
        Url = RequestUrl.Of(candidate, ParameterSerializer.SpellPath(operation.Path)),
        Headers = [],
        Operation = operation,
        Authenticators = [],
        Timeout = context.Options.RequestTimeout,
    };
}

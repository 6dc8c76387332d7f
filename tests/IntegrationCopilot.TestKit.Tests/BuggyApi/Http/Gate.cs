using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Lets in who has a key, for what needs one.</summary>
internal static class Gate
{
    public const string Header = "X-API-Key";
    public const string FirstKey = "fk_live_6b1f0c9a2d7e4813";
    public const string SecondKey = "fk_live_94e2ab07c15d3f68";

    public static string Caller(this HttpContext http) => (string)http.Items[Header]!;

    public static async Task RunAsync(HttpContext http, FreightState state, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>() is not null && CallerOf(http, state) is not { } caller)
        {
            if (!state.Has(CredentialBugs.RefusalWithoutChallenge)) http.Response.Headers.WWWAuthenticate = "ApiKey realm=\"freight\"";
            await Reply.ProblemAsync(http, state, 401, "A key of the API is needed.");
            return;
        }

        http.Items[Header] = CallerOf(http, state) ?? FreightState.FirstCaller;
        await next(http);
    }

    private static string? CallerOf(HttpContext http, FreightState state)
    {
        var isReading = HttpMethods.IsGet(http.Request.Method);
        if (state.Has(CredentialBugs.ReadsOpen) && isReading && http.Request.Path.StartsWithSegments("/documents", StringComparison.Ordinal))
            return FreightState.FirstCaller;
        if (!http.Request.Headers.TryGetValue(Header, out var values)) return state.Has(CredentialBugs.NoneAccepted) ? FreightState.FirstCaller : null;
        return values.ToString() switch
        {
            FirstKey => FreightState.FirstCaller,
            SecondKey => FreightState.SecondCaller,
            { Length: >= 16 } => state.Has(CredentialBugs.WrongAccepted) ? FreightState.FirstCaller : null,
            _ when state.Has(CredentialBugs.MalformedIsError) => throw new InvalidOperationException("The key could not be decoded."),
            _ => state.Has(CredentialBugs.EmptyAccepted) ? FreightState.FirstCaller : null,
        };
    }

    /// <summary>Marks what nobody gets to without a key.</summary>
    internal sealed record NeedsKey;
}

using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>Refuses what another site makes a signed-in browser send: changes, and the opening of a WebSocket.</summary>
/// <remarks>
/// Browsers say where a request comes from in <c>Sec-Fetch-Site</c>, older ones in <c>Origin</c>; a page cannot forge either.
/// A client that sends neither is not a browser, and holds no cookie that somebody else could use.
/// </remarks>
internal static class CrossSiteGuard
{
    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (ChangesState(context.Request) && IsCrossSite(context.Request))
            await TypedResults.Problem(ProblemMapping.Problem(StatusCodes.Status403Forbidden, "cross_site", "A request from another site is refused."))
                .ExecuteAsync(context);
        else
            await next(context);
    });

    private static bool ChangesState(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.HttpContext.WebSockets.IsWebSocketRequest;

    private static bool IsCrossSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

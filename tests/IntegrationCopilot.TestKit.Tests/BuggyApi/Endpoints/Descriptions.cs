using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Short ways to describe what routes take and refuse.</summary>
internal static class Descriptions
{
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses) route.ProducesProblem(status);
        return route;
    }

    /// <summary>
    /// Describes the body. Routing is told that anything fits: else it would answer 415 by itself, before it is known who asks.
    /// </summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, string mediaType) where T : notnull =>
        route.Accepts<T>("*/*").WithMetadata(new Taken(mediaType));

    internal sealed record Taken(string MediaType);
}

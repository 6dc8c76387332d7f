namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>Who a request is for, by its path.</summary>
internal static class RequestPaths
{
    public static bool IsApi(this HttpRequest request) => IsUnder(request, "/api");

    public static bool IsHealth(this HttpRequest request) => IsUnder(request, "/health");

    /// <summary>Whether a program asks, which wants a problem response where a browser wants a page.</summary>
    public static bool IsForPrograms(this HttpRequest request) => request.IsApi() || request.IsHealth() || IsUnder(request, "/openapi");

    private static bool IsUnder(HttpRequest request, string path) => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}

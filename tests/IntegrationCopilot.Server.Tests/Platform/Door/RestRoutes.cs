using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Tests.Hosting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Platform.Door;

/// <summary>Which REST route sends which request type, and how a request is written as a call of its route.</summary>
internal static class RestRoutes
{
    /// <summary>Request types that no REST route sends, each with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> WithoutRoute = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ExecuteTestRun"] = "The server sends it to itself, as the job of a test run; startTestRun asks for one.",
    };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<RouteEndpoint> Of(RunningServer server) => server.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(Api.Root, StringComparison.Ordinal) == true)
        .ToList();

    public static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "";

    /// <summary>The request type that a route's name names: <c>getProject</c> sends <c>GetProject</c>, and so may <c>getProjectAsText</c>.</summary>
    public static RequestEntry? RequestOf(RouteEndpoint endpoint) => RequestTypes.Catalog.Entries
        .Where(entry => NameOf(endpoint).StartsWith(JsonNamingPolicy.CamelCase.ConvertName(entry.RequestType.Name), StringComparison.Ordinal))
        .MaxBy(entry => entry.RequestType.Name.Length);

    public static HttpRequestMessage Call(RouteEndpoint endpoint, IRequest request)
    {
        var fields = JsonSerializer.SerializeToNode(request, request.GetType(), Json)!.AsObject();
        var method = new HttpMethod(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single());
        var path = PathOf(endpoint, fields);
        var takesBody = endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null;
        return new HttpRequestMessage(method, takesBody || method == HttpMethod.Post ? path : path + QueryOf(endpoint, fields))
        {
            Content = RequestExamples.All.BodyOf(endpoint, request) ?? (takesBody ? JsonContent.Create(fields) : null),
        };
    }

    private static string PathOf(RouteEndpoint endpoint, JsonObject fields)
    {
        var path = endpoint.RoutePattern.RawText!;
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            var value = fields[parameter.Name] ?? (parameter.Name == "id" ? fields[NameOfIdIn(path)] : null);
            if (value is null)
                Assert.Fail($"The route {path} has a parameter {parameter.Name}, and its request no such property with a value. Give both the same name.");
            var start = path.IndexOf($"{{{parameter.Name}", StringComparison.Ordinal);
            path = string.Concat(path.AsSpan(0, start), Uri.EscapeDataString(value.ToString()), path.AsSpan(path.IndexOf('}', start) + 1));
        }

        return path;
    }

    /// <summary><c>/specs/{id}</c> is the place of <c>specId</c>.</summary>
    private static string NameOfIdIn(string path) => $"{path[..path.IndexOf("/{id", StringComparison.Ordinal)].Split('/')[^1].TrimEnd('s')}Id";

    private static string QueryOf(RouteEndpoint endpoint, JsonObject fields)
    {
        var inPath = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name);
        var pairs = fields.Where(field => field.Value is JsonValue && !inPath.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
            .Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value!.ToString())}");
        return string.Join('&', pairs) is { Length: > 0 } query ? $"?{query}" : "";
    }
}

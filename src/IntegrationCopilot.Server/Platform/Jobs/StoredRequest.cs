using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationCopilot.Server.Platform.Door;

namespace IntegrationCopilot.Server.Platform.Jobs;

/// <summary>A request and its actor in the form they are kept in until the job runs.</summary>
/// <param name="Type">Name of the request type.</param>
/// <param name="Request">The request.</param>
/// <param name="Actor">Whom it is sent as.</param>
internal sealed record StoredRequest(string Type, JsonElement Request, Actor Actor)
{
    /// <summary>Where a job keeps it.</summary>
    public const string DataKey = "request";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write(IRequest request, Actor actor) =>
        JsonSerializer.Serialize(new StoredRequest(request.GetType().Name, JsonSerializer.SerializeToElement(request, request.GetType(), Options), actor),
            Options);

    /// <exception cref="JsonException">The request type has changed since the job was stored, or is gone.</exception>
    public static (IRequest Request, Actor Actor) Read(string text, RequestCatalog catalog)
    {
        var stored = JsonSerializer.Deserialize<StoredRequest>(text, Options)!;
        var entry = catalog.Entries.FirstOrDefault(entry => entry.RequestType.Name == stored.Type)
            ?? throw new JsonException($"{stored.Type} is not a request type of this server any more.");
        return ((IRequest)stored.Request.Deserialize(entry.RequestType, Options)!, stored.Actor);
    }
}

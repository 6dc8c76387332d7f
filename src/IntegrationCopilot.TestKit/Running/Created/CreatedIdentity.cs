using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Finds what names a new thing, in the exchange that made it.</summary>
internal static class CreatedIdentity
{
    private const string Location = "Location";

    public static CreatedThing Of(ApiOperation operation, ApiResource? resource, ReadyRequest ready, Exchange exchange)
    {
        var thing = Named(operation, resource, ready, exchange);
        return ThingEnd.MayEnd(operation, resource) ? thing with { Resource = resource, Sent = ready } : thing;
    }

    private static CreatedThing Named(ApiOperation operation, ApiResource? resource, ReadyRequest ready, Exchange exchange)
    {
        var values = new Dictionary<string, JsonElement>(ready.PathValues, StringComparer.Ordinal);
        if (resource?.Identifier is not { } identifier || !ReferenceEquals(resource.Create, operation)) return new(operation, null, values, null);
        foreach (var part in identifier.Parts)
            if (Find(part, identifier, exchange) is { } value) values[part.Parameter] = value;
        return new(operation, resource, values, values.TryGetValue(identifier.Parameter, out var own) ? Text(own) : null);
    }

    private static JsonElement? Find(IdentifierPart part, ResourceIdentifier identifier, Exchange exchange)
    {
        if (part.Create is { } answered && SuppliedValue.First(exchange.Json, answered) is { } told) return told;
        if (ReferenceEquals(part, identifier.Parts[^1]) && SuppliedValue.LastSegment(exchange.Header(Location)) is { } located) return located;
        return part.Request is { } sent ? SuppliedValue.First(JsonBody.Parse(exchange.Request.Body), sent) : null;
    }

    /// <summary>What an answer that gives one thing calls it; null when it does not say.</summary>
    public static JsonElement? Shown(ResourceIdentifier identifier, Exchange exchange) =>
        (identifier.Parts[^1].Read ?? identifier.Parts[^1].Create) is { } pointer ? SuppliedValue.First(exchange.Json, pointer) : null;

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}

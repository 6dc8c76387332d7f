using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>What stands for a value that could not be made: one of the right type.</summary>
internal static class NearestValues
{
    public static Sample Of(SchemaView view, SampleCarrier carrier, SamplePlace place) =>
        Sample.Of(SchemaTypes.InOrder(view) is [var type, ..] ? OfType(type, view, carrier, place) : null);

    private static JsonNode? OfType(JsonTypes type, SchemaView view, SampleCarrier carrier, SamplePlace place) => type switch
    {
        JsonTypes.Object => new JsonObject(),
        JsonTypes.Array => new JsonArray(),
        JsonTypes.String => new TextSamples(view, carrier).Nearest(place),
        JsonTypes.Integer => JsonNode.Parse(Bound(NumberBounds.Of(view, integer: true)).ToString()),
        JsonTypes.Fraction => JsonNode.Parse(Bound(NumberBounds.Of(view, integer: false)).ToString()),
        JsonTypes.Boolean => JsonValue.Create(value: true),
        _ => null,
    };

    private static ExactNumber Bound(NumberBounds bounds) => bounds.Low ?? bounds.High ?? 0L;
}

using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What the schemas of a sequential media type describe.</summary>
/// <remarks>
/// OpenAPI 3.2.0, section 4.14.4: <c>itemSchema</c> describes each item and <c>schema</c> the whole as an array. Earlier editions say nothing of sequences;
/// there a schema that allows no array is meant for each item, and what events carry is meant rather than the events, unless the schema knows of their field
/// <c>data</c>.
/// </remarks>
internal sealed class SequenceModel
{
    public SequenceModel(ApiSpec spec, ApiMediaType media)
    {
        var shape = ValueShape.Of(spec, media.Schema);
        DescribesWhole = media.Schema.IsDefined && (spec.Edition >= OpenApiEdition.V32 || shape.Allows(JsonTypes.Array));
        var item = DescribesWhole ? shape.Items : shape;
        DescribesEvents = spec.Edition >= OpenApiEdition.V32 || media.ItemSchema.IsDefined || item.IsUnknown || item.PropertyNames.Contains("data");
    }

    /// <summary>Whether <c>schema</c> describes the array of all items, rather than each.</summary>
    public bool DescribesWhole { get; }

    /// <summary>Whether the items of an event stream are events, rather than the JSON in their data.</summary>
    public bool DescribesEvents { get; }
}

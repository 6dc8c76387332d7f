using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Asks the schemas themselves about values.</summary>
internal sealed class SampleJudge(SchemaSet schemas, MessageDirection direction)
{
    /// <summary>Whether the schema accepts the value; an undefined schema accepts any.</summary>
    public bool Accepts(RawNode schema, ReadOnlySpan<byte> json) => !schema.IsDefined || schemas.For(schema, direction).IsValid(json);

    public bool Accepts(RawNode schema, JsonNode? value) => !schema.IsDefined || Accepts(schema, SampleText.Write(value));

    /// <summary>Whether the value does what is demanded. A schema that others around it decide on is not asked by itself.</summary>
    public bool Meets(Demand demand, JsonNode? value) => demand.Place.IsScoped || !demand.Schema.IsDefined || Accepts(demand.Schema, value) != demand.Negated;

    /// <summary>In what a value does not conform.</summary>
    public IReadOnlyList<Finding> Findings(RawNode schema, ReadOnlyMemory<byte> json) => schema.IsDefined ? schemas.For(schema, direction).Validate(json) : [];
}

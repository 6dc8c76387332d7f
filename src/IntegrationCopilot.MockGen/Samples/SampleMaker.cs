using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes samples for one direction of messages: first the straight way, then searching, then as small as can be.</summary>
internal sealed class SampleMaker
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonSerializerOptions Serialized = new() { MaxDepth = 1_000 };
    private static readonly SampleEffort[] Efforts = [SampleEffort.Straight, SampleEffort.Searching, SampleEffort.Smallest];
    private readonly SchemaFlattener flattener;
    private readonly SchemaHeights heights;
    private readonly DirectionMarks marks;
    private readonly SchemaSet schemas;
    private readonly MessageDirection direction;

    public SampleMaker(SchemaReferences references, SchemaHeights heights, SchemaSet schemas, MessageDirection direction)
    {
        this.heights = heights;
        this.schemas = schemas;
        this.direction = direction;
        flattener = new SchemaFlattener(references, heights);
        marks = new DirectionMarks(references, direction);
    }

    /// <summary>Whether the schema accepts the value; an undefined schema accepts any.</summary>
    public bool Accepts(RawNode schema, ReadOnlySpan<byte> json) => !schema.IsDefined || schemas.For(schema, direction).IsValid(json);

    /// <summary>Makes a value.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="place">Where it is made; its hint may be an example that does not conform as a whole.</param>
    public SampleResult Make(RawNode schema, SamplePlace place)
    {
        foreach (var effort in Efforts)
        {
            var builder = new SampleBuilder(flattener, heights, Accepts, marks.IsHidden, effort);
            var made = builder.BuildRoot(schema, place);
            if (!made.Made) continue;
            var json = Write(made.Value);
            if (Accepts(schema, json)) return new SampleResult { Json = json, Origin = SampleOrigin.Generated, Invented = InventedParts.Of(made.Value, builder.IsGiven) };
        }
        return new SampleResult { Origin = SampleOrigin.Generated, Problem = WhyNot(schema) };
    }

    private bool Accepts(RawNode schema, JsonNode? value) => Accepts(schema, Write(value));

    private string WhyNot(RawNode schema) =>
        schema.Kind == RawKind.False ? $"The schema at {schema.Location} accepts nothing."
        : heights.Of(schema) >= SchemaHeights.Endless
            ? $"No finite value conforms to the schema at {schema.Location}: every value would contain another of its kind."
            : $"No value was found that conforms to the schema at {schema.Location}; its keywords may contradict each other.";

    private static byte[] Write(JsonNode? value)
    {
        if (value is null) return "null"u8.ToArray();
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Written)) value.WriteTo(writer, Serialized);
        return buffer.WrittenSpan.ToArray();
    }
}

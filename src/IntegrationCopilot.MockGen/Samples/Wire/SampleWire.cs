using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What one value travels in: what can be carried at all, and whether what was made arrives.</summary>
internal sealed class SampleWire
{
    private readonly Func<JsonElement, IReadOnlyList<Finding>>? check;

    private SampleWire(SampleCarrier carrier, Func<JsonElement, IReadOnlyList<Finding>>? check) => (Carrier, this.check) = (carrier, check);

    /// <summary>JSON, in which everything arrives.</summary>
    public static SampleWire Json { get; } = new(SampleCarrier.Json, null);

    public SampleCarrier Carrier { get; }

    /// <summary>Whether everything arrives.</summary>
    public bool IsPlain => check is null;

    public static SampleWire Of(WireCheck check, ApiMediaType media, MessageDirection direction) =>
        media.IsJson ? Json : new(SampleCarrier.Of(media), value => check.OfBody(media, direction, value));

    /// <summary>The same for what is carried at need only; itself when that is nothing more.</summary>
    public SampleWire Widest => Carrier.Wider is { } wider ? new(wider, check) : this;

    /// <summary>What an item of it travels in.</summary>
    public SampleWire OfItem() => check is null ? this : new(Carrier, item => check(AsJson.Element(new[] { item })));

    public static SampleWire Of(WireCheck check, ApiParameter parameter) => new(SampleCarrier.Of(parameter), value => check.OfParameter(parameter, value));

    public static SampleWire Of(WireCheck check, ApiHeader header) => new(SampleCarrier.Of(header), value => check.OfHeader(header, value));

    /// <summary>Whether a value that conforms does so once it has been sent.</summary>
    public bool Arrives(ReadOnlyMemory<byte> json) => check is null || Findings(json).Count == 0;

    public bool Arrives(JsonNode? value) => check is null || Arrives(SampleText.Write(value).ToArray());

    /// <summary>Whether the carrier can hold the value, and it arrives.</summary>
    public bool Takes(JsonNode? value) => Carrier.Carries(value, inside: false) && Arrives(value);

    /// <summary>What is wrong with a value once it has been sent.</summary>
    public IReadOnlyList<Finding> Findings(ReadOnlyMemory<byte> json)
    {
        if (check is null) return [];
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1_000 });
        return check(document.RootElement);
    }
}

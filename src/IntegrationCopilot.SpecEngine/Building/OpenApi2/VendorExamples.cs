namespace IntegrationCopilot.SpecEngine;

/// <summary>Examples where OpenAPI 2.0 has no field for them but vendors write them nevertheless.</summary>
internal static class VendorExamples
{
    public static IReadOnlyList<ApiExample> Of(RawNode node)
    {
        var example = node.FindMember("x-example"u8);
        if (!example.IsDefined) example = node.FindMember("example"u8);
        return example.IsDefined ? [new ApiExample("", example)] : [];
    }
}

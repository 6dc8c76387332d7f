using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What discriminators ask of members (OpenAPI 3.1.1, section 4.8.25).</summary>
internal static class SchemaDiscriminators
{
    /// <summary>With a branch of a discriminated choice goes the member that names it.</summary>
    public static void Name(RawNode discriminator, RawNode branch, Dictionary<string, string> members)
    {
        if (PropertyOf(discriminator) is not { } property || branch["$ref"].GetString() is not { } reference) return;
        members.TryAdd(property, NameOf(discriminator, reference) ?? LastSegment(reference));
    }

    /// <summary>A schema that includes a discriminated base by <c>allOf</c> is named by the base's member.</summary>
    public static void NameDerived(IReadOnlyList<PlacedPart> parts, IReadOnlyList<RawNode> entered, Dictionary<string, string> members)
    {
        if (entered.Count == 0) return;
        foreach (var (part, _) in parts)
            if (PropertyOf(part.Discriminator) is { } property && !part.OneOf.IsDefined && !part.AnyOf.IsDefined)
                members.TryAdd(property, NameOf(part.Discriminator, entered[0].Name) ?? AnyName(part.Discriminator) ?? entered[0].Name);
    }

    private static string? PropertyOf(RawNode discriminator) => discriminator["propertyName"].GetString() ?? discriminator.GetString();

    private static string? NameOf(RawNode discriminator, string reference)
    {
        foreach (var mapping in discriminator["mapping"].Children)
            if (mapping.GetString() is { } target && LastSegment(target) == LastSegment(reference)) return mapping.Name;
        return null;
    }

    private static string? AnyName(RawNode discriminator) => discriminator["mapping"] is { Count: > 0 } mapping ? mapping.Children.First().Name : null;

    private static string LastSegment(string reference) => Uri.UnescapeDataString(reference[(reference.LastIndexOf('/') + 1)..]);
}

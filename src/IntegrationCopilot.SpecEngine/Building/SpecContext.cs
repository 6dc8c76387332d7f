namespace IntegrationCopilot.SpecEngine;

/// <summary>What every part of the model is built with.</summary>
internal sealed class SpecContext(RawDocumentSet documents, OpenApiEdition edition, CancellationToken cancellationToken)
{
    public RawDocumentSet Documents { get; } = documents;

    public OpenApiEdition Edition { get; } = edition;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Follows <c>$ref</c>; undefined when it leads nowhere, which the reference check has reported.</summary>
    public RawNode Follow(RawNode node) => Documents.Resolve(node);

    /// <summary>The object under a field, references followed; undefined when something else is there.</summary>
    public RawNode Object(RawNode owner, ReadOnlySpan<byte> field) => OfKind(owner.FindMember(field), RawKind.Object);

    /// <summary>The list under a field; undefined when something else is there.</summary>
    public RawNode List(RawNode owner, ReadOnlySpan<byte> field) => OfKind(owner.FindMember(field), RawKind.Array);

    /// <summary>The text of a scalar under a field; numbers as they are written, because YAML makes <c>version: 1.10</c> one.</summary>
    public static string? Text(RawNode owner, ReadOnlySpan<byte> field)
    {
        var node = owner.FindMember(field);
        return node.Kind == RawKind.Null ? null : node.GetScalarText();
    }

    /// <summary>
    /// The description beside a reference, which since 3.1 comes before that of what it leads to (OpenAPI 3.1.1, section 4.8.23); null when there is none.
    /// </summary>
    public string? OverridingDescription(RawNode item) =>
        Edition >= OpenApiEdition.V31 && item.FindMember("$ref"u8).Kind == RawKind.String ? Text(item, "description"u8) : null;

    public static bool Flag(RawNode owner, ReadOnlySpan<byte> field) => owner.FindMember(field).GetBoolean() ?? false;

    /// <summary>The node, references followed, when it is of the kind asked for; undefined otherwise, which the shape check has reported.</summary>
    public RawNode OfKind(RawNode node, RawKind kind)
    {
        if (!node.IsDefined) return default;
        var target = node.IsObject ? Follow(node) : node;
        return target.Kind == kind ? target : default;
    }
}

namespace IntegrationCopilot.SpecEngine;

/// <summary>What every part of the model is built with.</summary>
internal sealed class SpecContext(RawDocumentSet documents, OpenApiEdition edition, ProblemLog problems, CancellationToken cancellationToken)
{
    public RawDocumentSet Documents { get; } = documents;

    public OpenApiEdition Edition { get; } = edition;

    public ProblemLog Problems { get; } = problems;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Follows <c>$ref</c>; undefined when it leads nowhere, which the reference check has reported.</summary>
    public RawNode Follow(RawNode node) => Documents.Resolve(node);

    /// <summary>The object under a field, references followed; undefined, with a problem, when something else is there.</summary>
    public RawNode Object(RawNode owner, ReadOnlySpan<byte> field) => OfKind(owner.FindMember(field), RawKind.Object);

    /// <summary>The list under a field; undefined, with a problem, when something else is there.</summary>
    public RawNode List(RawNode owner, ReadOnlySpan<byte> field) => OfKind(owner.FindMember(field), RawKind.Array);

    /// <summary>The text of a scalar under a field; numbers as they are written, because YAML makes <c>version: 1.10</c> one.</summary>
    public static string? Text(RawNode owner, ReadOnlySpan<byte> field)
    {
        var node = owner.FindMember(field);
        return node.Kind == RawKind.Null ? null : node.GetScalarText();
    }

    public static bool Flag(RawNode owner, ReadOnlySpan<byte> field) => owner.FindMember(field).GetBoolean() ?? false;

    /// <summary>The node, references followed, when it is of the kind asked for.</summary>
    public RawNode OfKind(RawNode node, RawKind kind)
    {
        if (!node.IsDefined) return default;
        var target = node.IsObject ? Follow(node) : node;
        if (target.Kind == kind || !target.IsDefined) return target;
        if (target.Kind == RawKind.Null) Problems.Add(ModelRules.EmptyField, node, Excerpt.Of(node.Name));
        else Problems.Add(ModelRules.WrongKind, node, Excerpt.Of(node.Name), Describe(kind), Describe(target.Kind));
        return default;
    }

    private static string Describe(RawKind kind) => kind switch
    {
        RawKind.Object => "an object",
        RawKind.Array => "a list",
        RawKind.String => "a text",
        RawKind.Number => "a number",
        RawKind.True or RawKind.False => "a boolean",
        _ => "null",
    };
}

namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// Walks a description along the shapes of the standard, follows every reference, reads the documents they lead to, and reports what is wrong.
/// </summary>
/// <remarks>
/// Each object is looked at once for each shape it is expected to have, so aliases and references cost no more than their targets. Uses a stack of its own: no
/// depth overflows.
/// </remarks>
internal sealed class DescriptionChecker
{
    private readonly CheckContext context;
    private readonly ReferenceChecker references;
    private readonly DuplicateNames duplicates;
    private readonly CancellationToken cancellationToken;
    private readonly Stack<(RawNode Node, ValueShape Shape)> pending = [];
    private readonly Dictionary<RawDocument, int[]> seenAs = [];
    private readonly HashSet<(RawDocument Document, int Node, int Shape)> seenAgain = [];
    private readonly HashSet<RawNode> schemaTargets = [];
    private int steps;

    public DescriptionChecker(CheckContext context, DocumentLoader loader, CancellationToken cancellationToken)
    {
        this.context = context;
        this.cancellationToken = cancellationToken;
        references = new ReferenceChecker(context, loader, cancellationToken);
        duplicates = new DuplicateNames(context);
    }

    public void Check()
    {
        CheckObject(context.Root, DescriptionShapes.RootOf(context.Edition));
        while (pending.TryPop(out var next))
        {
            if ((++steps & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            CheckValue(next.Node, next.Shape);
        }
        OperationChecks.Links(context);
        new SchemaRecursion(context, cancellationToken).Check(schemaTargets);
    }

    private void CheckValue(RawNode node, ValueShape shape)
    {
        var kind = node.Kind;
        if ((ValueShape.KindOf(kind) & shape.Kinds) == 0) ReportKind(node, shape);
        else if (kind == RawKind.Object && shape.Object is { } members) CheckObject(node, members);
        else if (kind == RawKind.Array && shape.Items is { } items && IsFirst(node, -1))
            foreach (var item in node.Children) pending.Push((item, items));
    }

    private void ReportKind(RawNode node, ValueShape shape)
    {
        var found = ValueShape.KindOf(node.Kind);
        var (wanted, is_) = (ValueShape.Describe(shape.Kinds), ValueShape.Describe(found));
        var name = Excerpt.Of(NameOf(node));
        if (shape.Kinds == ValueKinds.Text && node.FindMember("$ref"u8).Kind == RawKind.String) context.Report(ReferenceRules.InText, node, name);
        else if (found == ValueKinds.Null) context.Report(ShapeRules.EmptyField, node, name);
        else if (shape.Object?.IsSchema == true && found == ValueKinds.Boolean)
            context.Report(ShapeRules.WrongScalar, node, name, wanted, is_, "Boolean schemas need OpenAPI 3.1; use {} or {not: {}}.");
        else if (node.Parent.IsObject && node.NameEquals("type"u8) && found == ValueKinds.Array)
            context.Report(ShapeRules.WrongScalar, node, name, wanted, is_, "Lists of types need OpenAPI 3.1.");
        else if ((shape.Kinds & (ValueKinds.Object | ValueKinds.Array)) == 0 && (found & (ValueKinds.Object | ValueKinds.Array)) == 0)
            context.Report(ShapeRules.WrongScalar, node, name, wanted, is_, shape.Kinds == ValueKinds.Text ? "Quote it." : "Correct it.");
        else context.Report(ShapeRules.WrongKind, node, name, wanted, is_);
    }

    private static string NameOf(RawNode node) => node.Name is { Length: > 0 } name ? name : node.Parent.IsDefined ? $"item of {node.Parent.Name}" : "document";

    private void CheckObject(RawNode node, ObjectShape shape)
    {
        if (!IsFirst(node, shape.Id)) return;
        var seen = 0UL;
        var reference = default(RawNode);
        duplicates.Begin(node);
        foreach (var member in node.Children)
        {
            duplicates.Add(member);
            if (member.NameEquals("$ref"u8) && IsReference(member, shape)) reference = member;
            else seen |= CheckMember(member, shape);
        }
        duplicates.End();
        if (reference.IsDefined && !FollowAlso(node, reference, shape)) return;
        foreach (var field in shape.Required)
            if ((seen & field.Bit) == 0 && context.Edition <= field.RequiredUntil && field.Since <= context.Edition)
                context.Report(ShapeRules.MissingField, node, shape.Name, field.Name);
        shape.Check?.Invoke(context, node);
    }

    /// <summary>A member called <c>$ref</c> is a reference where the standard has one, and elsewhere when it is a text.</summary>
    private static bool IsReference(RawNode member, ObjectShape shape) =>
        shape.References == ReferenceUse.Allowed || (member.Kind == RawKind.String && shape.Find("$ref"u8) is null);

    /// <summary>Checks a reference.</summary>
    /// <returns>Whether what stands beside it counts.</returns>
    private bool FollowAlso(RawNode node, RawNode reference, ObjectShape shape)
    {
        if (shape.References == ReferenceUse.Tolerated) context.Report(ReferenceRules.Tolerated, reference, shape.Name);
        if (references.Follow(node, reference, shape) is { IsDefined: true } target)
        {
            if (target.IsObject) pending.Push((target, shape.Value));
            if (shape.IsSchema) schemaTargets.Add(target);
        }
        return shape.SiblingsCount;
    }

    private ulong CheckMember(RawNode member, ObjectShape shape)
    {
        if (shape.Find(member.NameBytes) is { } field)
        {
            CheckEdition(member, field, shape);
            if (field.Value != ValueShape.Any && !IsVersion(member)) pending.Push((member, field.Value));
            return field.Bit;
        }
        if (shape.HasExtensions && member.NameBytes.StartsWith("x-"u8)) return 0;
        if (shape.Others is { } others) pending.Push((member, others));
        else if (!shape.IsOpen) context.Report(ShapeRules.UnknownField, member, Excerpt.Of(member.Name), shape.Name, Advice(member.Name, shape));
        return 0;
    }

    /// <summary>The version has been looked at when the edition was told.</summary>
    private bool IsVersion(RawNode member) =>
        member.Index < 64 && member.Parent == context.Root && (member.NameEquals("openapi"u8) || member.NameEquals("swagger"u8));

    private void CheckEdition(RawNode member, FieldShape field, ObjectShape shape)
    {
        if (field.Since > context.Edition)
            context.Report(ShapeRules.NewerField, member, field.Name, shape.Name, OpenApiEditions.NameOf(field.Since), OpenApiEditions.NameOf(context.Edition));
        else if (field.Until < context.Edition)
            context.Report(ShapeRules.OlderField, member, field.Name, shape.Name, OpenApiEditions.NameOf(field.Until),
                field.Name == "nullable" ? "Write type: [..., \"null\"]." : "Remove it.");
    }

    private static string Advice(string name, ObjectShape shape) =>
        Suggestions.Closest(name, shape.FieldNames) is { } close ? $"Did you mean '{close}'?" : "Remove it, or make it an extension by the prefix x-.";

    private bool IsFirst(RawNode node, int shape)
    {
        var document = node.Document!;
        if (!seenAs.TryGetValue(document, out var seen)) seenAs[document] = seen = new int[document.NodeCount];
        ref var place = ref seen[node.ValueIndex];
        if (place == 0) { place = shape; return true; }
        return place != shape && seenAgain.Add((document, node.ValueIndex, shape));
    }
}

using System.Text.Json.Nodes;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Writes a description as one JSON document that Microsoft.OpenApi 2.x can read, along the shapes of the standard.</summary>
/// <remarks>Recursion is bounded by the depth the reader allows; parts of other files written in place are not entered twice.</remarks>
internal sealed class SingleDocument(ApiSpec spec, ProblemLog problems)
{
    private readonly MovedParts moved = new(spec.Document.Root, spec.Edition);
    private readonly HashSet<RawNode> open = [];

    private bool IsDowngraded => spec.Edition == OpenApiEdition.V32;

    public JsonObject Write()
    {
        var document = WriteObject(spec.Document.Root, DescriptionShapes.RootOf(spec.Edition));
        document[spec.Edition == OpenApiEdition.V20 ? "swagger" : "openapi"] = Version();
        moved.PutInto(document, (node, shape) => WriteObject(node, shape));
        return document;
    }

    /// <summary>As written where it has three parts, so that the reader knows it.</summary>
    private string Version() => spec.Edition switch
    {
        OpenApiEdition.V20 => "2.0",
        OpenApiEdition.V32 => "3.1.1",
        _ => spec.OpenApiVersion.Count(c => c == '.') == 2 ? spec.OpenApiVersion : OpenApiEditions.NameOf(spec.Edition) + ".0",
    };

    private JsonNode? Write(RawNode node, ValueShape shape) => node.Kind switch
    {
        RawKind.Object when shape.Object is { } members => WriteObject(node, members),
        RawKind.Array when shape.Items is { } items =>
            new JsonArray([.. node.Children.Where(item => !IsLeftOut(item, items) && !IsLeftOut(item, items.Object)).Select(item => Write(item, items))]),
        RawKind.True or RawKind.False when shape.Object is { IsSchema: true } => OfBoolean(node.Kind == RawKind.True),
        _ => RawNodeJson.Of(node),
    };

    /// <summary>Whether this is of a kind that cannot stand here. Scalars for texts can, and true or false for schemas; vendors write both.</summary>
    private bool IsLeftOut(RawNode node, ValueShape shape)
    {
        var kind = ValueShape.KindOf(node.Kind);
        if ((kind & shape.Kinds) != 0 || ((shape.Kinds & ValueKinds.Text) != 0 && (kind & (ValueKinds.Number | ValueKinds.Boolean)) != 0)) return false;
        if (kind == ValueKinds.Boolean && shape.Object is { IsSchema: true }) return false;
        problems.Add(ConversionRules.WrongKind, node, Excerpt.Of(node.Name.Length > 0 ? node.Name : node.Parent.Name), ValueShape.Describe(shape.Kinds),
            ValueShape.Describe(kind));
        return true;
    }

    private static JsonObject OfBoolean(bool value) => value ? [] : new JsonObject { ["not"] = new JsonObject() };

    private JsonObject WriteObject(RawNode node, ObjectShape shape)
    {
        var written = new JsonObject();
        var target = InPlaceOf(node, shape);
        if (target is { } other && open.Add(other))
        {
            written = WriteObject(other, shape);
            open.Remove(other);
        }
        if (target is null || shape.SiblingsCount) WriteMembers(node, shape, written, withReference: target is null);
        return written;
    }

    private void WriteMembers(RawNode node, ObjectShape shape, JsonObject written, bool withReference)
    {
        foreach (var member in node.Children)
        {
            if (member.NameEquals("$ref"u8) && (shape.References == ReferenceUse.Allowed || !withReference))
            {
                if (withReference && member.GetString() is { } reference && ReferenceFrom(node, member, reference, shape) is { } found) written["$ref"] = found;
                continue;
            }
            var field = shape.Find(member.NameBytes);
            var inside = IsFlag(member, shape) ? ValueShape.Any : field?.Value ?? Others(member, shape);
            if (!IsLeftOut(member, field, shape) && !IsLeftOut(member, inside)) written[member.Name] = Write(member, inside);
        }
    }

    /// <summary>Whether the library itself has a place for <c>true</c> and <c>false</c> here.</summary>
    private static bool IsFlag(RawNode member, ObjectShape shape) =>
        shape.IsSchema && member.Kind is RawKind.True or RawKind.False
            && (member.NameEquals("additionalProperties"u8) || member.NameEquals("unevaluatedProperties"u8));

    private static ValueShape Others(RawNode member, ObjectShape shape) =>
        shape.Others is { } others && !(shape.HasExtensions && member.NameBytes.StartsWith("x-"u8)) ? others : ValueShape.Any;

    /// <summary>Whether Microsoft.OpenApi 2.x has no such field.</summary>
    private bool IsLeftOut(RawNode member, FieldShape? field, ObjectShape shape)
    {
        if (!IsDowngraded) return false;
        if (field is null) return IsLeftOut(member, shape.Others?.Object);
        if (field.Since != OpenApiEdition.V32) return false;
        problems.Add(ConversionRules.NewerField, member, field.Name, shape.Name);
        return true;
    }

    /// <summary>Whether this is a parameter that takes the whole query string.</summary>
    private bool IsLeftOut(RawNode item, ObjectShape? shape)
    {
        if (!IsDowngraded || shape?.Shelf != "parameters" || !spec.Resolve(item).FindMember("in"u8).IsString("querystring")) return false;
        problems.Add(ConversionRules.QueryString, item, Excerpt.Of(spec.Resolve(item).FindMember("name"u8).GetString() ?? item.Name));
        return true;
    }

    /// <summary>What an object that is a reference to something components cannot keep stands for; null for everything else.</summary>
    private RawNode? InPlaceOf(RawNode node, ObjectShape shape)
    {
        if (MovedParts.CanKeep(shape) || node.FindMember("$ref"u8).GetString() is not { } reference) return null;
        if (reference.StartsWith("#/components/pathItems/", StringComparison.Ordinal) && node.Document == spec.Document && spec.Edition >= OpenApiEdition.V31)
            return null;
        var target = spec.Resolve(node);
        if (!target.IsObject) return null;
        if (!open.Contains(target)) return target;
        problems.Add(ConversionRules.Circle, node, Excerpt.Of(reference));
        return null;
    }

    /// <summary>
    /// A reference as it must read in the one document; null when it leads nowhere, which the library takes badly, unless it leads into the web.
    /// </summary>
    private string? ReferenceFrom(RawNode holder, RawNode member, string reference, ObjectShape shape)
    {
        var target = spec.Documents.ResolveReference(holder, reference);
        if (!target.IsDefined)
        {
            if (reference.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return reference;
            problems.Add(ConversionRules.Nowhere, member, Excerpt.Of(reference));
            return null;
        }
        if (target.Document == spec.Document) return holder.Document == spec.Document && IsPlain(reference) ? reference : "#" + target.Pointer;
        return MovedParts.CanKeep(shape) ? moved.ReferenceTo(target, shape) : reference;
    }

    private static bool IsPlain(string reference) => reference.StartsWith("#/", StringComparison.Ordinal);
}

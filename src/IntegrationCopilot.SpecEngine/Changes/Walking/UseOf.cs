namespace IntegrationCopilot.SpecEngine;

/// <summary>Who meets a member of an object.</summary>
internal static class UseOf
{
    public static Use Member(Place place, RawNode old, RawNode @new, Comparison comparison) => place.Shape!.Name switch
    {
        ShapeNames.Paths or ShapeNames.Callback => OfPath(old.IsDefined ? old : @new),
        "map 'webhooks'" or "map 'x-webhooks'" => OfPath(old.IsDefined ? old : @new),
        ShapeNames.PathItem => OfOperation(place, old.IsDefined ? old : @new),
        ShapeNames.Operation => OfMessage(place, old.IsDefined ? old : @new),
        ShapeNames.Schema when (old.IsDefined ? old : @new).Name is "if" or "not" => place.Use with { IsConditional = true },
        ShapeNames.Schemas when place.Name == "properties" => OfProperty(place.Use, old, @new, comparison),
        ShapeNames.Root or ShapeNames.Root2 when (old.IsDefined ? old : @new).Name == "security" => OfSecurity(comparison),
        _ => place.Use,
    };

    /// <summary>Operations that say nothing of their own.</summary>
    private static Use OfSecurity(Comparison comparison) =>
        Use.Of(true, false, [.. comparison.Old.Spec.Operations.Where(o => !o.Node["security"].IsDefined).Select(o => o.Id)]);

    /// <summary>What only the API may set is not sent, what only clients may set is not received.</summary>
    public static Use OfProperty(Use use, RawNode old, RawNode @new, Comparison comparison)
    {
        var isReadOnly = Says(old, comparison.Old, "readOnly") && Says(@new, comparison.New, "readOnly");
        var isWriteOnly = Says(old, comparison.Old, "writeOnly") && Says(@new, comparison.New, "writeOnly");
        return isReadOnly || isWriteOnly ? use with { IsSent = use.IsSent && !isReadOnly, IsReceived = use.IsReceived && !isWriteOnly } : use;
    }

    /// <summary>Whether the API calls the partner here.</summary>
    public static bool IsDelivery(Place place)
    {
        for (var at = place; at is not null; at = at.Parent)
            if (at.Is(ShapeNames.Callback) || (at.Name is "webhooks" or "x-webhooks" && at.Parent?.Parent is null)) return true;
        return false;
    }

    private static bool Says(RawNode schema, ComparedSpec spec, string keyword) =>
        !schema.IsDefined || schema[keyword].GetBoolean() == true || spec.Resolve(schema)[keyword].GetBoolean() == true;

    private static Use OfPath(RawNode path) =>
        Use.Of(true, false, [.. path.Children.Where(IsOperation).Select(o => Id(o, path.Name)).Distinct(StringComparer.Ordinal)]);

    private static Use OfOperation(Place path, RawNode member)
    {
        var sends = !IsDelivery(path);
        return IsOperation(member) ? Use.Of(sends, !sends, Id(member, path.Name)) : path.Use with { IsSent = sends, IsReceived = !sends };
    }

    private static Use OfMessage(Place operation, RawNode member)
    {
        var isSent = member.Name != "responses" != IsDelivery(operation);
        return operation.Use with { IsSent = isSent, IsReceived = !isSent };
    }

    private static bool IsOperation(RawNode member) => member.IsObject && HttpMethods.Of(member, OpenApiEdition.V32) is not null;

    private static string Id(RawNode operation, string path) => $"{operation.Name.ToUpperInvariant()} {path}";
}

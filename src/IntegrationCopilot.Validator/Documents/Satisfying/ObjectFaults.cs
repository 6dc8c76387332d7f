using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Why no object has the properties that a conjunction asks for.</summary>
internal static class ObjectFaults
{
    private const int MostRequired = 500;

    public static Fault? Of(Satisfaction satisfaction, Conjunction all, int level)
    {
        var parts = all.Parts.Where(p => p.Objects is not null).ToList();
        if (parts.Count == 0) return null;
        var least = parts.MaxBy(p => p.Objects!.MinProperties)!;
        var most = parts.MinBy(p => p.Objects!.MaxProperties)!;
        var (min, max) = (least.Objects!.MinProperties, most.Objects!.MaxProperties);
        if (min > max)
            return least == most
                ? Fault.Told
                : new Fault($"an object has at least {min} properties by {Fault.Name(least, "minProperties")}, and at most {max} by {Fault.Name(most, "maxProperties")}");
        var required = parts.SelectMany(p => p.Objects!.Required.Select(name => (Name: name, By: p))).DistinctBy(r => r.Name, StringComparer.Ordinal)
            .Take(MostRequired).ToList();
        if (required.Count > max) return new Fault($"{required.Count} properties are required, and {Fault.Name(most, "maxProperties")} allows {max}");
        foreach (var part in parts)
            if (IsClosed(part) && min > part.Objects!.Properties.Count)
                return new Fault(
                    $"an object has at least {min} properties by {Fault.Name(least, "minProperties")}, and {Fault.Name(part, "additionalProperties")} allows only the {part.Objects.Properties.Count} described beside it");
        foreach (var (name, by) in required)
            if (Of(satisfaction, parts, name, by, level) is { } fault) return fault;
        return null;
    }

    /// <summary>Whether only the properties described beside it are allowed.</summary>
    public static bool IsClosed(SchemaNode part) => part.Objects is { Additional: { } additional, Patterns.Length: 0 } && Satisfaction.IsNothing(additional);

    private static Fault? Of(Satisfaction satisfaction, List<SchemaNode> parts, string name, SchemaNode by, int level)
    {
        var shown = ValueText.Shorten(name);
        if (parts.Find(p => IsClosed(p) && !p.Objects!.Properties.ContainsKey(name)) is { } closed)
            return new Fault(
                $"{Fault.Name(by, "required")} asks for the property '{shown}', and {Fault.Name(closed, "additionalProperties")} allows only those described beside it{(closed == by ? "" : "; the parts of allOf do not see each other's properties")}");
        var schemas = parts.Select(p => SchemaOf(p, name)).OfType<SchemaNode>().Distinct().ToList();
        if (schemas.Find(Satisfaction.IsNothing) is { } nothing)
            return new Fault($"{Fault.Name(by, "required")} asks for the property '{shown}', and the schema of line {nothing.Source.Location.Line} forbids it");
        if (schemas.Exists(schema => satisfaction.FaultOf(schema) is not null)) return Fault.Told;
        if (schemas.Count < 2 || satisfaction.FaultOf(Conjunction.Of(schemas), level + 1) is not { } fault) return null;
        return fault.IsTold ? fault : new Fault($"{Fault.Name(by, "required")} asks for the property '{shown}', of which {fault.Reason}");
    }

    private static SchemaNode? SchemaOf(SchemaNode part, string name)
    {
        var objects = part.Objects!;
        return objects.Properties.TryGetValue(name, out var schema) ? schema : objects.Patterns.Length == 0 ? objects.Additional : null;
    }
}

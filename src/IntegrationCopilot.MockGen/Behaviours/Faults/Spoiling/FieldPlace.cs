using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A member that a schema describes, or the items of an array.</summary>
/// <param name="Name">Its name; empty for items.</param>
/// <param name="Required">Whether every object has it.</param>
/// <param name="Closed">Whether the object around it refuses members that are not described.</param>
/// <param name="Schemas">The schemas that hold for it, references followed and <c>allOf</c> and alternatives taken apart.</param>
internal sealed record FieldPlace(string Name, bool Required, bool Closed, IReadOnlyList<RawNode> Schemas)
{
    /// <summary>The value of a keyword; undefined when no schema of the place has it.</summary>
    public RawNode Find(string keyword)
    {
        foreach (var schema in Schemas)
            if (schema[keyword].IsDefined) return schema[keyword];
        return default;
    }

    public bool HasFormat(params ReadOnlySpan<string> formats) => Find("format").GetString() is { } format && formats.Contains(format);

    public bool IsOfType(params ReadOnlySpan<string> types)
    {
        var type = Find("type");
        if (type.GetString() is { } one) return types.Contains(one);
        foreach (var member in type.Children)
            if (member.GetString() is { } name && types.Contains(name)) return true;
        return false;
    }

    public bool AllowsNull =>
        Find("nullable").GetBoolean() == true || IsOfType("null") || Schemas.Any(s => s["enum"].Children.Any(v => v.Kind == RawKind.Null));
}

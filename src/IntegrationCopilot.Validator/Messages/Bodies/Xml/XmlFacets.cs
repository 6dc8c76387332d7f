using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// What the XML Objects of a schema say, those in its <c>allOf</c> included: the schema's own goes first, then those written in place, then those of schemas
/// referred to.
/// </summary>
internal sealed class XmlFacets
{
    private const int MaxSchemas = 64;
    private readonly ApiSpec spec;
    private readonly List<RawNode> own = [];
    private readonly List<RawNode> referred = [];
    private readonly HashSet<RawNode> seen = [];

    /// <param name="spec">The description.</param>
    /// <param name="schemas">The schemas that describe one value together, as they are written.</param>
    public XmlFacets(ApiSpec spec, IEnumerable<RawNode> schemas)
    {
        this.spec = spec;
        foreach (var schema in schemas)
        {
            var target = spec.Resolve(schema);
            if (IsComponent(target)) ComponentName ??= target.Name;
            if (target != schema) Add(schema, own);
            Collect(target, own, 0);
        }
    }

    /// <summary>The name under which the document keeps the schema; null when it is written in place.</summary>
    public string? ComponentName { get; }

    /// <summary>The name an XML Object gives; null when none does. A schema that has a name of its own is not called as those it is composed of.</summary>
    public string? Name => First(own, "name") ?? (ComponentName is null ? First(referred, "name") : null);

    public string? Namespace => Any("namespace");

    public string? Prefix => Any("prefix");

    public bool IsAttribute => Says("attribute");

    public bool IsWrapped => Says("wrapped");

    /// <summary>The <c>nodeType</c> of OpenAPI 3.2; null when none is given.</summary>
    public XmlNodeKind? NodeType => Any("nodeType") switch
    {
        "element" => XmlNodeKind.Element,
        "attribute" => XmlNodeKind.Attribute,
        "text" => XmlNodeKind.Text,
        "cdata" => XmlNodeKind.CData,
        "none" => XmlNodeKind.None,
        _ => null,
    };

    private static bool IsComponent(RawNode schema) => schema.Parent is { IsDefined: true, Name: "schemas" or "definitions" or "$defs" };

    private static string? First(List<RawNode> schemas, string member)
    {
        foreach (var schema in schemas)
            if (schema["xml"][member].GetString() is { Length: > 0 } text) return text;
        return null;
    }

    private string? Any(string member) => First(own, member) ?? First(referred, member);

    private bool Says(string member)
    {
        foreach (var schema in own.Concat(referred))
            if (schema["xml"][member].GetBoolean() is { } said) return said;
        return false;
    }

    private void Collect(RawNode schema, List<RawNode> into, int depth)
    {
        if (depth > MaxSchemas || !Add(schema, into)) return;
        var parts = schema["allOf"].Children.Concat(OnlyChoice(schema["oneOf"])).Concat(OnlyChoice(schema["anyOf"])).ToList();
        foreach (var part in parts.Where(p => !p["$ref"].IsDefined)) Collect(part, into, depth + 1);
        foreach (var part in parts.Where(p => p["$ref"].IsDefined)) Collect(spec.Resolve(part), referred, depth + 1);
    }

    /// <summary>The one alternative beside null, which is how 3.1 says that a schema may be null.</summary>
    private static IEnumerable<RawNode> OnlyChoice(RawNode alternatives)
    {
        var real = alternatives.Children.Where(a => !a["type"].IsString("null")).Take(2).ToList();
        return real.Count == 1 ? real : [];
    }

    private bool Add(RawNode schema, List<RawNode> into)
    {
        if (!schema.IsObject || seen.Count >= MaxSchemas || !seen.Add(schema)) return false;
        into.Add(schema);
        return true;
    }
}

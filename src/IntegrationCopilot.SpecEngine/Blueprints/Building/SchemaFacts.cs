namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// Says in words what a schema allows. Works for schemas of every edition and for OpenAPI 2.0 parameters, whose keywords stand beside their name.
/// </summary>
internal sealed class SchemaFacts
{
    private const int MaxListed = 12;
    private readonly SchemaStructure structure;
    private readonly RawNode written;
    private readonly RawNode target;

    public SchemaFacts(SchemaStructure structure, RawNode schema)
    {
        this.structure = structure;
        written = schema;
        target = structure.Resolve(schema);
        if (target["type"].Kind == RawKind.Undefined && target["allOf"] is { Count: 1 } all && target["properties"].Count == 0)
            target = structure.Resolve(all[0]);
    }

    /// <summary>The description beside the reference when there is one (OpenAPI 3.1), else the target's.</summary>
    public string? Description => written["description"].GetString() ?? target["description"].GetString() ?? target["title"].GetString();

    public string Type => TypeOf(target, depth: 0);

    public IReadOnlyList<string> Constraints
    {
        get
        {
            List<string> found = [];
            if (Listed(target["enum"]) is { } values) found.Add(target["enum"].Count == 1 ? $"always {values}" : $"one of {values}");
            if (Scalar("const") is { } constant) found.Add($"always {constant}");
            AddBounds(found);
            if (Scalar("pattern") is { } pattern) found.Add($"matches {Excerpt.Of(pattern)}");
            if (Scalar("default") is { } value) found.Add($"default {value}");
            if (Is("uniqueItems")) found.Add("no item twice");
            if (SchemaStructure.IsNullable(target) || Types(target).Contains("null")) found.Add("may be null");
            if (Is("readOnly")) found.Add("read only");
            if (Is("writeOnly")) found.Add("write only");
            if (Is("deprecated")) found.Add("deprecated");
            return found;
        }
    }

    private void AddBounds(List<string> found)
    {
        AddNumberBounds(found);
        Range(found, "minLength", "maxLength", "character");
        Range(found, "minItems", "maxItems", "item");
    }

    /// <summary>These say nothing about a string, even where they stand beside one.</summary>
    private void AddNumberBounds(List<string> found)
    {
        if (Types(target) is ["string"]) return;
        Bound(found, "minimum", target["exclusiveMinimum"].GetBoolean() == true ? "more than {0}" : "at least {0}");
        Bound(found, "maximum", target["exclusiveMaximum"].GetBoolean() == true ? "less than {0}" : "at most {0}");
        if (target["exclusiveMinimum"].Kind == RawKind.Number) Bound(found, "exclusiveMinimum", "more than {0}");
        if (target["exclusiveMaximum"].Kind == RawKind.Number) Bound(found, "exclusiveMaximum", "less than {0}");
        Bound(found, "multipleOf", "a multiple of {0}");
    }

    private void Range(List<string> found, string from, string to, string noun)
    {
        var least = target[from] is { Kind: RawKind.Number } low ? low.GetScalarText() : null;
        var most = target[to] is { Kind: RawKind.Number } high ? high.GetScalarText() : null;
        if (least is not null && least == most) found.Add($"exactly {Counted(least, noun)}");
        else
        {
            if (least is not (null or "0")) found.Add($"at least {Counted(least, noun)}");
            if (most is not null) found.Add($"at most {Counted(most, noun)}");
        }
    }

    private static string Counted(string number, string noun) => number == "1" ? $"1 {noun}" : $"{number} {noun}s";

    private void Bound(List<string> found, string keyword, string words)
    {
        if (target[keyword] is { Kind: RawKind.Number } bound) found.Add(words.Replace("{0}", bound.GetScalarText(), StringComparison.Ordinal));
    }

    private string? Scalar(string keyword) =>
        (written[keyword] is { IsDefined: true } own ? own : target[keyword]).GetScalarText() is { Length: > 0 } text ? Excerpt.Of(text) : null;

    private bool Is(string keyword) => (written[keyword].GetBoolean() ?? target[keyword].GetBoolean()) == true;

    private static string? Listed(RawNode values)
    {
        if (values.Count == 0) return null;
        var shown = string.Join(", ", values.Children.Take(MaxListed).Select(v => Excerpt.Of(v.GetScalarText() ?? v.ToString())));
        return values.Count > MaxListed ? $"{shown} and {values.Count - MaxListed} more" : shown;
    }

    private string TypeOf(RawNode schema, int depth)
    {
        if (schema.Kind == RawKind.False) return "nothing";
        if (!schema.IsObject) return "anything";
        var types = Types(schema).Where(t => t != "null").ToList();
        if (Alternatives(schema, depth) is { } alternatives && (types.Count == 0 || schema["properties"].Count == 0)) return alternatives;
        if (types.Count == 0) types = Implied(schema);
        if (types.Count > 1 && (structure.MeantTypesOf(schema) & JsonTypes.String) == 0) types.Remove("string");
        return string.Join(" or ", types.Select(type => WithDetail(schema, type, depth)));
    }

    private string WithDetail(RawNode schema, string type, int depth) => type switch
    {
        "array" when depth < 3 && schema["items"].IsDefined => $"array of {TypeOf(structure.Resolve(schema["items"]), depth + 1)}",
        "object" when schema["additionalProperties"] is { IsObject: true, Count: > 0 } values && schema["properties"].Count == 0 && depth < 3 =>
            $"map to {TypeOf(structure.Resolve(values), depth + 1)}",
        "array" or "object" => type,
        _ => schema["format"].GetString() is { Length: > 0 } format ? $"{type} ({Excerpt.Of(format)})" : type,
    };

    private string? Alternatives(RawNode schema, int depth)
    {
        var list = schema["oneOf"] is { Count: > 0 } one ? one : schema["anyOf"];
        if (list.Count == 0 || depth > 2) return null;
        var names = list.Children.Take(MaxListed).Select(part => NameOf(part) ?? TypeOf(structure.Resolve(part), depth + 1)).Where(n => n != "null")
            .Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 1 ? names[0] : $"one of {string.Join(", ", names)}";
    }

    /// <summary>A referenced schema goes by its name.</summary>
    private static string? NameOf(RawNode part) =>
        part["$ref"].GetString() is { } reference && reference.LastIndexOf('/') is >= 0 and var slash ? Excerpt.Of(reference[(slash + 1)..]) : null;

    private static List<string> Types(RawNode schema)
    {
        var type = schema["type"];
        return type.IsArray ? [.. type.Children.Select(t => t.GetString()).OfType<string>()] : type.GetString() is { } single ? [single] : [];
    }

    private static List<string> Implied(RawNode schema)
    {
        if (schema["properties"].Count > 0 || schema["allOf"].Count > 0) return ["object"];
        if (schema["items"].IsDefined) return ["array"];
        return [NameOf(schema["enum"] is { Count: > 0 } values ? values[0].Kind : schema["const"].Kind)];
    }

    private static string NameOf(RawKind kind) => kind switch
    {
        RawKind.String => "string",
        RawKind.Number => "number",
        RawKind.True or RawKind.False => "boolean",
        _ => "anything",
    };
}

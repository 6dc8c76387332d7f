using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Where a list has its items, and how it tells of the next page.</summary>
internal sealed class ListShape
{
    private static readonly string[] UsualItems = ["data", "items", "results", "values", "records", "entries", "list", "elements", "content"];
    private readonly TestMaterial material;
    private readonly ApiOperation operation;
    private readonly RawNode schema;
    private readonly IReadOnlyDictionary<string, RawNode> answer;

    public ListShape(TestMaterial material, ApiOperation operation)
    {
        this.material = material;
        this.operation = operation;
        schema = TestMaterial.JsonAnswer(operation)?.Schema ?? default;
        answer = material.Fields.Of(schema);
        Items = ItemsOf();
    }

    /// <summary>JSON Pointer to the array of items; null when there is none.</summary>
    public string? Items { get; }

    /// <summary>The parameter that says how many items a page holds.</summary>
    public ApiParameter? Size => Input(PagePart.Size);

    /// <summary>How to go on from page to page; null when the document does not say.</summary>
    public PageWalk? Walk(string items)
    {
        var walk = new PageWalk { Style = PageStyle.Cursor, ItemsPointer = items, KeyPointer = KeyOf(items) };
        if ((Input(PagePart.Token) ?? Input(PagePart.Cursor) ?? Input(PagePart.Boundary)) is { } cursor && (Output(PagePart.Token) ?? Output(PagePart.Cursor)) is { } next) return walk with { Parameter = cursor.Name, NextPointer = next };
        if (Input(PagePart.Page) is { } page && IsNumber(page)) return walk with { Style = PageStyle.Page, Parameter = page.Name, Start = First(page) };
        if (Input(PagePart.Offset) is { } offset && IsNumber(offset)) return walk with { Style = PageStyle.Offset, Parameter = offset.Name };
        if (Output(PagePart.Link) is { } link) return walk with { Style = PageStyle.Link, NextPointer = link };
        return HasLinkHeader() ? walk with { Style = PageStyle.Link } : null;
    }

    private bool HasLinkHeader() =>
        operation.FindResponse(StatusChoice.Success(operation))?.Headers.Any(header => header.Name.Equals("Link", StringComparison.OrdinalIgnoreCase)) == true;

    private ApiParameter? Input(PagePart part) => operation.Parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Query && PageNames.OfInput(parameter.Name) == part);

    private bool IsNumber(ApiParameter parameter) => material.Fields.IsOfType(parameter.Schema, "integer") || material.Fields.IsOfType(parameter.Schema, "number");

    /// <summary>Pages are counted from their default, else from the least allowed, else from 1.</summary>
    private int First(ApiParameter page)
    {
        var described = material.Fields.Resolve(page.Schema);
        return (int)Math.Clamp(described["default"].GetInt64() ?? described["minimum"].GetInt64() ?? 1, 0, 1);
    }

    private string? Output(PagePart part)
    {
        foreach (var (name, node) in answer)
        {
            if (PageNames.OfOutput(name) == part && !material.Fields.IsOfType(node, "object")) return JsonPointers.Of(name);
            if (PageNames.OfOutput(name) != PagePart.Envelope) continue;
            foreach (var (inner, innerNode) in material.Fields.Of(node))
                if ((PageNames.OfOutput(inner) == part || (part == PagePart.Link && LooseNames.Comparer.Equals(inner, "next"))) && !material.Fields.IsOfType(innerNode, "object")) return JsonPointers.Of(name, inner);
        }

        return null;
    }

    private string? ItemsOf()
    {
        if (material.Fields.IsOfType(schema, "array")) return "";
        var arrays = answer.Where(field => material.Fields.IsOfType(field.Value, "array")).Select(field => field.Key).ToList();
        if (arrays.Count == 0) return null;
        var named = Words.Segments(operation.Path) is { Count: > 0 } segments ? arrays.Find(name => LooseNames.Comparer.Equals(name, segments[^1])) : null;
        var usual = Array.Find(UsualItems, name => arrays.Contains(name, LooseNames.Comparer));
        return JsonPointers.Of(named ?? (usual is null ? null : arrays.Find(name => LooseNames.Comparer.Equals(name, usual))) ?? arrays.Find(name => Answers.Usual(material, operation, JsonPointers.Of(name)) is not null) ?? arrays[0]);
    }

    /// <summary>What tells items apart: their identifier.</summary>
    private string? KeyOf(string items)
    {
        var array = items.Length == 0 ? schema : answer[items[1..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        var fields = material.Fields.Of(material.Fields.Resolve(array)["items"]);
        return fields.TryGetValue("id", out var id) ? JsonPointers.Of(fields.First(field => field.Value == id).Key) : null;
    }
}

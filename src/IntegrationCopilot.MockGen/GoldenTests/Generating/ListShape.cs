using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>How a test can walk through the list of an operation, by what the document says of its pages.</summary>
internal sealed class ListShape
{
    private readonly TestMaterial material;
    private readonly ApiOperation operation;
    private readonly IReadOnlyList<PaginationFact> facts;

    public ListShape(TestMaterial material, ApiOperation operation)
    {
        this.material = material;
        this.operation = operation;
        facts = [.. operation.Facts.OfType<PaginationFact>()];
    }

    /// <summary>The array of items; null when none is described, or each by its place in the list, so that no part of it would conform.</summary>
    public NodePointer? Items => facts.Select(fact => fact.Items).FirstOrDefault(items => items is { } place && !IsByPlace(place));

    /// <summary>Whether the list may end before its end although the document does not say how it goes on.</summary>
    public bool MayBeCut => operation.Parameters.Any(parameter => parameter.Place == ParameterPlace.Query && ListLimits.Contains(parameter.Name));

    /// <summary>The query parameter that says how many items a page holds.</summary>
    public ApiParameter? Size => facts.Select(fact => Query(fact.Size)).FirstOrDefault(size => size is not null);

    /// <summary>
    /// How to go on from page to page; null when the document does not say. A cursor that the answer gives is surer than a number, and a number than an
    /// address.
    /// </summary>
    public PageWalk? Walk(NodePointer items)
    {
        var walk = new PageWalk { Style = PageStyle.Cursor, ItemsPointer = items.ToString(), KeyPointer = KeyOf(items)?.ToString() };
        return facts.Select(fact => Cursor(walk, fact)).Concat(facts.Select(fact => Number(walk, fact))).Concat(facts.Select(fact => Link(walk, fact)))
            .FirstOrDefault(found => found is not null);
    }

    private bool IsByPlace(NodePointer items)
    {
        var schema = material.Structure.Resolve(SchemaAt(items));
        return schema["prefixItems"].IsDefined || schema["items"].IsArray || material.Structure.Resolve(schema["items"])["items"].IsArray;
    }

    private PageWalk? Cursor(PageWalk walk, PaginationFact fact) =>
        fact.Style is PaginationStyle.Cursor or PaginationStyle.Token && Query(fact.Position) is { } cursor
            && fact.NextCursor is { Place: MessagePlace.Body } next
            ? walk with { Parameter = cursor.Name, NextPointer = next.Pointer.ToString() } : null;

    /// <summary>Pages that are counted end with an empty one, which a list that is never empty does not have.</summary>
    private PageWalk? Number(PageWalk walk, PaginationFact fact) =>
        Query(fact.Position) is not { } parameter || !IsNumber(parameter) || IsNeverEmpty(walk) ? null : fact.Style switch
    {
        PaginationStyle.Page => walk with { Style = PageStyle.Page, Parameter = parameter.Name, Start = fact.FirstPage },
        PaginationStyle.Offset => walk with { Style = PageStyle.Offset, Parameter = parameter.Name },
        _ => null,
    };

    private bool IsNeverEmpty(PageWalk walk)
    {
        return material.Structure.Resolve(SchemaAt(NodePointer.Parse(walk.ItemsPointer)))["minItems"].GetInt64() > 0;
    }

    private RawNode SchemaAt(NodePointer pointer)
    {
        var schema = TestMaterial.JsonAnswer(operation)?.Schema ?? default;
        foreach (var token in pointer.Tokens) schema = material.Structure.FieldsOf(schema).GetValueOrDefault(token);
        return schema;
    }

    private static PageWalk? Link(PageWalk walk, PaginationFact fact) => fact.NextLink is { } link
        ? walk with { Style = PageStyle.Link, NextPointer = link.Place == MessagePlace.Body ? link.Pointer.ToString() : null } : null;

    private ApiParameter? Query(MessageField? field) => field is { Place: MessagePlace.Query } ? field.FindIn(operation) : null;

    private bool IsNumber(ApiParameter parameter) => material.Structure.IsOfType(parameter.Schema, SpecEngine.JsonTypes.Integer);

    /// <summary>The fields of an item, by name as vendors vary it.</summary>
    public IReadOnlyDictionary<string, RawNode> FieldsOf(NodePointer items)
    {
        return material.Structure.FieldsOf(material.Structure.ItemsOf(SchemaAt(items)));
    }

    /// <summary>What tells items apart: their identifier.</summary>
    private NodePointer? KeyOf(NodePointer items)
    {
        if (material.Suppliers.MeaningOf(operation)?.Resource is { Identifier.Parts: [{ ListItem: ['/', ..] item }] } resource
            && ReferenceEquals(resource.List, operation) && NodePointer.TryParse($"{resource.AnswerOf(operation)?.Item}{item}", out var key)) return key;
        var fields = FieldsOf(items);
        return fields.TryGetValue("id", out var id) ? NodePointer.Of(fields.First(field => field.Value == id).Key) : null;
    }
}

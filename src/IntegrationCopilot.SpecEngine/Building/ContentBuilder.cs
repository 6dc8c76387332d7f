namespace IntegrationCopilot.SpecEngine;

/// <summary>Builds media types and examples.</summary>
internal sealed class ContentBuilder(SpecContext context)
{
    private readonly Dictionary<RawNode, IReadOnlyList<ApiMediaType>> known = [];

    /// <summary>The representations under <c>content</c> of a request body, response, header or parameter.</summary>
    public IReadOnlyList<ApiMediaType> Content(RawNode owner)
    {
        var content = context.Object(owner, "content"u8);
        if (content.Count == 0) return [];
        content = content.Anchored;
        if (known.TryGetValue(content, out var found)) return found;
        var types = new List<ApiMediaType>(content.Count);
        foreach (var member in content.Children)
            if (MediaType(member) is { } type) types.Add(type);
        return known[content] = types;
    }

    /// <summary><c>example</c> first, then the values of <c>examples</c>.</summary>
    /// <param name="owner">A Media Type, Parameter or Header Object.</param>
    /// <param name="asSent">Whether a text may be the whole as it is sent.</param>
    public IReadOnlyList<ApiExample> Examples(RawNode owner, bool asSent = false)
    {
        var single = owner.FindMember("example"u8);
        var named = owner.FindMember("examples"u8);
        if (!named.IsObject) return single.IsDefined ? [new ApiExample("", single)] : [];
        var examples = new List<ApiExample>(named.Count + 1);
        if (single.IsDefined) examples.Add(new ApiExample("", single));
        foreach (var member in named.Children)
            if (Value(context.Follow(member), asSent) is { IsDefined: true } value) examples.Add(new ApiExample(member.Name, value));
        return examples;
    }

    private ApiMediaType? MediaType(RawNode member)
    {
        var node = context.OfKind(member, RawKind.Object);
        var name = member.Name;
        if (!node.IsDefined || name.StartsWith("x-", StringComparison.OrdinalIgnoreCase) && !name.Contains('/')) return null;
        var type = new ApiMediaType
        {
            Name = name,
            Node = node,
            Schema = node.FindMember("schema"u8),
            ItemSchema = node.FindMember("itemSchema"u8),
            Encoding = node.FindMember("encoding"u8),
        };
        return type with { Examples = Examples(node, asSent: !type.IsJson) };
    }

    /// <summary>An Example Object's <c>value</c>, or its <c>dataValue</c>, or its <c>serializedValue</c> (OpenAPI 3.2, section 4.19).</summary>
    private static RawNode Value(RawNode example, bool asSent)
    {
        var value = example.FindMember("value"u8);
        if (!value.IsDefined) value = example.FindMember("dataValue"u8);
        return value.IsDefined || !asSent ? value : example.FindMember("serializedValue"u8);
    }
}

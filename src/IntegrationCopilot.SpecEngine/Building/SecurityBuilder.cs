namespace IntegrationCopilot.SpecEngine;

/// <summary>Builds security schemes and requirements.</summary>
internal sealed class SecurityBuilder(SpecContext context)
{
    private readonly Dictionary<string, SecurityScheme> schemes = new(StringComparer.Ordinal);
    private IReadOnlyList<SecurityAlternative> ofDocument = [];

    /// <summary>Reads the schemes and what the document asks for everywhere.</summary>
    public IReadOnlyList<SecurityScheme> ReadDocument(RawNode declarations, RawNode root)
    {
        foreach (var member in declarations.Children)
            if (context.OfKind(member, RawKind.Object) is { IsDefined: true } node)
                schemes[member.Name] = SecuritySchemeBuilder.Build(context, member.Name, node);
        ofDocument = Alternatives(root);
        return [.. schemes.Values];
    }

    /// <summary>
    /// What an operation asks for: its own alternatives, even when that list is empty, else the document's. Those are about calls to the API, so what it sends
    /// itself does not inherit them.
    /// </summary>
    public IReadOnlyList<SecurityAlternative> OfOperation(RawNode operation, OperationKind kind) =>
        operation.FindMember("security"u8).IsArray ? Alternatives(operation) : kind == OperationKind.Path ? ofDocument : [];

    private IReadOnlyList<SecurityAlternative> Alternatives(RawNode owner)
    {
        var list = context.List(owner, "security"u8);
        if (list.Count == 0) return [];
        var alternatives = new List<SecurityAlternative>(list.Count);
        foreach (var item in list.Children)
            if (context.OfKind(item, RawKind.Object) is { IsDefined: true } node) alternatives.Add(new SecurityAlternative(Requirements(node)));
        return alternatives;
    }

    private IReadOnlyList<SecurityRequirement> Requirements(RawNode alternative)
    {
        if (alternative.Count == 0) return [];
        var requirements = new List<SecurityRequirement>(alternative.Count);
        foreach (var member in alternative.Children)
            requirements.Add(new SecurityRequirement(member.Name, schemes.GetValueOrDefault(member.Name), Texts(member)));
        return requirements;
    }

    private static IReadOnlyList<string> Texts(RawNode list)
    {
        if (list.Count == 0) return [];
        var texts = new List<string>(list.Count);
        foreach (var item in list.Children)
            if (item.GetString() is { } text) texts.Add(text);
        return texts;
    }
}

namespace IntegrationCopilot.SpecEngine;

/// <summary>The media types of OpenAPI 2.0: those of the operation, else those of the document.</summary>
internal sealed class MediaTypeNames(SpecContext context, RawNode root, string field)
{
    private readonly IReadOnlyList<string> ofDocument = Texts(context.OfKind(root[field], RawKind.Array));

    /// <summary>An operation's own list replaces the document's, even when it is empty (section 5.2.8).</summary>
    public IReadOnlyList<string> Of(RawNode operation) =>
        operation[field] is { IsArray: true } own ? Texts(own) : ofDocument;

    private static List<string> Texts(RawNode list)
    {
        var names = new List<string>(list.Count);
        foreach (var item in list.Children)
            if (item.GetString() is { Length: > 0 } name && !names.Contains(name)) names.Add(name);
        return names;
    }
}

namespace IntegrationCopilot.SpecEngine;

/// <summary>Who supplies the identifiers of which resource: its creation first, then its list.</summary>
internal static class SupplierBook
{
    private const double CreateWeight = 0.95;
    private const double ListWeight = 0.85;
    private const double Sure = 0.7;

    /// <summary>The calls that supply one part of a resource's identifier, at most two.</summary>
    public static IEnumerable<ApiDependency> Of(ApiResource resource, IdentifierPart part, ApiOperation consumer, string parameter, ParameterPlace? place,
        double weight)
    {
        if (resource.Create is { } create && create != consumer && !IsBelow(create, consumer) && Supplied(resource, part) is (string field, var fromRequest))
            yield return Of(create, field, consumer, parameter, place, resource, CreateWeight * weight) with { FromRequest = fromRequest };
        if (resource.List is { } list && list != consumer && part.ListItem is { } inItem && resource.AnswerOf(list) is { Form: not AnswerForm.Map } answer
            && !IsBelow(list, consumer))
            yield return Of(list, $"{answer.Envelope}/*{answer.Item}{inItem}", consumer, parameter, place, resource, ListWeight * weight);
    }

    /// <summary>What needs the consumer's own thing first cannot supply it.</summary>
    private static bool IsBelow(ApiOperation producer, ApiOperation consumer) =>
        consumer.Path.EndsWith('}') && producer.Path.Length > consumer.Path.Length && producer.Path.StartsWith(consumer.Path, StringComparison.Ordinal);

    /// <summary>What stands in the path of what makes it names the thing, unless the answer surely tells the name.</summary>
    private static (string? Field, bool FromRequest) Supplied(ApiResource resource, IdentifierPart part) =>
        part.Create is { } answered && !(IsInPath(resource, part) && resource.Identifier!.Confidence < Sure) ? (answered, false)
        : IsInPath(resource, part) ? (part.Parameter, true)
        : resource.Identifier!.Source == IdentifierSource.Location ? ("header:Location", false)
        : (part.Request, true);

    private static bool IsInPath(ApiResource resource, IdentifierPart part) =>
        resource.Create!.Path.TrimEnd('/').EndsWith($"{{{part.Parameter}}}", StringComparison.Ordinal);

    private static ApiDependency Of(ApiOperation producer, string field, ApiOperation consumer, string parameter, ParameterPlace? place, ApiResource resource,
        double weight) =>
        new(producer, field, consumer, parameter, place, Math.Round(weight * Math.Max(resource.Identifier!.Confidence, 0.5), 2)) { Resource = resource,
            Evidence = resource.Identifier.Evidence };
}

using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Identifiers that the document names: in sample values of parameters, and in the answers that it shows, so that whoever follows it finds something.
/// </summary>
internal static class NamedThings
{
    private const int MaxHops = 8;
    private const int Most = 1_000;

    /// <summary>The identifiers of things of a kind that are named, without those of what they lie in.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(ThingKind kind)
    {
        var scope = kind.Scope;
        if (scope.Own == 0) return [];
        if (scope.ItemParameters < scope.Own) return InCalls(kind).Select(own => own.ConvertAll(value => value!)).Take(Most);
        var takers = Takers(kind).ToList();
        return InParameters(kind, takers).Concat(InBodies(kind, takers)).Concat(scope.Own == 1 ? InAnswers(kind, takers) : []).Concat(InBulk(kind))
            .Select(own => own.ConvertAll(value => value!)).Take(Most);
    }

    /// <summary>The operations whose paths name a thing of the kind, and the parameters that do.</summary>
    private static IEnumerable<(ApiOperation Operation, List<string> Names)> Takers(ThingKind kind) => kind.Model.Resources.Operations
        .Select(meaning => (meaning.Operation, Names: OwnNames(kind, meaning))).Where(taker => taker.Names.Count > 0);

    private static IEnumerable<List<string?>> InParameters(ThingKind kind, IEnumerable<(ApiOperation Operation, List<string> Names)> takers) =>
        takers.Select(taker => taker.Names.Select(name => ValueOf(kind.Model, taker.Operation, name)).ToList())
            .Where(own => own.TrueForAll(value => value is { Length: > 0 }));

    /// <summary>The numbers that bodies want for what the path names, where it takes any text.</summary>
    private static IEnumerable<List<string?>> InBodies(ThingKind kind, IEnumerable<(ApiOperation Operation, List<string> Names)> takers) =>
        kind.Resource.Identifier is not { Parts: [var part] } ? [] : takers.Select(taker => BodyOf(kind.Model, taker.Operation))
            .Select(body => body.Find(FieldNames.Way(part.Request ?? NodePointer.Of(part.Parameter).ToString())))
            .Where(value => value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.Number)
            .Select(value => new List<string?> { value.ScalarText() });

    private static JsonNode? BodyOf(StateModel model, ApiOperation operation) =>
        operation.RequestBody is { Content: { Count: > 0 } content } && (JsonContent.Of(content) ?? content[0]) is var media
            && model.Samples.ForBody(media, MessageDirection.Request) is { Found: true } sample ? JsonTrees.Parse(sample.Json) : null;

    /// <summary>The parameters of an operation's path that name a thing of the kind; none where it is about something else.</summary>
    private static List<string> OwnNames(ThingKind kind, OperationMeaning meaning)
    {
        var names = PathNames.Of(meaning.Operation.Path);
        return names.Count < kind.Scope.ItemParameters
            || !(Concerns(meaning.Resource, kind.Resource) || StateModel.IsBeneath(meaning.Operation, kind))
            ? [] : [.. names.Skip(kind.Scope.ItemParameters - kind.Scope.Own).Take(kind.Scope.Own)];
    }

    private static bool Concerns(ApiResource? of, ApiResource wanted)
    {
        for (var hops = 0; of is not null && hops < MaxHops; of = of.Parent, hops++)
            if (ReferenceEquals(of, wanted)) return true;
        return false;
    }

    /// <summary>A parameter that the document forgot to describe keeps the place that its path has for it.</summary>
    private static string? ValueOf(StateModel model, ApiOperation operation, string parameter) =>
        operation.Parameters.FirstOrDefault(p => p.Place == ParameterPlace.Path && p.Name == parameter) is { } described
            ? ValueOf(model, described) : $"{{{parameter}}}";

    private static string? ValueOf(StateModel model, ApiParameter parameter) =>
        model.Samples.ForParameter(parameter) is { Found: true } sample ? TextOf(JsonTrees.Parse(sample.Json)) : null;

    /// <summary>A list stands in a path as its items with commas between them (OpenAPI 3.1.1, style "simple").</summary>
    private static string? TextOf(JsonNode? value) => value is JsonArray items ? string.Join(',', items.Select(item => item.ScalarText())) : value.ScalarText();

    /// <summary>What calls say that name a thing in their query or body.</summary>
    private static IEnumerable<List<string?>> InCalls(ThingKind kind)
    {
        var resource = kind.Resource;
        foreach (var call in ((ApiOperation?[])[resource.Read, resource.Update, resource.Replace, resource.Delete, .. resource.Actions]).OfType<ApiOperation>())
        {
            var body = BodyOf(kind.Model, call);
            var own = resource.Identifier!.Parts.Select(part => call.Parameters.FirstOrDefault(p => p.Name == part.Parameter) is { } parameter
                ? ValueOf(kind.Model, parameter) : ThingScope.Member(body, part.Parameter)).ToList();
            if (own.TrueForAll(value => value is { Length: > 0 })) yield return own;
        }
    }

    /// <summary>What requests say that change several things at once.</summary>
    private static IEnumerable<List<string?>> InBulk(ThingKind kind) => kind.Model.Spec.Operations
        .Where(operation => kind.Model.Resources.Of(operation).Role == ResourceRole.None
            && BulkOperations.Of(kind.Model.Resources, operation) is { Act: not BulkAct.Create, Resource: var resource }
            && ReferenceEquals(resource, kind.Resource))
        .SelectMany(operation => ShownBodies.Of(operation, kind.Model.Samples))
        .SelectMany(body => body as JsonArray ?? (body as JsonObject)?.Select(member => member.Value).OfType<JsonArray>().FirstOrDefault() ?? [])
        .OfType<JsonObject>().Select(kind.OwnOf).OfType<IReadOnlyList<string>>().Select(own => own.Select(value => (string?)value).ToList());

    /// <summary>What the answers of other operations say that leads to such things.</summary>
    private static IEnumerable<List<string?>> InAnswers(ThingKind kind, IEnumerable<(ApiOperation Operation, List<string> Names)> takers)
    {
        var wanted = takers.Select(taker => (taker.Operation, taker.Names[0])).ToHashSet();
        return kind.Model.Resources.Dependencies
            .Where(dependency => !dependency.FromRequest && dependency.Field.StartsWith('/') && dependency.Place == ParameterPlace.Path
                && wanted.Contains((dependency.Consumer, dependency.Parameter)))
            .Select(dependency => (dependency.Producer, dependency.Field)).Distinct()
            .SelectMany(told => Values(kind.Model.Shown(told.Producer), FieldNames.Way(told.Field), 0).Concat(InThings(kind, told.Producer, told.Field)))
            .Concat(InReferences(kind)).Select(value => new List<string?> { value }).Where(own => own[0] is { Length: > 0 });
    }

    /// <summary>What fields of other things hold that name such things.</summary>
    private static IEnumerable<string?> InReferences(ThingKind kind) =>
        from resource in kind.Model.Resources.Resources
        from reference in resource.References
        where reference.Resource == kind.Resource.Name && kind.Model.Of(resource) is not null
        from thing in resource.Answers.SelectMany(kind.Model.Examples).Prepend(kind.Model.Of(resource)!.Sample)
        from value in Values(thing, FieldNames.Way(reference.Pointer), 0)
        select value;

    /// <summary>What an operation answers is a thing that is kept, which may be another than the operation itself shows.</summary>
    private static IEnumerable<string?> InThings(ThingKind kind, ApiOperation producer, string field)
    {
        if (kind.Model.Resources.Of(producer).Resource is not { } resource || ReferenceEquals(resource, kind.Resource)
            || kind.Model.Of(resource) is not { } other || resource.AnswerOf(producer) is not { } answer)
            return [];
        var way = ThingKind.Within(field, answer);
        var shown = resource.Answers.SelectMany(kind.Model.Examples).Prepend(other.Sample).SelectMany(thing => Values(thing, way, 0));
        return other.IdentifierWays is [.., var own] && own.SequenceEqual(way)
            ? shown.Concat(InParameters(other, Takers(other)).Select(values => values[^1])) : shown;
    }

    private static IEnumerable<string?> Values(JsonNode? node, string[] way, int at)
    {
        if (at == way.Length) return [node.ScalarText()];
        if (way[at] == "*" && node is JsonArray items) return items.SelectMany(item => Values(item, way, at + 1));
        return node.Find(way[at..(at + 1)]) is { } member ? Values(member, way, at + 1) : [];
    }
}

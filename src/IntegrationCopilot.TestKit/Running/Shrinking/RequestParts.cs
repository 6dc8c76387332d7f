using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>The parts of a request that could be left out without breaking a further rule.</summary>
internal static class RequestParts
{
    /// <summary>A member of the body, or a parameter of the query.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IsQuery">Whether it stands in the query.</param>
    internal readonly record struct Part(string Name, bool IsQuery);

    /// <summary>Those of a request: what is neither required nor what its mistake is about.</summary>
    public static List<Part> Of(StepRequest request, BrokenRule? rule, ApiOperation operation, ApiSpec spec)
    {
        var parts = new List<Part>();
        if (request.Body is { Json: { ValueKind: JsonValueKind.Object } body } template)
        {
            var needed = RequiredMembers.Of(spec, operation, template.MediaType).ToHashSet(StringComparer.Ordinal);
            if (rule is { In: null, Place: { } place } && NodePointer.TryParse(place, out var way) && way.Tokens.Count > 0) needed.Add(way.Tokens[0]);
            if (rule is not { In: null, Place: "" })
                parts.AddRange(body.EnumerateObject().Where(member => !needed.Contains(member.Name)).Select(member => new Part(member.Name, false)));
        }

        var wanted = operation.Parameters.Where(parameter => parameter is { Place: ParameterPlace.Query, Required: true }).Select(parameter => parameter.Name)
            .Append(rule is { In: ParameterPlace.Query } ? rule.Place : null).ToHashSet(StringComparer.Ordinal);
        parts.AddRange(request.Query.Keys.Where(name => !wanted.Contains(name)).Select(name => new Part(name, true)));
        return parts;
    }

    /// <summary>A request without some parts.</summary>
    public static StepRequest Without(StepRequest request, IEnumerable<Part> left)
    {
        var gone = left.ToHashSet();
        var query = request.Query.Where(pair => !gone.Contains(new(pair.Key, true))).ToDictionary(StringComparer.Ordinal);
        if (request.Body is not { Json: { ValueKind: JsonValueKind.Object } body } template) return request with { Query = query };
        var kept = body.EnumerateObject().Where(member => !gone.Contains(new(member.Name, false))).DistinctBy(member => member.Name)
            .ToDictionary(member => member.Name, member => member.Value);
        return request with { Query = query, Body = template with { Json = AsJson.Element(kept) } };
    }
}

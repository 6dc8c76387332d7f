using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Makes the probes of an operation from the document alone: the smallest request, the whole one, and each with one thing wrong.</summary>
internal sealed class ProbeMaker
{
    private const int MostMembers = 40;
    private static readonly JsonElement NotThere = AsJson.Element("no-such-value-~");
    private readonly ApiSpec spec;
    private readonly SchemaSet schemas;
    private readonly SampleGenerator samples;

    public ProbeMaker(ApiSpec spec, int seed)
    {
        this.spec = spec;
        schemas = new SchemaSet(spec);
        samples = new SampleGenerator(spec, schemas, new SampleOptions { Seed = seed });
    }

    /// <summary>A value of a path parameter; undefined when none can be made.</summary>
    public JsonElement Sample(ApiParameter parameter) => samples.ForParameter(parameter) is { Found: true } made ? made.ToElement() : default;

    public IEnumerable<Probe> For(ApiOperation operation)
    {
        var smallest = WithBody(Base(operation, "the smallest request", parameter => parameter.Required), whole: false);
        var whole = WithBody(Base(operation, "the whole request", _ => true), whole: true);
        return [smallest, whole, smallest with { What = "the smallest request with another key", Headers = Rekeyed(smallest) },
            .. Strangers(smallest), .. Queries(smallest), .. Bodies(whole), .. Protocol(smallest)];
    }

    private Probe Base(ApiOperation operation, string what, Func<ApiParameter, bool> isSent)
    {
        var sent = operation.Parameters.Where(parameter => isSent(parameter) && !IsCredential(operation, parameter))
            .Select(parameter => (parameter, value: Sample(parameter))).Where(pair => pair.value.ValueKind != JsonValueKind.Undefined).ToList();
        return new Probe(operation, what)
        {
            Query = [.. sent.Where(pair => pair.parameter.Place is ParameterPlace.Query or ParameterPlace.QueryString)
                .Select(pair => ParameterSerializer.Serialize(pair.parameter, pair.value)).Where(text => text.Length > 0)],
            Headers = [.. sent.Where(pair => pair.parameter.Place == ParameterPlace.Header)
                .Select(pair => KeyValuePair.Create(pair.parameter.Name, ParameterSerializer.Serialize(pair.parameter, pair.value)))],
        };
    }

    private Probe WithBody(Probe probe, bool whole)
    {
        if (MediaOf(probe.Operation) is not { } media || samples.ForBody(media, MessageDirection.Request) is not { Found: true } made) return probe;
        var value = made.ToElement();
        return probe with { Body = BodySerializer.Serialize(spec, media, whole ? value : Smallest(media, value)) };
    }

    private static ApiMediaType? MediaOf(ApiOperation operation) =>
        operation.RequestBody is not { Content: { Count: > 0 } content } ? null : content.FirstOrDefault(media => media.IsJson) ?? content[0];

    private JsonElement Smallest(ApiMediaType media, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return value;
        var schema = schemas.For(media.Schema, MessageDirection.Request);
        foreach (var member in value.EnumerateObject().Take(MostMembers))
        {
            var less = Without(value, member.Name);
            if (schema.IsValid(Encoding.UTF8.GetBytes(less.GetRawText()))) value = less;
        }

        return value;
    }

    private static IEnumerable<Probe> Strangers(Probe probe) =>
        from credentials in (StepCredentials[])[StepCredentials.None, StepCredentials.Wrong, StepCredentials.Malformed, StepCredentials.Expired]
        select probe with { What = $"{credentials} credentials", Credentials = credentials };

    private IEnumerable<Probe> Queries(Probe probe)
    {
        foreach (var parameter in probe.Operation.Parameters.Where(parameter =>
            parameter.Place == ParameterPlace.Query && !IsCredential(probe.Operation, parameter)))
        {
            var name = Uri.EscapeDataString(parameter.Name);
            var others = probe.Query.Where(pair => !pair.StartsWith(name + "=", StringComparison.Ordinal)).ToList();
            if (parameter.Required) yield return probe with { What = $"without {parameter.Name}", Query = others };
            foreach (var value in Values(parameter).Append(NotThere))
                yield return probe with { What = $"{parameter.Name} = {value.GetRawText()}",
                    Query = [.. others, ParameterSerializer.Serialize(parameter, value)] };
        }

        foreach (var header in probe.Headers)
            yield return probe with { What = $"without {header.Key}", Headers = [.. probe.Headers.Where(other => other.Key != header.Key)] };
    }

    private IEnumerable<JsonElement> Values(ApiParameter parameter)
    {
        if (Sample(parameter) is not { ValueKind: not JsonValueKind.Undefined } sample) yield break;
        yield return sample;
        if (sample.ValueKind != JsonValueKind.Number) yield break;
        foreach (var number in (int[])[1, 2, -1, 1_000_000]) yield return AsJson.Element(number);
    }

    private IEnumerable<Probe> Bodies(Probe probe)
    {
        if (probe.Body is not { } body || MediaOf(probe.Operation) is not { } media) yield break;
        yield return probe with { What = "no body", Body = null };
        yield return probe with { What = "a body that breaks off", Body = body with { Bytes = body.Bytes[..(body.Bytes.Length / 2)] } };
        yield return probe with { What = "a body of another media type", Body = body with { ContentType = "application/x-unknown" } };
        if (!media.IsJson || samples.ForBody(media, MessageDirection.Request).ToElement() is not { ValueKind: JsonValueKind.Object } value) yield break;
        yield return Changed(probe, media, "a member more", With(value, "noSuchMember", JsonValue.Create(1)));
        foreach (var member in value.EnumerateObject().Take(MostMembers))
        {
            yield return Changed(probe, media, $"without {member.Name}", Without(value, member.Name));
            foreach (var wrong in Wrong(member.Value)) yield return Changed(probe, media, $"{member.Name} = {Short(wrong)}", With(value, member.Name, wrong));
        }
    }

    private static IEnumerable<JsonNode?> Wrong(JsonElement value) =>
        [null, JsonValue.Create("no such value"), JsonValue.Create(""), JsonValue.Create(new string('x', 5000)), JsonValue.Create(-1),
            JsonValue.Create(99_999_999),
            JsonValue.Create(true), value.ValueKind == JsonValueKind.Array ? new JsonArray() : new JsonObject()];

    private static IEnumerable<Probe> Protocol(Probe probe)
    {
        foreach (var parameter in probe.Operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path))
            yield return probe with { What = $"an unknown {parameter.Name}", Path = new Dictionary<string, JsonElement> { [parameter.Name] = NotThere } };
        foreach (var method in (string[])["HEAD", "OPTIONS", "TRACE"]) yield return probe with { What = method, Method = method, Body = null };
        foreach (var (name, value) in ((string, string)[])[("Accept", "application/x-unknown"), ("If-None-Match", "*"), ("If-Match", "\"no-such-tag\"")])
            yield return probe with { What = $"{name}: {value}", Headers = [.. probe.Headers, new(name, value)] };
    }

    private static List<KeyValuePair<string, string>> Rekeyed(Probe probe)
    {
        var key = probe.Operation.Facts.OfType<IdempotencyKeyFact>().Select(fact => fact.Key.FindIn(probe.Operation)?.Name).FirstOrDefault();
        return [.. probe.Headers.Select(header => header.Key == key ? new(header.Key, "4f5c9f0e-7c6c-4b0a-9a55-0d6a5d1f3c11") : header)];
    }

    private Probe Changed(Probe probe, ApiMediaType media, string what, JsonElement value) =>
        probe with { What = what, Headers = [.. Unkeyed(probe)], Body = BodySerializer.Serialize(spec, media, value) };

    /// <summary>A key used before would hide what the change does.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Unkeyed(Probe probe)
    {
        var key = probe.Operation.Facts.OfType<IdempotencyKeyFact>().Select(fact => fact.Key.FindIn(probe.Operation)?.Name).FirstOrDefault();
        return probe.Headers.Select(header => header.Key == key ? new(header.Key, Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString()) : header);
    }

    private static bool IsCredential(ApiOperation operation, ApiParameter parameter) =>
        parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || AuthenticationKinds.Default
            .PlacesOf(operation.Security.SelectMany(alternative => alternative.Requirements).Select(requirement => requirement.Scheme))
            .Any(place => place.Is(parameter.Place, parameter.Name));

    private static string Short(JsonNode? node) => node?.ToJsonString() is not { } text ? "null" : text.Length <= 20 ? text : $"{text[..20]}…";

    private static JsonElement Without(JsonElement value, string name)
    {
        var node = JsonObject.Create(value)!;
        node.Remove(name);
        return AsJson.Element(node);
    }

    private static JsonElement With(JsonElement value, string name, JsonNode? member)
    {
        var node = JsonObject.Create(value)!;
        node[name] = member;
        return AsJson.Element(node);
    }
}

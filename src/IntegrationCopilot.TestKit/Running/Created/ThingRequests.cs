using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Makes requests about things that a run made: to list, to read and to remove them.</summary>
internal sealed class ThingRequests(RunContext context, IReadOnlyList<ProducerCall> calls)
{
    private const string Step = "clean-up";

    /// <summary>The request by which an operation is about a thing; null when a value of its path is not known.</summary>
    /// <exception cref="CaseStopException">Another value is missing, or the request may not be sent here.</exception>
    public ReadyRequest? For(ApiOperation operation, CreatedThing thing)
    {
        var call = calls.FirstOrDefault(call => call.Operation == operation.Id);
        var path = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path))
        {
            if (!Names(parameter, operation, thing, out var value)) return null;
            path[parameter.Name] = Literal(value);
        }

        var request = (call?.Request ?? new StepRequest { Method = operation.Method, Path = operation.Path }) with { PathValues = path };
        var variables = call?.Variables ?? [];
        var values = Named(CaseValues.Create(variables, Step, context).Value, variables, thing);
        return new RequestBuilder(context).Build(new TestStep { Name = Step }, request, values);
    }

    /// <summary>
    /// The request by which an operation that may remove several things is told of this one only: it says nothing but a name that the run made up. Null when
    /// the operation takes no such name, or wants more than that.
    /// </summary>
    /// <exception cref="CaseStopException">The request may not be sent here.</exception>
    public ReadyRequest? ForNothingElse(ApiOperation operation, CreatedThing thing)
    {
        if (!context.Spec.Resources.Of(operation).Traits.HasFlag(OperationTraits.Bulk) || operation.Parameters.Count > 0) return null;
        if (thing.Resource?.Identifier is not { Parts.Count: 1 } identifier || !thing.Values.TryGetValue(identifier.Parameter, out var name)) return null;
        if (!context.Own.Contains(name) || operation.RequestBody?.Content.FirstOrDefault(media => media.IsJson) is not { } media) return null;
        var schema = context.Spec.Resolve(media.Schema);
        if (!schema["properties"][identifier.Parameter].IsDefined) return null;
        if (RequiredMembers.Of(context.Spec, operation, media.Name).Any(required => required != identifier.Parameter)) return null;
        var json = AsJson.Element(new Dictionary<string, JsonElement> { [identifier.Parameter] = Literal(name) });
        var body = new StepBody { MediaType = media.Name, Json = json };
        var request = new StepRequest { Method = operation.Method, Path = operation.Path, Body = body };
        return new RequestBuilder(context).BuildPermitted(new TestStep { Name = Step }, request, TemplateValues.Create([], context.Options.Values).Value);
    }

    /// <summary>A call names the thing in its query or body, by a variable that the thing's creation supplies.</summary>
    private static TemplateValues Named(TemplateValues values, IReadOnlyList<TestVariable> variables, CreatedThing thing)
    {
        if (thing.Resource?.Identifier is not { } identifier || !thing.Values.TryGetValue(identifier.Parameter, out var name)) return values;
        foreach (var variable in variables.Where(variable => variable.Suppliers.Any(supplier => supplier.Operation == thing.Operation.Id)))
            values = values.With(variable.Name, name);
        return values;
    }

    /// <summary>The same thing may be called otherwise in the path that removes it; its own name comes last in both.</summary>
    private static bool Names(ApiParameter parameter, ApiOperation operation, CreatedThing thing, out JsonElement value) =>
        thing.Values.TryGetValue(parameter.Name, out value)
        || (thing.Identifier is not null && operation.Path.TrimEnd('/').EndsWith($"{{{parameter.Name}}}", StringComparison.Ordinal)
            && thing.Values.TryGetValue(thing.Resource!.Identifier!.Parameter, out value));

    private static JsonElement Literal(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? AsJson.Element(value.GetString()!.Replace("{{", "\\{{", StringComparison.Ordinal)) : value;
}

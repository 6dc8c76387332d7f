using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A thing that its schema accepts, or the nearest.</summary>
/// <param name="Json">Its text.</param>
/// <param name="Lost">Fields that were wanted and break the schema; empty when all could be kept.</param>
/// <param name="Fits">Whether the schema accepts it.</param>
internal sealed record FittedThing(byte[] Json, IReadOnlyList<string> Lost, bool Fits);

/// <summary>Changes a thing as little as its schema demands.</summary>
/// <param name="shape">The fields the schema has.</param>
/// <param name="sample">A thing that conforms.</param>
/// <param name="schemas">The compiled schemas.</param>
/// <param name="samples">Where parts come from that the sample does not have.</param>
/// <param name="accepts">Whether the schema accepts a text.</param>
internal sealed class ThingFitting(ThingShape shape, JsonObject sample, SchemaSet schemas, SampleGenerator samples, Func<byte[], bool> accepts)
{
    /// <summary>Fits a thing, which is not changed. Fields that are wrong by themselves are taken from the sample, one after the other until it fits.</summary>
    public FittedThing Fit(JsonObject thing)
    {
        var json = JsonTrees.Write(thing);
        return accepts(json) ? new FittedThing(json, [], true) : Mend((JsonObject)thing.DeepClone());
    }

    private FittedThing Mend(JsonObject thing)
    {
        foreach (var name in thing.Select(m => m.Key).ToList()) Deepen(thing, name, sample[name] ?? Invented(name, thing[name]));
        foreach (var field in shape.Fields)
            if (field is { Required: true, WriteOnly: false } && !thing.ContainsKey(field.Name) && sample.TryGetPropertyValue(field.Name, out var value))
                thing[field.Name] = value?.DeepClone();
        var json = JsonTrees.Write(thing);
        return accepts(json) ? new FittedThing(json, [], true) : WithoutWrong(thing, json);
    }

    /// <summary>What a part of a thing looks like that the sample lacks and that is not whole as it is.</summary>
    private JsonNode? Invented(string name, JsonNode? value)
    {
        if (value is not (JsonObject or JsonArray) || shape.Find(name) is not { Schema: { IsDefined: true } schema }
            || schemas.For(schema, MessageDirection.Response).IsValid(JsonTrees.Write(value)))
            return null;
        return samples.Make(schema, MessageDirection.Response) is { Found: true } made ? JsonTrees.Parse(made.Json) : null;
    }

    private FittedThing WithoutWrong(JsonObject thing, byte[] json)
    {
        var lost = new List<string>();
        var fits = false;
        foreach (var name in thing.Select(m => m.Key).ToList())
        {
            var field = shape.Find(name);
            if (field is null
                ? !shape.IsClosed
                : field.Schema.IsDefined && schemas.For(field.Schema, MessageDirection.Response).IsValid(JsonTrees.Write(thing[name])))
                continue;
            if (sample.TryGetPropertyValue(name, out var value)) thing[name] = value?.DeepClone();
            else thing.Remove(name);
            lost.Add(name);
            json = JsonTrees.Write(thing);
            if (fits = accepts(json)) break;
        }
        return fits ? new FittedThing(json, lost, true) : FromSample(thing) ?? new FittedThing(json, lost, false);
    }

    /// <summary>
    /// The sample with what of the thing it can bear, where fields that are right by themselves do not go together; null when it does not fit either.
    /// </summary>
    private FittedThing? FromSample(JsonObject thing)
    {
        var made = (JsonObject)sample.DeepClone();
        var json = JsonTrees.Write(made);
        if (!accepts(json)) return null;
        var lost = new List<string>();
        foreach (var (name, value) in thing)
        {
            var had = made.TryGetPropertyValue(name, out var before);
            made[name] = value?.DeepClone();
            var changed = JsonTrees.Write(made);
            if (accepts(changed))
            {
                json = changed;
                continue;
            }

            lost.Add(name);
            if (had) made[name] = before;
            else made.Remove(name);
        }
        return new FittedThing(json, lost, true);
    }

    /// <summary>Gives an object, or each object of a list, the fields that only the API sets.</summary>
    private static void Deepen(JsonObject thing, string name, JsonNode? sample)
    {
        if (thing[name] is JsonObject own && sample is JsonObject whole) Complete(own, whole);
        else if (thing[name] is JsonArray items && sample is JsonArray { Count: > 0 } shown && shown[0] is JsonObject item)
            foreach (var one in items.OfType<JsonObject>()) Complete(one, item);
    }

    private static void Complete(JsonObject own, JsonObject whole)
    {
        foreach (var (name, value) in whole)
        {
            if (!own.ContainsKey(name)) own[name] = value?.DeepClone();
            else Deepen(own, name, value);
        }
    }
}

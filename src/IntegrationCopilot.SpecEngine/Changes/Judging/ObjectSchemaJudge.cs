using static IntegrationCopilot.SpecEngine.SchemaChangeRules;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges the properties of objects, their own and those of the schemas they are composed of.</summary>
internal sealed class ObjectSchemaJudge(Comparison comparison)
{
    public Verdict Of(FieldChange change) => change.Field switch
    {
        "properties" => Worst(change, Names(change), OfProperty),
        "required" => Worst(change, Names(change), OfRequired),
        "allOf" => Worst(change, Entries(change).ToList(), OfPart),
        "additionalProperties" => OfOthers(change),
        "readOnly" => OfFlag(change, CannotBeSent, CanBeSent),
        _ => OfFlag(change, NotReceived, IsReceived),
    };

    private static Verdict Worst<T>(FieldChange change, IReadOnlyList<T> parts, Func<FieldChange, T, Verdict> judge) =>
        parts.Count == 0 ? change.Rewritten() : parts.Select(part => judge(change, part)).MinBy(verdict => verdict.Rule.Kind);

    private Verdict OfProperty(FieldChange change, string name)
    {
        var (place, schema) = (change.Place, change.Owner);
        var other = Members(place.IsRemoved ? comparison.New : comparison.Old, place.IsRemoved ? schema.New : schema.Old);
        var quoted = PlaceWords.Quoted(name);
        if (other.ContainsKey(name)) return Verdict.Of(Moved, schema, $"has the property {quoted} in another part of it");
        var property = change.IsEntry ? place.Either : place.Either[name];
        var use = UseOf.OfProperty(schema.Use, place.IsRemoved ? property : default, place.IsRemoved ? default : property, comparison);
        return place.IsRemoved
            ? Verdict.Of(PropertyRemoved, schema, $"no longer has the property {quoted}", use)
            : Verdict.Of(PropertyAdded, schema, $"has the new property {quoted}", use);
    }

    private Verdict OfRequired(FieldChange change, string name)
    {
        var (place, schema) = (change.Place, change.Owner);
        var quoted = PlaceWords.Quoted(name);
        var (olds, news) = (Members(comparison.Old, schema.Old), Members(comparison.New, schema.New));
        var use = UseOf.OfProperty(schema.Use, olds.GetValueOrDefault(name), news.GetValueOrDefault(name), comparison);
        var isSaidElsewhere = place.IsRemoved ? comparison.New.Structure.Requires(schema.New, name) : comparison.Old.Structure.Requires(schema.Old, name);
        if (isSaidElsewhere) return Verdict.Of(Moved, schema, $"asks for the property {quoted} in another part of it");
        if (place.IsAdded) return Verdict.Of(BecameRequired, schema, $"always has the property {quoted} now", use);
        return !news.ContainsKey(name) && olds.ContainsKey(name)
            ? Verdict.Of(RequiredGone, schema, $"no longer asks for the property {quoted}", use)
            : Verdict.Of(BecameOptional, schema, $"may lack the property {quoted} now", use);
    }

    /// <summary>A schema among those that all must be met: what it brings or takes, beside what the others say.</summary>
    private Verdict OfPart(FieldChange change, RawNode part)
    {
        var (isRemoved, schema) = (change.Place.IsRemoved, change.Owner);
        var (here, there, other) = isRemoved ? (comparison.Old, comparison.New, schema.New) : (comparison.New, comparison.Old, schema.Old);
        var (members, others) = (here.Structure.MembersOf(part), Members(there, other));
        var required = members.Where(m => m.Required && !there.Structure.Requires(other, m.Name)).Select(m => m.Name).ToList();
        var fresh = members.Where(m => !others.ContainsKey(m.Name)).Select(m => m.Name).ToList();
        if (isRemoved && fresh.Count > 0) return Verdict.Of(PropertyRemoved, schema, $"no longer has the properties {PlaceWords.List(fresh)}");
        if (required.Count > 0)
            return Verdict.Of(isRemoved ? BecameOptional : BecameRequired, schema,
                $"{(isRemoved ? "may lack" : "always has")} the properties {PlaceWords.List(required)} now");
        if (fresh.Count > 0) return Verdict.Of(PropertyAdded, schema, $"has the new properties {PlaceWords.List(fresh)}");
        return members.Count > 0 || SaysNothing(here.Resolve(part))
            ? Verdict.Of(Moved, schema, "is composed differently")
            : Verdict.Of(isRemoved ? ConstraintRemoved : ConstraintAdded, schema,
            $"is composed of {(isRemoved ? "fewer" : "more")} schemas, all of which must be met");
    }

    private static Verdict OfOthers(FieldChange change)
    {
        var (schema, what) = (change.Owner, PlaceWords.Became(change.Place));
        var (old, @new) = (Openness(schema.Old), Openness(schema.New));
        if (old == @new) return change.Rewritten();
        if (@new == 0) return Verdict.Of(OthersRefused, schema, "takes no other properties now");
        if (old == 0) return Verdict.Of(OthersAllowed, schema, "takes other properties now");
        return Verdict.Of(@new == 1 ? ConstraintAdded : ConstraintRemoved, schema, $"has another 'additionalProperties': it {what}");
    }

    /// <summary>0 for no other properties, 1 for some, 2 for any.</summary>
    private static int Openness(RawNode schema)
    {
        var others = schema["additionalProperties"];
        return others.Kind == RawKind.False ? 0 : others.IsObject && others.Count > 0 ? 1 : 2;
    }

    private static Verdict OfFlag(FieldChange change, SchemaChange set, SchemaChange unset)
    {
        var (was, @is) = (change.Place.Old.GetBoolean() == true, change.Place.New.GetBoolean() == true);
        if (was == @is) return change.Rewritten();
        // Whom it concerned before or concerns now: the schema's own use no longer counts those that the flag shuts out.
        return Verdict.Of(@is ? set : unset, change.Owner, $"{(@is ? "is" : "is no longer")} '{change.Field}'");
    }

    private static Dictionary<string, RawNode> Members(ComparedSpec spec, RawNode schema) =>
        spec.Structure.MembersOf(schema).ToDictionary(m => m.Name, m => m.Schema, StringComparer.Ordinal);

    private static bool SaysNothing(RawNode schema) =>
        schema.Children.All(m => m.Name is "title" or "description" or "example" or "examples" or "externalDocs" or "xml" or "$comment");

    private static IReadOnlyList<string> Names(FieldChange change)
    {
        var place = change.Place;
        if (change.Field == "required") return [.. Entries(change).Select(n => n.GetString() ?? "")];
        return change.IsEntry ? [place.Name] : [.. place.Either.Children.Select(c => c.Name)];
    }

    private static IEnumerable<RawNode> Entries(FieldChange change) => change.IsEntry ? [change.Place.Either] : change.Place.Either.Children;
}

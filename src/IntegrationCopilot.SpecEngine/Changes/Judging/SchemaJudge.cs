using static IntegrationCopilot.SpecEngine.SchemaChangeRules;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges what a keyword of a schema means when it differs.</summary>
internal sealed class SchemaJudge(Comparison comparison)
{
    private readonly ObjectSchemaJudge objects = new(comparison);

    public Verdict Of(FieldChange change)
    {
        var (schema, place) = (change.Owner, change.Place);
        switch (change.Field)
        {
            case "type" or "nullable" or "x-nullable": return TypeJudge.Of(change);
            case "format": return TypeJudge.OfFormat(change);
            case "enum": return OfValues(change);
            case "const": return Say(Constant, change);
            case "minimum" or "exclusiveMinimum" or "maximum" or "exclusiveMaximum": return LimitJudge.OfRange(change);
            case "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties" or "minContains" or "maxContains":
                return LimitJudge.OfCount(change);
            case "multipleOf": return LimitJudge.OfMultiple(change);
            case "uniqueItems": return OfFlag(change, ConstraintAdded, ConstraintRemoved);
            case "properties" or "required" or "allOf" or "additionalProperties" or "readOnly" or "writeOnly": return objects.Of(change);
            case "oneOf" or "anyOf": return OfChoices(change);
            case "default": return Say(place.IsAdded ? DefaultAdded : DefaultChanged, change);
            case "deprecated": return ChangeJudge.OfDeprecation(place, PlaceWords.Of(schema));
            case "discriminator": return Say(place.IsAdded ? ConstraintAdded : place.IsRemoved ? ConstraintRemoved : Discriminator, change);
            case "xml": return Say(Xml, change);
            case "title" or "description" or "example" or "examples" or "externalDocs" or "$comment": return change.Documentation();
            case "$defs" or "definitions" when change.IsEntry:
                return Verdict.Of(place.IsRemoved ? DocumentChangeRules.ComponentRemoved : DocumentChangeRules.ComponentAdded, Excerpt.Of(place.Name));
            case "collectionFormat": return Verdict.Of(MessageChangeRules.Serialization, PlaceWords.Of(schema), "'collectionFormat'", PlaceWords.Became(place));
            case "pattern" or "items" or "prefixItems" or "not" or "if" or "then" or "else" or "contains" or "propertyNames" or "patternProperties"
                or "dependentSchemas" or "dependentRequired" or "unevaluatedItems" or "unevaluatedProperties" or "contentSchema" or "additionalItems":
                return OfConstraint(change);
            // The keywords of a schema that is true or false as a whole come and go with it.
            default: return change.Other();
        }
    }

    /// <summary>A part of a discriminator or of how a value is written as XML.</summary>
    public Verdict OfPart(FieldChange change)
    {
        var schema = change.Owner.Parent!;
        var what = $"{PlaceWords.Quoted(change.IsEntry ? change.Place.Name : change.Field)} of its {(change.Owner.Is("XML Object") ? "XML" : "discriminator")} {PlaceWords.Became(change.Place)}";
        if (change.Owner.Is("XML Object")) return Verdict.Of(Xml, schema, what);
        if (change.Field != "mapping") return Verdict.Of(Discriminator, schema, what);
        if (change.Place.IsAdded) return Verdict.Of(KindAdded, schema, what);
        if (change.Place.IsRemoved) return Verdict.Of(KindRemoved, schema, what);
        return LeadsToTheSame(change.Place) ? change.Rewritten() : Verdict.Of(ConstraintChanged, schema, what);
    }

    private bool LeadsToTheSame(Place mapping)
    {
        var (old, @new) = (Target(comparison.Old, mapping.Old), Target(comparison.New, mapping.New));
        return old.IsDefined && @new.IsDefined && comparison.IsComparedElsewhere(old, @new);
    }

    /// <summary>A mapping holds the name of a component or a reference (OpenAPI 3.1.1, section 4.8.25).</summary>
    private static RawNode Target(ComparedSpec spec, RawNode mapping) => mapping.GetString() is not { } text ? default
        : text.Contains('/') || text.Contains('.') ? spec.Spec.Documents.ResolveReference(mapping, text) : spec.Root["components"]["schemas"][text];

    private static Verdict OfValues(FieldChange change)
    {
        var place = change.Place;
        if (TypeJudge.AreApart(change.Owner)) return change.PartOf("type");
        if (!change.IsEntry) return Say(place.IsAdded ? ValuesListed : place.IsRemoved ? ValuesFree : Constant, change);
        return Verdict.Of(place.IsAdded ? ValueAdded : ValueRemoved, change.Owner,
            place.IsAdded ? $"can also be {PlaceWords.Value(place.New)} now" : $"can no longer be {PlaceWords.Value(place.Old)}");
    }

    private static Verdict OfChoices(FieldChange change)
    {
        if (!change.IsEntry) return Say(change.Place.IsAdded ? ConstraintAdded : ConstraintRemoved, change);
        var name = change.Place.Either["$ref"].GetString() is { } reference ? PlaceWords.Quoted(reference[(reference.LastIndexOf('/') + 1)..]) : "a schema";
        return Verdict.Of(change.Place.IsAdded ? ChoiceAdded : ChoiceRemoved, change.Owner,
            change.Place.IsAdded ? $"can also be {name} now ('{change.Field}')" : $"can no longer be {name} ('{change.Field}')");
    }

    private static Verdict OfConstraint(FieldChange change) =>
        Say(change.Place.IsAdded ? ConstraintAdded : change.Place.IsRemoved ? ConstraintRemoved : ConstraintChanged, change);

    private static Verdict OfFlag(FieldChange change, SchemaChange set, SchemaChange unset)
    {
        var (was, @is) = (change.Place.Old.GetBoolean() == true, change.Place.New.GetBoolean() == true);
        return was == @is ? change.Rewritten() : Say(@is ? set : unset, change);
    }

    public static Verdict Say(SchemaChange rule, FieldChange change) =>
        Verdict.Of(rule, change.Owner, $"has another '{Excerpt.Of(change.Field)}': it {PlaceWords.Became(change.Place)}");
}

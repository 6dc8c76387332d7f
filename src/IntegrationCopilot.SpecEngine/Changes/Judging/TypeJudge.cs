using static IntegrationCopilot.SpecEngine.SchemaChangeRules;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges the types and formats of schemas, in whatever way an edition writes that a value may be null.</summary>
internal static class TypeJudge
{
    private static readonly string[] Names = ["null", "boolean", "integer", "number", "string", "array", "object"];

    /// <summary>Each takes all that those after it take.</summary>
    private static readonly string[][] Ladders = [["int64", "int32", "int16", "int8"], ["double", "float"]];

    public static Verdict Of(FieldChange change)
    {
        var schema = change.Owner;
        var (old, @new) = (TypesOf(schema.Old), TypesOf(schema.New));
        if (old == @new) return change.Rewritten();
        if (change.Field != "type" && !SameText(schema.Old["type"], schema.New["type"])) return change.PartOf("type");
        var what = $"{Words(old, isPast: true)} and {Words(@new, isPast: false)}";
        // Outside of bodies every value is a text on the wire, so that one that takes any text takes what was a number before.
        if ((@new & JsonTypes.String) != 0 && schema.Holder!.Is(ShapeNames.Parameter) && (old & (JsonTypes.Array | JsonTypes.Object)) == 0)
            return Verdict.Of(TypeWidened, schema, what);
        return Verdict.Of((old & @new) == @new ? TypeNarrowed : (old & @new) == old ? TypeWidened : TypeChanged, schema, what);
    }

    public static Verdict OfFormat(FieldChange change)
    {
        var place = change.Place;
        if (place.IsAdded) return SchemaJudge.Say(FormatNarrowed, change);
        if (place.IsRemoved) return SchemaJudge.Say(FormatWidened, change);
        foreach (var ladder in Ladders)
        {
            var (old, @new) = (Array.IndexOf(ladder, place.Old.GetString()), Array.IndexOf(ladder, place.New.GetString()));
            if (old >= 0 && @new >= 0) return SchemaJudge.Say(@new > old ? FormatNarrowed : FormatWidened, change);
        }
        return SchemaJudge.Say(FormatChanged, change);
    }

    /// <summary>The types a schema allows; those that its other keywords speak of, when it names none.</summary>
    public static JsonTypes TypesOf(RawNode schema)
    {
        var said = SchemaTypeReading.Said(schema);
        if (said == JsonTypes.None)
        {
            if (schema["properties"].IsObject) said = JsonTypes.Object;
            else if (schema["items"].IsDefined) said = JsonTypes.Array;
            else return JsonTypes.Any;
        }
        return SchemaStructure.IsNullable(schema) ? said | JsonTypes.Null : said;
    }

    /// <summary>Whether no value of the older schema is one of the newer: what else differs is part of that.</summary>
    public static bool AreApart(Place schema) => (TypesOf(schema.Old) & TypesOf(schema.New)) == JsonTypes.None;

    private static bool SameText(RawNode old, RawNode @new) => string.Equals(old.ToString(), @new.ToString(), StringComparison.Ordinal);

    private static string Words(JsonTypes types, bool isPast)
    {
        if (types == JsonTypes.Any) return isPast ? "was of any type" : "is of any type now";
        var names = Names.Where((_, i) => ((int)types & (1 << Bit(i))) != 0 && !(Names[i] == "integer" && (types & JsonTypes.Number) != 0));
        var all = string.Join(" or ", names);
        return isPast ? $"was {all}" : $"is {all} now";
    }

    /// <summary>The names stand in the order of the flags.</summary>
    private static int Bit(int name) => name;
}

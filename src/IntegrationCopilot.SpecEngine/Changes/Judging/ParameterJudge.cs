namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges parameters and headers, apart from their schemas.</summary>
internal sealed class ParameterJudge(Comparison comparison, ReferenceWalk references)
{
    /// <summary>A parameter that came or went, or the whole list of them.</summary>
    public Verdict OfList(FieldChange change)
    {
        var items = change.IsEntry ? [change.Place] : Items(change.Place).ToList();
        var verdicts = items.Select(OfItem).ToList();
        return verdicts.Count == 0 ? change.Other() : verdicts.MinBy(v => v.Rule.Kind);
    }

    /// <summary>A field of a parameter.</summary>
    public Verdict Of(FieldChange change)
    {
        var (place, subject, isSent) = (change.Place, PlaceWords.Of(change.Owner), change.Owner.Use.IsSent);
        switch (change.Field)
        {
            case "name" or "in": return Verdict.Of(MessageChangeRules.ParameterRenamed, Text(place.Old), Text(place.New));
            case "required": return OfRequired(change, subject, isSent);
            case "deprecated": return ChangeJudge.OfDeprecation(place, subject);
            case "allowEmptyValue":
                return Verdict.Of(place.New.GetBoolean() == true ? MessageChangeRules.EmptyAllowed
                    : place.Old.GetBoolean() == true ? MessageChangeRules.EmptyRefused : DocumentChangeRules.Rewritten, subject);
            case "style" or "explode" or "allowReserved" or "collectionFormat": return OfSpelling(change, subject);
            case "schema" or "content": return MessageJudge.OfSchemaPresence(change, isSent, change.Owner.Use.IsReceived, comparison);
            default: return change.Documentation();
        }
    }

    /// <summary>A field of a header.</summary>
    public Verdict OfHeader(FieldChange change)
    {
        if (change.Field != "required" || change.Owner.Use.IsSent) return Of(change);
        var isThere = change.Place.New.GetBoolean() == true;
        return Verdict.Of(isThere ? MessageChangeRules.HeaderIsThere : MessageChangeRules.HeaderMayBeAbsent, PlaceWords.Of(change.Owner));
    }

    private static Verdict OfRequired(FieldChange change, string subject, bool isSent)
    {
        var (was, @is) = (change.Place.Old.GetBoolean() == true, change.Place.New.GetBoolean() == true);
        // A parameter of the path is always there (OpenAPI 3.1.1, section 4.8.12.2).
        if (was == @is || change.Owner.Either["in"].IsString("path")) return change.Rewritten();
        if (!isSent) return Verdict.Of(@is ? MessageChangeRules.HeaderIsThere : MessageChangeRules.HeaderMayBeAbsent, subject);
        return Verdict.Of(@is ? MessageChangeRules.BecameRequired : MessageChangeRules.BecameOptional, subject);
    }

    private Verdict OfSpelling(FieldChange change, string subject)
    {
        var parameter = change.Owner;
        // How lists and objects are written does not matter to single values.
        var isSingle = change.Field != "allowReserved" && IsSingle(comparison.Old, parameter.Old) && IsSingle(comparison.New, parameter.New);
        var same = isSingle || string.Equals(Spelling(parameter.Old, change.Field), Spelling(parameter.New, change.Field), StringComparison.Ordinal);
        return same ? change.Rewritten() : Verdict.Of(MessageChangeRules.Serialization, subject, $"'{change.Field}'", PlaceWords.Became(change.Place));
    }

    private static bool IsSingle(ComparedSpec spec, RawNode parameter) =>
        parameter["schema"].IsDefined && (TypeJudge.TypesOf(spec.Resolve(parameter["schema"])) & (JsonTypes.Array | JsonTypes.Object)) == JsonTypes.None;

    /// <summary>What holds, whether it is written or not (OpenAPI 3.1.1, section 4.8.12.2.1).</summary>
    private static string Spelling(RawNode parameter, string field)
    {
        var isForm = parameter["in"].GetString() is "query" or "cookie";
        var style = parameter["style"].GetString() ?? (isForm ? "form" : "simple");
        if (parameter[field].GetScalarText() is { } written) return written;
        return field switch { "style" => style, "explode" => style == "form" ? "true" : "false", "collectionFormat" => "csv", _ => "false" };
    }

    private Verdict OfItem(Place item)
    {
        var spec = item.IsRemoved ? comparison.Old : comparison.New;
        var parameter = spec.Resolve(item.Either);
        var subject = PlaceWords.Of(item.At(parameter, parameter));
        if (Moved(item, parameter) is { } moved) return moved;
        if (parameter["in"].IsString("path") && StandsInBoth(item, parameter["name"].GetString() ?? ""))
            return Verdict.Of(MessageChangeRules.ParameterDescribed, subject, item.IsAdded ? "is described now" : "is no longer described");
        if (parameter["in"].IsString("body") || parameter["in"].IsString("formData")) return OfBody(item, parameter, subject);
        if (item.IsRemoved) return Verdict.Of(item.Use.IsSent ? MessageChangeRules.ParameterRemoved : MessageChangeRules.HeaderRemoved, subject);
        if (!item.Use.IsSent) return Verdict.Of(MessageChangeRules.HeaderAdded, subject);
        return Verdict.Of(IsRequired(parameter) ? MessageChangeRules.RequiredParameterAdded : MessageChangeRules.ParameterAdded, subject);
    }

    private static Verdict OfBody(Place item, RawNode parameter, string subject)
    {
        if (parameter["in"].IsString("formData"))
            return Verdict.Of(item.IsRemoved ? MessageChangeRules.ParameterRemoved
                : IsRequired(parameter) ? MessageChangeRules.RequiredParameterAdded : MessageChangeRules.ParameterAdded, subject);
        return Verdict.Of(item.IsRemoved
            ? MessageChangeRules.BodyRemoved : IsRequired(parameter) ? MessageChangeRules.RequiredBodyAdded : MessageChangeRules.BodyAdded);
    }

    /// <summary>A parameter may be described for the path or for each operation; null when it is gone from, or new to, some operation.</summary>
    private Verdict? Moved(Place item, RawNode parameter)
    {
        var (here, there) = item.IsRemoved ? (comparison.Old, comparison.New) : (comparison.New, comparison.Old);
        var path = item.Around(ShapeNames.PathItem);
        if (path is null || ItemKeys.ParameterKey(here, item.Either, null) is not { } key) return null;
        var (herePath, therePath) = item.IsRemoved ? (path.Old, path.New) : (path.New, path.Old);
        if (!therePath.IsDefined) return null;
        var operation = item.Around(ShapeNames.Operation)?.Name;
        var methods = operation is not null
            ? [operation] : herePath.Children.Where(m => m.IsObject && m["responses"].IsDefined && therePath[m.Name].IsObject).Select(m => m.Name).ToList();
        var others = methods.ConvertAll(method => Find(there, therePath, method, key));
        if (others.Count == 0 || others.Exists(o => !o.IsDefined)) return null;
        var verdict = others.Select(other => item.IsRemoved ? references.Judge(item, parameter, other) : references.Judge(item, other, parameter))
            .OfType<Verdict>().OrderBy(v => v.Rule.Kind).Cast<Verdict?>().FirstOrDefault();
        // What differs is told where it went, once.
        return item.IsAdded && verdict is { } found ? found : Verdict.Of(MessageChangeRules.ParameterMoved, PlaceWords.Of(item.At(parameter, parameter)));
    }

    private static RawNode Find(ComparedSpec spec, RawNode path, string method, string key) =>
        path[method]["parameters"].Children.Concat(path["parameters"].Children)
        .Where(p => string.Equals(ItemKeys.ParameterKey(spec, p, null), key, StringComparison.Ordinal)).Select(spec.Resolve).FirstOrDefault();

    private static bool StandsInBoth(Place item, string name) => item.Around(ShapeNames.PathItem) is { Old.IsDefined: true, New.IsDefined: true } path
        && PathMatches.NamesIn(path.Name).Contains(name) && PathMatches.NamesIn(path.NewName).Contains(name);

    private static bool IsRequired(RawNode parameter) => parameter["required"].GetBoolean() == true || parameter["in"].IsString("path");

    private static IEnumerable<Place> Items(Place list)
    {
        var (old, @new) = (list.Old, list.New);
        var one = old.IsDefined ? old : @new;
        return one.Children.Select((item, at) => list.Item($"{at}", $"{at}", old.IsDefined ? item : default, old.IsDefined ? default : item, ShapeOf(list)));
    }

    private static ObjectShape? ShapeOf(Place list) => list.Parent!.Shape!.Find("parameters"u8)?.Value.Items?.Object;

    private static string Text(RawNode node) => Excerpt.Of(node.GetScalarText() ?? "");
}

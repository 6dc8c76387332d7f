namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges the addresses under which an API is called.</summary>
internal static class ServerJudge
{
    /// <summary>A server that came or went, or the whole list; in OpenAPI 2.0 a part of the address.</summary>
    public static Verdict OfList(FieldChange change)
    {
        var place = change.Place;
        if (change.Field is "host" or "basePath")
            return Verdict.Of(DocumentChangeRules.ServerRemoved, Text(place.Old, change.Field),
                place.IsRemoved ? "where the description comes from" : PlaceWords.Value(place.New));
        var name = Names(place.Either);
        if (place.IsRemoved) return Verdict.Of(DocumentChangeRules.ServerRemoved, name, Instead(change));
        // Where none was named, calls went to where the description comes from (OpenAPI 3.1.1, section 4.8.1: the default is "/").
        var isFirst = place.IsAdded && !change.IsEntry && change.Field == "servers" && change.Owner.Is(ShapeNames.Root);
        return isFirst ? Verdict.Of(DocumentChangeRules.ServerRemoved, "/", name) : Verdict.Of(DocumentChangeRules.ServerAdded, name);
    }

    public static Verdict Of(FieldChange change) => (change.Owner.Shape!.Name, change.Field) switch
    {
        (ShapeNames.Server, "variables") or (ShapeNames.ServerVariable, "default") => OfVariable(change, isWidened: false),
        (ShapeNames.ServerVariable, "enum") => OfVariable(change, change.IsEntry ? change.Place.IsAdded : change.Place.IsRemoved),
        _ => change.Documentation(),
    };

    private static Verdict OfVariable(FieldChange change, bool isWidened)
    {
        var name = change.Owner.Is(ShapeNames.ServerVariable) ? change.Owner.Name : change.Place.Name;
        return Verdict.Of(isWidened ? DocumentChangeRules.ServerVariableWidened : DocumentChangeRules.ServerVariable, Excerpt.Of(name),
            PlaceWords.Became(change.Place));
    }

    private static string Instead(FieldChange change)
    {
        var left = change.IsEntry ? change.Place.Parent!.New : default;
        return left.Count > 0 ? Quoted(left) : "where the description comes from";
    }

    private static string Text(RawNode node, string field) =>
        node.GetString() is { } text ? Excerpt.Of(text) : field == "host" ? "the host of the description" : "/";

    private static string Names(RawNode node) => node.IsArray ? Quoted(node).Trim('\'') : Excerpt.Of(node["url"].GetString() ?? node.GetScalarText() ?? "");

    private static string Quoted(RawNode servers) => PlaceWords.List([.. servers.Children.Select(s => s["url"].GetString() ?? s.GetScalarText() ?? "")]);
}

namespace IntegrationCopilot.SpecEngine;

/// <summary>The maps of components of a description.</summary>
internal static class Shelves
{
    private static readonly string[] Ranked =
        ["pathItems", "callbacks", "parameters", "responses", "requestBodies", "mediaTypes", "headers", "links", "examples", "securitySchemes",
            "securityDefinitions", "schemas", "definitions"];
    private static readonly string[] Of2 = ["definitions", "parameters", "responses", "securityDefinitions"];

    /// <summary>The maps, in document order.</summary>
    public static IEnumerable<RawNode> Of(RawNode root) =>
        (root.FindMember("swagger"u8).IsDefined ? root.Children.Where(m => Of2.Contains(m.Name)) : root.FindMember("components"u8).Children)
        .Where(shelf => shelf.IsObject && !shelf.Name.StartsWith("x-", StringComparison.Ordinal));

    /// <summary>The name of a map in OpenAPI 3, which those of OpenAPI 2.0 are compared with.</summary>
    public static string NameOf(RawNode shelf) =>
        shelf.Name switch { "definitions" => "schemas", "securityDefinitions" => "securitySchemes", var name => name };

    /// <summary>The order in which maps are compared: what refers comes before what is referred to.</summary>
    public static int RankOf(string shelf) => Array.IndexOf(Ranked, shelf);

    /// <summary>Whether a member of the components, or of an OpenAPI 2.0 description, is a map of components.</summary>
    public static bool IsShelf(RawNode member) => Ranked.Contains(member.Name) && member.IsObject && member.Count > 0 && IsAround(member);

    /// <summary>A map may be looked at as another: that of the components it holds is the one that is written.</summary>
    private static bool IsAround(RawNode member) => Around(member.Children.First()) is { IsDefined: true } shelf && shelf.Anchored == member.Anchored;

    /// <summary>The map a component stands in; undefined for what is no component.</summary>
    public static RawNode Around(RawNode node)
    {
        var shelf = node.Parent;
        if (!shelf.IsDefined || !shelf.IsObject || node.Document is null) return default;
        var above = shelf.Parent;
        if (!above.IsDefined) return default;
        if (!above.Parent.IsDefined && Of2.Contains(shelf.Name)) return shelf;
        return above.Name == "components" && !above.Parent.Parent.IsDefined ? shelf : default;
    }
}

namespace IntegrationCopilot.SpecEngine;

/// <summary>The objects of the standard that are compared in a way of their own, by the names their shapes have.</summary>
internal static class ShapeNames
{
    public const string Root = "OpenAPI Object";
    public const string Root2 = "Swagger Object";
    public const string Paths = "Paths Object";
    public const string PathItem = "Path Item Object";
    public const string Operation = "Operation Object";
    public const string Parameter = "Parameter Object";
    public const string Header = "Header Object";
    public const string Items2 = "Items Object";
    public const string RequestBody = "Request Body Object";
    public const string Responses = "Responses Object";
    public const string Response = "Response Object";
    public const string MediaType = "Media Type Object";
    public const string Content = "map of media types";
    public const string Encoding = "Encoding Object";
    public const string Callback = "Callback Object";
    public const string Server = "Server Object";
    public const string ServerVariable = "Server Variable Object";
    public const string SecurityRequirement = "Security Requirement Object";
    public const string SecurityScheme = "Security Scheme Object";
    public const string Schema = "Schema Object";
    public const string Schemas = "map of schemas";

    /// <summary>What the standard lets stand in a member of an object.</summary>
    public static ValueShape Inside(ObjectShape shape, RawNode member) =>
        shape.Find(member.NameBytes)?.Value
        ?? (shape.Others is { } others && !(shape.HasExtensions && member.NameBytes.StartsWith("x-"u8)) ? others : ValueShape.Any);
}

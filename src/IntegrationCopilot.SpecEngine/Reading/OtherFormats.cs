namespace IntegrationCopilot.SpecEngine;

/// <summary>Recognises descriptions of other formats by the fields they begin with.</summary>
internal static class OtherFormats
{
    /// <summary>What the document is, with what to do about it; null when it is not known.</summary>
    public static string? NameOf(RawNode root)
    {
        if (root["asyncapi"].IsDefined) return "an AsyncAPI document, which describes messages";
        if (root["arazzo"].IsDefined) return "an Arazzo document, which describes workflows";
        if (root["overlay"].IsDefined) return "an Overlay document, which changes a description";
        if (root["swaggerVersion"].IsDefined) return $"Swagger {Excerpt.Of(root["swaggerVersion"].GetScalarText() ?? "")}, which must be converted first";
        if (root["info"]["_postman_id"].IsDefined || root["info"]["schema"].GetString()?.Contains("getpostman", StringComparison.Ordinal) == true)
            return "a Postman collection, which must be exported as OpenAPI";
        if (root["$schema"].IsDefined || (root["properties"].IsObject && root["type"].IsDefined)) return "a JSON Schema";
        if (root["log"]["entries"].IsArray) return "an HTTP archive (HAR)";
        if (root["title"].IsDefined && (root["baseUri"].IsDefined || root.Children.Any(c => c.Name.StartsWith('/'))))
            return "perhaps RAML, which must be converted first";
        return root["paths"].IsObject || root["info"].IsObject ? "an API description without its version" : null;
    }
}

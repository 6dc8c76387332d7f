namespace IntegrationCopilot.SpecEngine;

/// <summary>How documents name the edition they are written in.</summary>
internal static class OpenApiEditions
{
    /// <summary>The version number of an edition as people write it.</summary>
    public static string NameOf(OpenApiEdition edition) => edition switch
    {
        OpenApiEdition.V20 => "2.0",
        OpenApiEdition.V30 => "3.0",
        OpenApiEdition.V31 => "3.1",
        _ => "3.2",
    };

    /// <summary>The field of a document that says it; undefined when there is none.</summary>
    public static RawNode VersionField(RawNode root)
    {
        var openapi = root.FindMember("openapi"u8);
        return openapi.IsDefined ? openapi : root.FindMember("swagger"u8);
    }
}

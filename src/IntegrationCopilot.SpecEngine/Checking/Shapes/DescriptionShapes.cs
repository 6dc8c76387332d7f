namespace IntegrationCopilot.SpecEngine;

/// <summary>The shape of a whole description.</summary>
internal static class DescriptionShapes
{
    public static ObjectShape RootOf(OpenApiEdition edition) => edition switch
    {
        OpenApiEdition.V20 => OpenApi2Shapes.Root,
        OpenApiEdition.V30 => OpenApi3Shapes.Root30,
        _ => OpenApi3Shapes.Root31,
    };
}

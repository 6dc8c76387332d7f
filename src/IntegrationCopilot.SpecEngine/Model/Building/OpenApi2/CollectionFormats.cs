namespace IntegrationCopilot.SpecEngine;

/// <summary>Collection formats of OpenAPI 2.0 (section 5.2.10) as the styles of OpenAPI 3.x.</summary>
internal static class CollectionFormats
{
    /// <summary>The style, and whether each item is a value of its own. Without a format items are separated by commas.</summary>
    public static (ParameterStyle Style, bool Explode) Of(string? format, ParameterPlace place) => format switch
    {
        "ssv" => (ParameterStyle.SpaceDelimited, false),
        "tsv" => (ParameterStyle.TabDelimited, false),
        "pipes" => (ParameterStyle.PipeDelimited, false),
        "multi" when place == ParameterPlace.Query => (ParameterStyle.Form, true),
        _ => (place == ParameterPlace.Query ? ParameterStyle.Form : ParameterStyle.Simple, false),
    };

    /// <summary>The style of a form's field by the name OpenAPI 3.x has for it.</summary>
    public static string NameOf(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "spaceDelimited",
        ParameterStyle.TabDelimited => "tabDelimited",
        ParameterStyle.PipeDelimited => "pipeDelimited",
        _ => "form",
    };
}

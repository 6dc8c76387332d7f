namespace IntegrationCopilot.SpecEngine;

/// <summary>Collection formats of OpenAPI 2.0 (section 5.2.10) as the styles of OpenAPI 3.x.</summary>
internal static class CollectionFormats
{
    /// <summary>The style, and whether each item is a value of its own. Without a format items are separated by commas.</summary>
    public static (SerializationStyle Style, bool Explode) Of(string? format, ParameterPlace place) => format switch
    {
        "ssv" => (SerializationStyle.SpaceDelimited, false),
        "tsv" => (SerializationStyle.TabDelimited, false),
        "pipes" => (SerializationStyle.PipeDelimited, false),
        "multi" when place == ParameterPlace.Query => (SerializationStyle.Form, true),
        _ => (place == ParameterPlace.Query ? SerializationStyle.Form : SerializationStyle.Simple, false),
    };

    /// <summary>The style of a form's field by the name OpenAPI 3.x has for it.</summary>
    public static string NameOf(SerializationStyle style) => style switch
    {
        SerializationStyle.SpaceDelimited => "spaceDelimited",
        SerializationStyle.TabDelimited => "tabDelimited",
        SerializationStyle.PipeDelimited => "pipeDelimited",
        _ => "form",
    };
}

using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>How the properties of a form are encoded: the <c>encoding</c> map of a media type (OpenAPI 3.1.1, section 4.8.15).</summary>
internal sealed class FormEncodings(RawNode encoding)
{
    public static FormEncodings None { get; } = new(default);

    /// <summary>The spelling of a property in a urlencoded form.</summary>
    /// <remarks>Objects have no spelling of their own by default, they are JSON; brackets, which many clients send instead, are read as well.</remarks>
    public Spelling SpellingOf(string property, ValueShape shape)
    {
        var node = encoding[property];
        var style = StyleOf(node["style"].GetString());
        var described = node["style"].IsDefined || node["explode"].IsDefined;
        if (!described && shape.Allows(JsonTypes.Object) && !shape.IsUnknown) return new Spelling(property, SerializationStyle.DeepObject, Explode: true);
        return new Spelling(property, style, node["explode"].GetBoolean() ?? style is SerializationStyle.Form or SerializationStyle.DeepObject);
    }

    /// <summary>Media types a part may have, as described; empty when nothing is.</summary>
    public IReadOnlyList<string> ContentTypesOf(string property) =>
        encoding[property]["contentType"].GetString() is { } text
            ? [.. HeaderParts.Split(text, ',').Select(t => t.Trim()).Where(t => t.Length > 0)]
            : [];

    /// <summary>Where a property's encoding is described.</summary>
    public RawNode NodeOf(string property) => encoding[property];

    private static SerializationStyle StyleOf(string? name) => name switch
    {
        "spaceDelimited" => SerializationStyle.SpaceDelimited,
        "pipeDelimited" => SerializationStyle.PipeDelimited,
        "tabDelimited" => SerializationStyle.TabDelimited,
        "deepObject" => SerializationStyle.DeepObject,
        _ => SerializationStyle.Form,
    };
}

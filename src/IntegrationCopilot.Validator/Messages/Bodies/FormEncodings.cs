using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>How the properties of a form are encoded: the <c>encoding</c> map of a media type (OpenAPI 3.1.1, section 4.8.15).</summary>
internal sealed class FormEncodings(RawNode encoding)
{
    public static FormEncodings None { get; } = new(default);

    /// <summary>Where encodings are described; undefined when none is.</summary>
    public RawNode Node => encoding;

    /// <summary>Names of the properties that have an encoding.</summary>
    public IEnumerable<string> Names => encoding.Children.Select(c => c.Name);

    /// <summary>The encoding of a property; one that says nothing when none is described.</summary>
    public PartEncoding Of(string property) => new(encoding[property]);

    /// <summary>The spelling of a property in a urlencoded form.</summary>
    /// <remarks>Objects have no spelling of their own by default, they are JSON; brackets, which many clients send instead, are read as well.</remarks>
    public Spelling SpellingOf(string property, ValueShape shape)
    {
        var own = Of(property);
        if (!own.UsesStyle && shape.Allows(JsonTypes.Object) && !shape.IsUnknown) return new Spelling(property, SerializationStyle.DeepObject, Explode: true);
        return new Spelling(property, own.Style, own.Explode);
    }
}

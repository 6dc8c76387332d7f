using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>How a value is spelled: its name, style and explode.</summary>
internal sealed record Spelling(string Name, SerializationStyle Style, bool Explode)
{
    /// <summary>Spellings of the delimiter between the parts of one text.</summary>
    public string[] Delimiters => Style switch
    {
        SerializationStyle.SpaceDelimited => ["%20", "+", " "],
        SerializationStyle.PipeDelimited => ["|", "%7C", "%7c"],
        SerializationStyle.TabDelimited => ["%09", "\t"],
        _ => [","],
    };
}

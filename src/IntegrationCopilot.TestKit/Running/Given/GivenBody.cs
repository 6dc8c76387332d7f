using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>A whole body that somebody gave.</summary>
internal static class GivenBody
{
    /// <summary>The body in place of one that was made; text that is not JSON is sent as it is where JSON was not asked for.</summary>
    public static StepBody Of(StepBody made, string text) =>
        made.Json is not null && Parse(text) is { } json ? made with { Json = json } : new StepBody { MediaType = made.MediaType, Text = text };

    /// <summary>The JSON value; null when the text is none.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

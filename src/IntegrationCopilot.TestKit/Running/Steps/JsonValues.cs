using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Looks values of answers up by pointers that tests hold as text.</summary>
internal static class JsonValues
{
    /// <summary>The value at a place; null when there is none, or the text is no JSON Pointer.</summary>
    public static JsonElement? Find(JsonElement? root, string pointer) =>
        root is { } value && NodePointer.TryParse(pointer, out var way) ? way.Find(value) : null;
}

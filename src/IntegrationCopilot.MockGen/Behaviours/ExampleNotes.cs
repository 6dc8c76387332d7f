using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Says why an example that was asked for is not in an answer, and where it is.</summary>
internal static class ExampleNotes
{
    public static string Missing(ApiOperation operation, string example, int status, ApiMediaType? media)
    {
        var others = operation.Responses.Where(r => r.Content.Any(c => c.Examples.Any(e => e.Name == example))).Select(r => r.Status).ToList();
        var named = media?.Examples.Where(e => e.Name.Length > 0).Select(e => $"'{e.Name}'").ToList() ?? [];
        var here = named.Count == 0 ? $"the answer {status} has no named examples" : $"the answer {status} as {media!.Name} has {string.Join(", ", named)}";
        return others.Count == 0
            ? $"There is no example '{example}': {here}."
            : $"The example '{example}' belongs to {string.Join(", ", others)}, but {here}.";
    }
}

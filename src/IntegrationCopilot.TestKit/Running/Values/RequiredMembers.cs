using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>The members that a body must have.</summary>
internal static class RequiredMembers
{
    private const int MaxDepth = 5;

    /// <summary>Their names, as the schema of an operation's body and those that it is made of say; none when it describes no such body.</summary>
    public static IReadOnlyList<string> Of(ApiSpec spec, ApiOperation operation, string mediaType)
    {
        var media = operation.RequestBody is { } described ? ContentNegotiation.Select(described.Content, mediaType) : null;
        return media is null ? [] : [.. Of(spec, spec.Resolve(media.Schema), 0)];
    }

    private static IEnumerable<string> Of(ApiSpec spec, RawNode schema, int depth) => depth > MaxDepth
        ? []
        : schema["required"].Children.Select(name => name.GetString()).OfType<string>()
            .Concat(schema["allOf"].Children.SelectMany(part => Of(spec, spec.Resolve(part), depth + 1)));
}

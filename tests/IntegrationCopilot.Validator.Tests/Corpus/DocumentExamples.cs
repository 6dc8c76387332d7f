using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Every schema that messages of a document are judged by, and the examples the document gives for it.</summary>
internal static class DocumentExamples
{
    public static IEnumerable<DescribedValue> Of(ApiSpec spec)
    {
        foreach (var operation in spec.Operations.Concat(spec.Webhooks).SelectMany(o => o.Callbacks.Prepend(o)))
        {
            var (asked, answered) = operation.Kind == OperationKind.Path
                ? (MessageDirection.Request, MessageDirection.Response)
                : (MessageDirection.Response, MessageDirection.Request);
            foreach (var parameter in operation.Parameters)
                yield return new(parameter.Content is { } content ? content.Schema : parameter.Schema, asked,
                    Usable(parameter.Content is { } media ? media.Examples : parameter.Examples));
            foreach (var media in operation.RequestBody?.Content ?? []) yield return Of(media, asked);
            foreach (var response in operation.Responses)
            {
                foreach (var header in response.Headers)
                    yield return new(header.Content is { } content ? content.Schema : header.Schema, answered, Usable(header.Examples));
                foreach (var media in response.Content) yield return Of(media, answered);
            }
        }
    }

    private static DescribedValue Of(ApiMediaType media, MessageDirection direction) =>
        new(media.Schema, direction, media.IsJson ? Usable(media.Examples) : []);

    /// <summary>Examples that are written as values; a reference to a file is none.</summary>
    private static RawNode[] Usable(IReadOnlyList<ApiExample> examples) => [.. examples.Where(e => e.Value.IsDefined).Select(e => e.Value)];
}

/// <param name="Schema">The schema; undefined when none is written.</param>
/// <param name="Direction">Which way the value travels.</param>
/// <param name="Examples">Values the document gives.</param>
internal sealed record DescribedValue(RawNode Schema, MessageDirection Direction, RawNode[] Examples);

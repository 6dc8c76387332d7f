using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Checks what a part says of itself: its media type and header fields against its encoding (OpenAPI 3.2.0, section 4.15.1).</summary>
internal static class PartChecks
{
    private static readonly IReadOnlyList<MediaTypeName> Json = [MediaTypeName.Parse("application/json")];
    private static readonly IReadOnlyList<MediaTypeName> Text = [MediaTypeName.Parse("text/plain")];

    public static void Check(MultipartPart part, ValueShape shape, PartEncoding encoding, string where, PlanContext context, FindingReport report)
    {
        if (!encoding.UsesStyle) CheckContentType(part, shape, encoding, where, report);
        foreach (var header in encoding.Headers(context.Spec))
            new HeaderPlan(header, context).Check(part.Headers.Combined(header.Name), report, $"{where}.");
    }

    private static void CheckContentType(MultipartPart part, ValueShape shape, PartEncoding encoding, string where, FindingReport report)
    {
        var described = encoding.ContentTypes;
        if (described.Count == 0) described = DefaultsOf(shape);
        if (described.Count == 0 || described.Any(d => d.Covers(part.MediaType) > 0)) return;
        var expected = string.Join(", ", described.Select(d => d.Essence));
        if (part.ContentType is null)
            report.Deviation(FindingCodes.MissingContentType, where,
                "The part comes without a Content-Type, which makes it plain text (RFC 7578, section 4.4).", encoding.Node, expected, "absent");
        else
            report.Deviation(FindingCodes.UndocumentedContentType, where, "The part has a media type that its encoding does not describe.", encoding.Node,
                expected, ValueText.Shorten(part.ContentType));
    }

    /// <summary>The media type of values whose encoding names none; empty where any will do, as with files.</summary>
    private static IReadOnlyList<MediaTypeName> DefaultsOf(ValueShape shape)
    {
        const JsonTypes containers = JsonTypes.Object | JsonTypes.Array;
        if (shape.IsUnknown || shape.IsBinary || shape.IsEncoded) return [];
        if (!shape.Allows(containers)) return Text;
        return (shape.Types & ~(containers | JsonTypes.Null)) == JsonTypes.None ? Json : [];
    }
}

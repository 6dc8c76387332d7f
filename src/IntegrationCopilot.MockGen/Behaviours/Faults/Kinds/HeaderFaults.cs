using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Answers whose header fields are missing or wrong.</summary>
internal static class HeaderFaults
{
    private const string Header = "OpenAPI 3.1.1, section 4.8.21 (Header Object)";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        new("missing-header", FaultArea.Headers, "Leaves out a header field that is required.", "Required header fields are sent.", Header,
            subject => HeadersOf(subject, subject.Success).Any(h => h.Required), FaultAct.SpoilSuccess((site, reply) =>
                HeadersOf(site.Subject, reply.Status).FirstOrDefault(h => h.Required && reply.Field(h.Name) is not null) is { } header
                    ? reply.Without(header.Name) : null)),
        new("bad-header-value", FaultArea.Headers, "Gives a header field a value that its schema refuses.",
            "Header fields have the values that are described.", Header,
            subject => HeadersOf(subject, subject.Success).Any(IsPicky), FaultAct.SpoilSuccess((site, reply) =>
                HeadersOf(site.Subject, reply.Status).FirstOrDefault(h => IsPicky(h) && reply.Field(h.Name) is not null && Refuses(site, h)) is { } header
                    ? reply.With(header.Name, Nonsense) : null)),
        new("missing-location", FaultArea.Headers, "Does not say where the new thing is.",
            "201 says by Location where the new thing is, when its description has that field.", "RFC 9110, sections 10.2.2 and 15.3.2",
            DescribesLocation, FaultAct.SpoilSuccess((_, reply) => reply.Field("Location") is null ? null : reply.Without("Location"))),
        new("wrong-location", FaultArea.Headers, "Says that the new thing is where nothing is.", "Location leads to the new thing.", "RFC 9110, section 10.2.2",
            DescribesLocation, FaultAct.SpoilSuccess((_, reply) => reply.Field("Location") is { } location
                ? reply.With("Location", $"{location.TrimEnd('/')}-elsewhere") : null)),
    ];

    private const string Nonsense = "not-what-is-described";

    private static IReadOnlyList<ApiHeader> HeadersOf(FaultSubject subject, int status) => subject.Operation.FindResponse(status)?.Headers ?? [];

    private static bool DescribesLocation(FaultSubject subject) =>
        HeadersOf(subject, subject.Success).Any(h => h.Name.Equals("Location", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether not any text will do.</summary>
    private static bool IsPicky(ApiHeader header) =>
        header.Schema.IsObject
            && (header.Schema["type"] is var type && type.IsDefined && !type.IsString("string") || header.Schema["enum"].IsDefined
            || header.Schema["format"].IsDefined || header.Schema["pattern"].IsDefined);

    private static bool Refuses(FaultSite site, ApiHeader header) =>
        !site.Schemas.For(header.Schema, MessageDirection.Response).IsValid(AsJson.Bytes(Nonsense));
}

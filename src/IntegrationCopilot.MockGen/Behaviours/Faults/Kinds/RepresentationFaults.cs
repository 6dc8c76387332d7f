using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>Answers that are written wrongly.</summary>
internal static class RepresentationFaults
{
    private const string Content = "OpenAPI 3.1.1, section 4.8.17 (Response Object, content)";
    private const string Type = "RFC 9110, section 8.3";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        New("empty-body", "Answers without the body that is described.", "An answer has the content that is described.", Content,
            (_, reply) => reply with { Body = default }),
        New("truncated-json", "Breaks the JSON off in the middle, under a length that fits.", "A JSON text is one whole value.", "RFC 8259, section 2",
            (_, reply) => reply with { Body = reply.Body[..(reply.Body.Length / 2)] }),
        New("broken-json", "Writes JSON with a comma too many.", "A JSON text follows the grammar.", "RFC 8259, sections 2 to 5",
            (_, reply) => reply with { Body = Trailing(reply.Body) }),
        New("wrong-content-type", "Says that JSON is HTML.", "The content type is that of the content, and one that is described.", $"{Type}; {Content}",
            (_, reply) => reply.With("Content-Type", "text/html; charset=utf-8")),
        New("missing-content-type", "Does not say what the body is.", "A message with content says its type.", Type,
            (_, reply) => reply.Without("Content-Type")),
        New("wrong-encoding", "Writes JSON in UTF-16.", "JSON between systems is UTF-8.", "RFC 8259, section 8.1",
            (_, reply) => reply with { Body = Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(reply.Body.Span)) }),
    ];

    private static MockFault New(string id, string title, string rule, string source, Func<FaultSite, MockReply, MockReply> spoil) =>
        new(id, FaultArea.Representation, title, rule, source, subject => subject.Json is not null,
            FaultAct.SpoilSuccess((site, reply) => reply.Body.IsEmpty ? null : spoil(site, reply)));

    private static byte[] Trailing(ReadOnlyMemory<byte> json)
    {
        var last = json.Span[^1];
        return last is (byte)'}' or (byte)']' ? [.. json.Span[..^1], (byte)',', last] : [.. json.Span, (byte)','];
    }
}

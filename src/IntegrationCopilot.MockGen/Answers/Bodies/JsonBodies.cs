using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>JSON (RFC 8259) and types with the suffix <c>+json</c> (RFC 6839, section 3.1).</summary>
internal sealed class JsonBodies : IBodyWriter
{
    public bool Knows(MediaTypeName type) => type.IsJson;

    public WrittenBody Write(BodyContent content) => new(content.Media.Name, Encoding.UTF8.GetBytes(content.Value.GetRawText()));
}

using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>XML and types with the suffix <c>+xml</c> (RFC 7303), named as the <c>xml</c> keywords ask.</summary>
internal sealed class XmlBodies : IBodyWriter
{
    public bool Knows(string essence) => MediaTypes.IsXml(essence);

    public WrittenBody Write(BodyContent content)
    {
        var body = BodySerializer.Serialize(content.Spec, content.Media, content.Value);
        return new WrittenBody(body.ContentType, body.Bytes);
    }
}

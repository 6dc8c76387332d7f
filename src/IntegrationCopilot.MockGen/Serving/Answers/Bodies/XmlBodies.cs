namespace IntegrationCopilot.MockGen;

/// <summary>XML and types with the suffix <c>+xml</c> (RFC 7303), named as the <c>xml</c> keywords ask.</summary>
internal sealed class XmlBodies : IBodyWriter
{
    public bool Knows(string essence) => MediaTypes.IsXml(essence);

    public WrittenBody Write(BodyContent content) => new(content.Media.Name, XmlSamples.Write(content.Spec, content.Media.Schema, content.Value));
}

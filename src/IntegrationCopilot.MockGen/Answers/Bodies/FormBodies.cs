using System.Text.Json;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Forms, urlencoded or multipart, with the encodings the document describes (OpenAPI 3.1.1, section 4.8.15).</summary>
internal sealed class FormBodies : IBodyWriter
{
    public bool Knows(string essence) => MediaTypes.IsForm(essence);

    public WrittenBody Write(BodyContent content)
    {
        var body = BodySerializer.Serialize(content.Spec, content.Media, content.Value)!;
        var isForm = content.Value.ValueKind == JsonValueKind.Object;
        var problem = isForm ? null : $"A form has named fields, which the value described for {content.Media.Name} has not.";
        return new WrittenBody(body.ContentType, body.Bytes, problem);
    }
}

using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>JSON (RFC 8259) and types with the suffix <c>+json</c> (RFC 6839, section 3.1).</summary>
internal sealed class JsonBodies : IBodyWriter
{
    public bool Knows(string essence) => MediaTypes.IsJson(essence);

    public WrittenBody Write(BodyContent content) => new(content.Media.Name, Encoding.UTF8.GetBytes(content.Value.GetRawText()));
}

/// <summary>Lists of JSON values: one a line (JSON Lines, NDJSON), or each after a record separator (JSON text sequences, RFC 7464).</summary>
internal sealed class JsonSequenceBodies : IBodyWriter
{
    private const char RecordSeparator = '\u001e';

    public bool Knows(string essence) => MediaTypes.IsJsonSequence(essence);

    public WrittenBody Write(BodyContent content)
    {
        var text = new StringBuilder();
        var separated = MediaTypes.IsTextSequence(content.Media.Name);
        foreach (var item in content.Items())
        {
            if (separated) text.Append(RecordSeparator);
            text.Append(JsonSerializer.Serialize(item)).Append('\n');
        }
        return WrittenBody.Text(content.Media.Name, text.ToString());
    }
}

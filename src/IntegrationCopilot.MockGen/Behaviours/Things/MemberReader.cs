using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>Goes over the members of a JSON object in its text, without taking it apart further. The text is JSON.</summary>
internal ref struct MemberReader
{
    private readonly ReadOnlySpan<byte> json;
    private Utf8JsonReader reader;

    public MemberReader(ReadOnlySpan<byte> json)
    {
        this.json = json;
        reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonTrees.MaxDepth });
        IsObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>Whether the text is an object at all.</summary>
    public bool IsObject { get; }

    /// <summary>Name of the member, unescaped.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Its name as written, with its quotation marks.</summary>
    public ReadOnlySpan<byte> RawName { get; private set; }

    /// <summary>Where its value begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Its value as written.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes to the next member.</summary>
    public bool Read()
    {
        if (!IsObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName) return false;
        Name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        RawName = json.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
        reader.Read();
        Start = (int)reader.TokenStartIndex;
        reader.Skip();
        Value = json[Start..(int)reader.BytesConsumed];
        return true;
    }
}

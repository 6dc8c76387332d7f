using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Writes multipart bodies: objects as forms (RFC 7578), arrays part by part in order (RFC 2046, section 5.1.3).</summary>
internal sealed class MultipartWriter(ApiSpec spec, ApiMediaType media, MediaTypeName name)
{
    private const int MaxNesting = 4;

    public SerializedBody Write(JsonElement value)
    {
        var shape = ValueShape.Of(spec, media.Schema);
        return value.ValueKind == JsonValueKind.Array && !name.IsMultipartForm
            ? Join(name.Essence,
                Positional(value, media.ItemSchema.IsDefined && shape.IsUnknown ? _ => ValueShape.Of(spec, media.ItemSchema) : shape.ItemAt, media.Node, 0))
            : Join(name.Essence, value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().SelectMany(m => Named(m, shape.Property(m.Name))) : []);
    }

    private IEnumerable<byte[]> Named(JsonProperty member, ValueShape shape)
    {
        var encodings = new FormEncodings(media.Encoding);
        var own = encodings.Of(member.Name);
        if (own.UsesStyle)
            return new SpellingWriter(encodings.SpellingOf(member.Name, shape), static text => text).Fields(member.Value)
                .Select(f => Part(Disposition(PercentCoding.Decode(f.Name), isFile: false), null, Encoding.UTF8.GetBytes(PercentCoding.Decode(f.Value))));
        if (member.Value.ValueKind == JsonValueKind.Array && shape.Types == JsonTypes.Array)
            return member.Value.EnumerateArray().Select(item => Valued(Disposition(member.Name, shape.Items.IsBinary), item, shape.Items, own, 0));
        return [Valued(Disposition(member.Name, shape.IsBinary), member.Value, shape, own, 0)];
    }

    private IEnumerable<byte[]> Positional(JsonElement items, Func<int, ValueShape> shapeAt, RawNode holder, int depth) =>
        items.EnumerateArray().Select((item, i) => Valued(null, item, shapeAt(i), PositionEncodings.At(holder, i), depth));

    private byte[] Valued(string? disposition, JsonElement value, ValueShape shape, PartEncoding encoding, int depth)
    {
        var type = TypeOf(value, shape, encoding);
        if (type is { IsMultipart: true } && value.ValueKind == JsonValueKind.Array && depth < MaxNesting)
        {
            var nested = Join(type.Essence, Positional(value, shape.ItemAt, encoding.Node, depth + 1));
            return Part(disposition, nested.ContentType, nested.Bytes.Span);
        }
        if (type is { IsXml: true } && JsonScalars.IsContainer(value))
            return Part(disposition, type.Essence, XmlWriting.Write(spec, shape.Roots.Count > 0 ? shape.Roots[0] : default, value));
        var text = type is { IsJson: true } ? value.GetRawText() : JsonScalars.TextOf(value);
        return Part(disposition, type?.Essence, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The media type to write; null for plain text, which needs not be said.</summary>
    private static MediaTypeName? TypeOf(JsonElement value, ValueShape shape, PartEncoding encoding)
    {
        if (encoding.ContentTypes is [{ IsRange: false } first, ..]) return first;
        if (shape.IsBinary) return MediaTypeName.Parse("application/octet-stream");
        return JsonScalars.IsContainer(value) ? MediaTypeName.Parse("application/json") : null;
    }

    private static string Disposition(string name, bool isFile)
    {
        var quoted = name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
        return $"form-data; name=\"{quoted.Replace("\\", "\\\\", StringComparison.Ordinal)}\"" + (isFile ? $"; filename=\"{quoted}\"" : "");
    }

    private static byte[] Part(string? disposition, string? type, ReadOnlySpan<byte> content)
    {
        var head = (disposition is null ? "" : $"Content-Disposition: {disposition}\r\n") + (type is null ? "" : $"Content-Type: {type}\r\n") + "\r\n";
        return [.. Encoding.UTF8.GetBytes(head), .. content];
    }

    private static SerializedBody Join(string type, IEnumerable<byte[]> written)
    {
        var parts = written.ToList();
        var boundary = BoundaryFor(parts);
        using var body = new MemoryStream();
        foreach (var part in parts)
        {
            body.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\n"));
            body.Write(part);
            body.Write("\r\n"u8);
        }
        body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return new SerializedBody($"{type}; boundary={boundary}", body.ToArray());
    }

    /// <summary>The first of a fixed series that no part holds.</summary>
    private static string BoundaryFor(List<byte[]> parts)
    {
        for (var number = 0; ; number++)
        {
            var boundary = $"integration-copilot-{number}";
            var bytes = Encoding.ASCII.GetBytes(boundary);
            if (!parts.Exists(p => p.AsSpan().IndexOf(bytes) >= 0)) return boundary;
        }
    }
}

using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationCopilot.MockGen;

/// <summary>YAML 1.2 (RFC 9512) in block style. Strings that could be read as something else are quoted.</summary>
internal sealed class YamlBodies : IBodyWriter
{
    public bool Knows(MediaTypeName type) =>
        type.Essence is "application/yaml" or "application/x-yaml" or "text/yaml" or "text/x-yaml" || type.Subtype.EndsWith("+yaml", StringComparison.Ordinal);

    public WrittenBody Write(BodyContent content)
    {
        if (content.Value.ValueKind == JsonValueKind.String) return WrittenBody.Text(content.Media.Name, content.Value.GetString()!);
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, content.Value);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return WrittenBody.Text(content.Media.Name, text.ToString());
    }

    private static void Emit(Emitter emitter, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var mapping = value.EnumerateObject().Any() ? MappingStyle.Block : MappingStyle.Flow;
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, mapping));
                foreach (var member in value.EnumerateObject())
                {
                    EmitText(emitter, member.Name);
                    Emit(emitter, member.Value);
                }
                emitter.Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                var sequence = value.GetArrayLength() > 0 ? SequenceStyle.Block : SequenceStyle.Flow;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, sequence));
                foreach (var item in value.EnumerateArray()) Emit(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValueKind.String:
                EmitText(emitter, value.GetString()!);
                break;
            default:
                emitter.Emit(new Scalar(value.GetRawText()));
                break;
        }
    }

    private static void EmitText(Emitter emitter, string text)
    {
        var style = IsPlainWord(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
    }

    /// <summary>Words no schema of YAML reads as anything but text (YAML 1.1 has more such words than 1.2).</summary>
    private static bool IsPlainWord(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != ' ' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ' ')
        && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
}

using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Findings about the text itself: not JSON, beyond a limit, or a member name that repeats.</summary>
internal static class TextFindings
{
    public static Finding Of(TextFault fault, ReadOnlySpan<byte> text, string where, SchemaOptions options)
    {
        var (code, message) = fault.Kind switch
        {
            TextFaultKind.TooLarge => ("too-large", $"The text is larger than {options.MaxInstanceBytes} bytes. Send less at a time."),
            TextFaultKind.NotUtf8 =>
                ("not-utf8", $"The text is not UTF-8 at {Place(text, fault.Position)}. JSON is exchanged as UTF-8 (RFC 8259, section 8.1)."),
            TextFaultKind.Truncated =>
                ("truncated",
                text.IsEmpty
                ? "The text is empty; a JSON value is expected."
                : $"The JSON text ends at {Place(text, fault.Position)} before the value is complete."),
            TextFaultKind.TooDeep => ("too-deep", $"The value is nested deeper than {options.MaxDepth} levels at {Place(text, fault.Position)}."),
            TextFaultKind.TooManyValues => ("too-many-values", $"The text holds more than {options.MaxInstanceValues} values. Send less at a time."),
            _ => ("not-json", $"The text is not JSON at {Place(text, fault.Position)}: {fault.Reason}."),
        };
        return new Finding { Code = code, Message = message, Where = where, Expected = "JSON" };
    }

    public static List<Finding> RepeatedNames(Instance instance, Tape tape, string root)
    {
        var findings = new List<Finding>();
        foreach (var name in tape.RepeatedNames.Distinct())
        {
            var (where, pointer) = InstancePath.Of(instance, name + 1, root);
            var text = Encoding.UTF8.GetString(instance.Text(name));
            findings.Add(new Finding { Code = "repeated-name", Where = where, Pointer = pointer,
                Message = $"The member name '{text}' repeats. Readers disagree on which one counts (RFC 8259, section 4); send it once." });
        }
        return findings;
    }

    private static string Place(ReadOnlySpan<byte> text, int position)
    {
        var before = text[..Math.Min(position, text.Length)];
        var line = before.Count((byte)'\n') + 1;
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return $"line {line}, column {Encoding.UTF8.GetCharCount(before[lineStart..]) + 1}";
    }
}

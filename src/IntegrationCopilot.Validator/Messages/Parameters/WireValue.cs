namespace IntegrationCopilot.Validator;

/// <summary>A value as its spelling shows it, before a schema says which types its texts have.</summary>
internal abstract record WireValue;

/// <summary>One text.</summary>
internal sealed record WireText(string Text) : WireValue;

/// <summary>Values in a row.</summary>
internal sealed record WireList(IReadOnlyList<WireValue> Items) : WireValue
{
    public static WireList Of(IEnumerable<string> texts) => new([.. texts.Select(t => new WireText(t))]);
}

/// <summary>Named values.</summary>
internal sealed record WireMap(IReadOnlyList<KeyValuePair<string, WireValue>> Members) : WireValue;

/// <summary>JSON text embedded in another format.</summary>
internal sealed record WireJson(ReadOnlyMemory<byte> Utf8) : WireValue;

/// <summary>Bytes that are never looked into.</summary>
internal sealed record WireBytes(long Length) : WireValue;

namespace IntegrationCopilot.Validator;

/// <summary>A limit of <c>minimum</c> and its kin, compared exactly.</summary>
internal sealed class NumberBound
{
    private readonly byte[] text;
    private readonly bool isSmall;
    private readonly long small;

    public NumberBound(byte[] text)
    {
        this.text = text;
        isSmall = NumberText.TryReadSmall(text, out small);
    }

    public string Text => System.Text.Encoding.ASCII.GetString(text);

    /// <summary>Sign of value − limit.</summary>
    public int Compare(ReadOnlySpan<byte> value) =>
        isSmall && NumberText.TryReadSmall(value, out var whole) ? whole.CompareTo(small) : NumberText.Parse(value).OrderTo(NumberText.Parse(text));

    public int OrderTo(NumberBound other) => Compare(other.text) * -1;
}

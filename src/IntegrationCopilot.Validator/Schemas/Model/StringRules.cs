namespace IntegrationCopilot.Validator;

/// <summary>What strings must meet. Lengths count code points.</summary>
internal sealed class StringRules
{
    public int MinLength;
    public int MaxLength = int.MaxValue;
    public EcmaPattern? Pattern;
    public StringFormat? Format;
}

/// <summary>A format of strings.</summary>
/// <param name="Name">As written, for example <c>date-time</c>.</param>
/// <param name="Example">A value that has it, for messages.</param>
/// <param name="IsMatch">Whether a text has it.</param>
internal sealed record StringFormat(string Name, string Example, FormatCheck IsMatch);

internal delegate bool FormatCheck(ReadOnlySpan<byte> utf8);

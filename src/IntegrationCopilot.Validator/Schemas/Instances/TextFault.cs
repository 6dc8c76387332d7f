namespace IntegrationCopilot.Validator;

/// <summary>Why a text is no instance.</summary>
internal enum TextFaultKind
{
    None,
    TooLarge,
    NotUtf8,
    Truncated,
    Syntax,
    TooDeep,
    TooManyValues,
}

/// <summary>What keeps a text from being an instance, and the byte where it was noticed.</summary>
internal readonly record struct TextFault(TextFaultKind Kind, int Position, string Reason = "");

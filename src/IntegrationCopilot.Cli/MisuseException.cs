namespace IntegrationCopilot.Cli;

/// <summary>The tool was used wrongly. The message says what to do instead; it is all the user sees.</summary>
/// <param name="messages">Each on a line of its own.</param>
internal sealed class MisuseException(params IReadOnlyList<string> messages) : Exception(string.Join(Environment.NewLine, messages))
{
    public IReadOnlyList<string> Messages => messages;

    /// <summary>A library refused an argument; its message is given without the name of the parameter, which the user does not know.</summary>
    /// <param name="what">The option.</param>
    /// <param name="refusal">Why.</param>
    public static MisuseException Of(string what, ArgumentException refusal) =>
        new($"{what} cannot be used: {refusal.Message.Replace($" (Parameter '{refusal.ParamName}')", "", StringComparison.Ordinal)}");
}

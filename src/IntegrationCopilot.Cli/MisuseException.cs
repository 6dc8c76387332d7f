namespace IntegrationCopilot.Cli;

/// <summary>The tool was used wrongly. The message says what to do instead; it is all the user sees.</summary>
internal sealed class MisuseException(string message) : Exception(message);

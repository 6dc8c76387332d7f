namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Secrets as they are written on a command line: the text itself, <c>env:NAME</c> or <c>file:PATH</c>.</summary>
internal static class SecretText
{
    private const string FromEnvironment = "env:";
    private const string FromFile = "file:";

    /// <exception cref="MisuseException">The variable is not set or the file cannot be read.</exception>
    public static string Resolve(string text)
    {
        if (text.StartsWith(FromEnvironment, StringComparison.Ordinal)) return Variable(text[FromEnvironment.Length..]);
        return text.StartsWith(FromFile, StringComparison.Ordinal) ? Content(text[FromFile.Length..]) : text;
    }

    /// <summary>Two secrets with a colon between them, each in any of the spellings; or one that holds both.</summary>
    /// <param name="text">As written.</param>
    /// <param name="form">What is expected, for the message.</param>
    /// <exception cref="MisuseException">There is no colon.</exception>
    public static (string First, string Second) ResolvePair(string text, string form)
    {
        var start = IsReference(text) ? text.IndexOf(':', StringComparison.Ordinal) + 1 : 0;
        var colon = text.IndexOf(':', start);
        if (colon >= 0) return (Resolve(text[..colon]), Resolve(text[(colon + 1)..]));
        var whole = Resolve(text);
        colon = whole.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? throw new MisuseException($"Expected {form}, with a colon between the two.") : (whole[..colon], whole[(colon + 1)..]);
    }

    public static bool IsReference(string text) =>
        text.StartsWith(FromEnvironment, StringComparison.Ordinal) || text.StartsWith(FromFile, StringComparison.Ordinal);

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new MisuseException($"The environment variable {name} is not set.");

    private static string Content(string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MisuseException($"The secret in '{path}' cannot be read: {e.Message}");
        }
    }
}

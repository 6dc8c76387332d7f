using System.CommandLine;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Whole request bodies, in place of those that are made.</summary>
internal static class BodyOption
{
    public static Option<string[]> Create() => new("--body") { HelpName = "OPERATION=FILE",
        Description = "The request body of an operation, named as 'POST /path' or by its operationId, from a file; may be repeated." };

    /// <returns>The bodies by the operation's id.</returns>
    /// <exception cref="MisuseException">An operation is unknown or given twice, or a file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> given, ApiSpec spec)
    {
        var bodies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var (operation, path) = Split(text, spec);
            if (!bodies.TryAdd(operation, Content(path))) throw new MisuseException($"--body gives the body of '{operation}' twice.");
        }

        return bodies;
    }

    /// <summary>A path may hold an equals sign, so that the operation is looked for as a whole.</summary>
    private static (string Operation, string Path) Split(string text, ApiSpec spec)
    {
        foreach (var operation in spec.Operations)
        {
            foreach (var name in ((string?[])[operation.Id, operation.OperationId]).OfType<string>())
                if (text.StartsWith($"{name}=", StringComparison.Ordinal)) return (operation.Id, text[(name.Length + 1)..]);
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) throw new MisuseException("--body is written OPERATION=FILE, for example 'POST /payments=payment.json'.");
        var unknown = text[..equals];
        var nearest = Nearest.To(unknown, spec.Operations.SelectMany(operation => (string?[])[operation.Id, operation.OperationId]));
        throw new MisuseException(
            $"--body: there is no operation '{unknown}'{(nearest is null ? "; the document has none at all." : $"; did you mean '{nearest}'?")}");
    }

    private static string Content(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MisuseException($"The body in '{path}' cannot be read: {e.Message}");
        }
    }
}

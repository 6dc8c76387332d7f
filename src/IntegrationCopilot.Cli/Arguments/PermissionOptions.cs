using System.CommandLine;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>What a run may do to what is behind an API.</summary>
internal sealed class PermissionOptions
{
    private readonly Option<bool> writes = new("--allow-writes") { Description = "Let things be created, changed and deleted in uat and production too." };
    private readonly Option<bool> limits = new("--provoke-limits") { Description =
        "Use up the limits of the API at the end of the run, to see what it answers then; everybody with the same credentials is refused meanwhile." };
    private readonly Option<string[]> operations = new("--allow") { HelpName = "OPERATION",
        Description =
            "An operation that may be called whatever it does, as 'POST /path' or operationId; the only way to call a dangerous one. May be repeated." };

    public void AddTo(Command command)
    {
        command.Add(writes);
        command.Add(operations);
        command.Add(limits);
    }

    /// <summary>Whether limits are used up.</summary>
    public bool ProvokesLimits(ParseResult parsed) => parsed.GetValue(limits);

    /// <exception cref="MisuseException">The document has no such operation.</exception>
    public RunPermissions Read(ParseResult parsed, ApiSpec spec)
    {
        var named = parsed.GetValue(operations) ?? [];
        return new() { AllowWrites = parsed.GetValue(writes), AllowedOperations = [.. named.Select(name => Known(name, spec))] };
    }

    private static string Known(string name, ApiSpec spec)
    {
        if (spec.Operations.FirstOrDefault(operation => operation.Id == name || operation.OperationId == name) is { } found) return found.Id;
        throw new MisuseException(Nearest.To(name, spec.Operations.SelectMany(operation => (string?[])[operation.Id, operation.OperationId])) is { } nearest
            ? $"--allow: there is no operation '{name}'; did you mean '{nearest}'?"
            : $"--allow: there is no operation '{name}'; the document has none at all.");
    }
}

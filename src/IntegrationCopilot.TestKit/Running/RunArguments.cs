using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Callers' mistakes, found before anything is sent.</summary>
internal static class RunArguments
{
    public static void Check(RunTarget target, RunOptions options)
    {
        if (!RunTarget.CanBeCalled(target.BaseUrl)) throw new ArgumentException("A base URL is an absolute http or https URL.", nameof(target));
        foreach (var (name, value) in target.Headers)
        {
            if (!FieldSyntax.IsToken(name) || !FieldSyntax.IsValue(value))
                throw new ArgumentException($"'{name}' is not the name of a header field, or its value cannot be sent.", nameof(target));
        }

        new RunOptionsRules().Checked(options, nameof(options));
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The values a case begins with: what a person gave, and a new identifier for each variable that wants one.</summary>
internal static class CaseValues
{
    /// <param name="variables">The variables.</param>
    /// <param name="scope">Id of the case or request they are for: values made anew differ from scope to scope.</param>
    /// <param name="context">The run.</param>
    public static TemplateResult<TemplateValues> Create(IReadOnlyList<TestVariable> variables, string scope, RunContext context)
    {
        var values = TemplateValues.Create(variables, context.Options.Values);
        var all = values.Value;
        foreach (var variable in variables.Where(variable => variable.Fresh && !all.IsGiven(variable.Name)))
        {
            var value = New(variable, $"{context.RunId}\n{scope}\n{variable.Name}");
            if (context.RemovesCreated) context.Own.Note(variable, value);
            all = all.With(variable.Name, value);
        }

        return values with { Value = all, Problems = [.. values.Problems.Where(problem => variables.Any(variable => variable.Name == problem.Variable))] };
    }

    private static JsonElement New(TestVariable variable, string use) => variable.Form is not { } form ? AsJson.Element(Uuid(use))
        : variable.Type == TestVariableType.Number
            ? JsonElement.Parse(form.Make(use))
            : AsJson.Element(form.Make(use));

    /// <summary>The same for the same run, test and variable, so that a run can be repeated: a UUID of version 8 (RFC 9562, section 5.8).</summary>
    private static string Uuid(string name)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true).ToString("D");
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.Cli;

/// <summary>Answers for scripts: indented JSON with members in camel case, in the order of their declaration. Their shapes are stable.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(TextWriter output, T answer) => output.WriteLine(JsonSerializer.Serialize(answer, Options));
}

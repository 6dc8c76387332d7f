using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Config;

/// <summary>A file of settings to begin with.</summary>
internal static class ConfigTemplate
{
    /// <param name="apis">Each document's path from the file, and what is in it.</param>
    public static string Of(IEnumerable<(string Path, ApiSpec Spec)> apis)
    {
        var text = new StringBuilder($"""
            # Settings of 'integration-copilot run': 'integration-copilot init --help', and docs/articles/cli.md tells of every member.
            # Paths are relative to this file. Secrets are written env:NAME or file:PATH, never as themselves.
            apis:

            """);
        foreach (var (path, spec) in apis) Append(text, path, spec);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string path, ApiSpec spec)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - document: {Quoted(path.Replace('\\', '/'))}\n");
        text.Append("    # Which environment is tested: mock is a mock of the document.\n    environment: mock\n");
        text.Append("    # environments:\n    #   sandbox:\n");
        text.Append(CultureInfo.InvariantCulture, $"    #     baseUrl: {Quoted(ServerOf(spec))}\n");
        var schemes = spec.SecuritySchemes.Select(scheme => scheme.Name).ToList();
        if (schemes.Count > 0) text.Append("    #     credentials:\n");
        foreach (var scheme in schemes) text.Append(CultureInfo.InvariantCulture, $"    #       {Quoted(scheme)}: env:{VariableOf(scheme)}\n");
    }

    private static string ServerOf(ApiSpec spec) =>
        spec.Servers.Select(server => server.Url).FirstOrDefault(Arguments.HttpUrl.Is) ?? "https://sandbox.example.com";

    private static string VariableOf(string scheme) =>
        string.Concat(scheme.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')).Trim('_') is { Length: > 0 } name ? name : "API_KEY";

    /// <summary>Plain where YAML reads it as this text; else as JSON writes it, which is YAML too. Never more than a line.</summary>
    private static string Quoted(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '_' or '-' or ':')
            && text.Any(char.IsAsciiLetter) && !text.EndsWith(':') && text[0] != '-'
            ? text : JsonSerializer.Serialize(text);
}

using System.Text.Json;
using IntegrationCopilot.Testing;
using Json.Schema;
using PeerDialect = Json.Schema.Dialect;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>JsonSchema.Net, asked for its verdicts.</summary>
internal static class SchemaPeer
{
    private const string RemoteBase = "http://localhost:1234/";

    /// <summary>The drafts that both know.</summary>
    public static readonly (string Draft, SchemaDialect Ours, PeerDialect Theirs)[] Drafts =
    [
        ("draft6", SchemaDialect.Draft6, PeerDialect.Draft06), ("draft7", SchemaDialect.Draft7, PeerDialect.Draft07),
        ("draft2019-09", SchemaDialect.Draft201909, PeerDialect.Draft201909), ("draft2020-12", SchemaDialect.Draft202012, PeerDialect.Draft202012),
    ];

    /// <summary>A function from values to verdicts: <c>valid</c>, <c>invalid</c>, or the name of the exception that it ended with.</summary>
    public static Func<string, string> Compile(string schema, PeerDialect dialect, bool assertFormats = false)
    {
        JsonSchema compiled;
        try
        {
            compiled = JsonSchema.FromText(schema, Options(dialect));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return _ => e.GetType().Name;
        }
        var options = new EvaluationOptions { OutputFormat = OutputFormat.Flag, RequireFormatValidation = assertFormats };
        return value => Judge(compiled, value, options);
    }

    private static string Judge(JsonSchema schema, string value, EvaluationOptions options)
    {
        using var document = JsonDocument.Parse(value);
        try
        {
            return Verdict(schema.Evaluate(document.RootElement, options).IsValid);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.GetType().Name;
        }
    }

    public static string Verdict(bool isValid) => isValid ? "valid" : "invalid";

    /// <summary>A registry for each schema, so that none meets the names of another; the suite's remote schemas come when they are asked for.</summary>
    private static BuildOptions Options(PeerDialect dialect)
    {
        var options = new BuildOptions { Dialect = dialect, SchemaRegistry = new SchemaRegistry() };
        options.SchemaRegistry.Fetch = (uri, _) => Remote(uri, dialect, options.SchemaRegistry);
        return options;
    }

    private static JsonSchema? Remote(Uri uri, PeerDialect dialect, SchemaRegistry registry)
    {
        var address = uri.GetLeftPart(UriPartial.Path);
        if (!address.StartsWith(RemoteBase, StringComparison.Ordinal)) return null;
        var file = Path.Combine(SharedData.Require("json-schema-test-suite", "remotes"), address[RemoteBase.Length..]);
        return File.Exists(file) ? JsonSchema.FromText(File.ReadAllText(file), new BuildOptions { Dialect = dialect, SchemaRegistry = registry }, uri) : null;
    }
}

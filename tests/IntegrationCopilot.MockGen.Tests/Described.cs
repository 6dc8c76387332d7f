using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Small descriptions for tests.</summary>
internal static class Described
{
    public static ApiSpec Read(string yaml) =>
        ApiSpecReader.Read(Encoding.UTF8.GetBytes(yaml.ReplaceLineEndings("\n")), "test.yaml").Spec
            ?? throw new InvalidOperationException("The description of the test cannot be read.");

    /// <summary>A 3.1 description with one schema, given as JSON.</summary>
    public static (ApiSpec Spec, RawNode Schema) Schema(string json, string version = "3.1.0")
    {
        var spec = Read($$"""{ "openapi": "{{version}}", "info": { "title": "t", "version": "1" }, "paths": {}, "components": { "schemas": { "S": {{json}} } } }""");
        return (spec, spec.Document.Find("/components/schemas/S"));
    }
}

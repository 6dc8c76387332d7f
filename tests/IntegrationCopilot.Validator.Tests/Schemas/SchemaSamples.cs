using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Schemas and findings in short form.</summary>
internal static class SchemaSamples
{
    public static SchemaCompileResult Compile(string schema, SchemaOptions? options = null) =>
        CompiledSchema.Compile(RawDocumentReader.Read(Encoding.UTF8.GetBytes(schema), "schema.json").Document!.Root, options);

    public static CompiledSchema Schema(string schema, SchemaOptions? options = null)
    {
        var result = Compile(schema, options);
        return result.Schema ?? throw new InvalidOperationException(string.Join("; ", result.Problems.Select(p => p.Message)));
    }

    public static IReadOnlyList<Finding> Validate(string schema, string instance, SchemaOptions? options = null)
    {
        var compiled = Schema(schema, options);
        var utf8 = Encoding.UTF8.GetBytes(instance);
        var findings = compiled.Validate(utf8);
        compiled.IsValid(utf8).Should().Be(findings.All(f => f.Severity == FindingSeverity.Warning), "both evaluators agree on {0}", instance);
        return findings;
    }

    /// <summary>The findings as <c>code@where</c>, warnings with a question mark, joined by blanks.</summary>
    public static string Short(IEnumerable<Finding> findings) =>
        string.Join(' ', findings.Select(f => $"{f.Code}@{f.Where}{(f.Severity == FindingSeverity.Warning ? "?" : "")}"));

    public static string Check(string schema, string instance, SchemaOptions? options = null) => Short(Validate(schema, instance, options));
}

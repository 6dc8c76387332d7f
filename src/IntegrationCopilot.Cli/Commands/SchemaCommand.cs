using System.CommandLine;
using System.Text;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>schema</c>: JSON or JSON Lines against a JSON Schema.</summary>
internal static class SchemaCommand
{
    private static readonly Dictionary<string, SchemaDialect> Dialects = new(StringComparer.Ordinal)
    {
        ["4"] = SchemaDialect.Draft4,
        ["6"] = SchemaDialect.Draft6,
        ["7"] = SchemaDialect.Draft7,
        ["2019-09"] = SchemaDialect.Draft201909,
        ["2020-12"] = SchemaDialect.Draft202012,
        ["openapi-3.0"] = SchemaDialect.OpenApi30,
    };

    public static Command Create(Terminal terminal)
    {
        var schema = new Argument<string>("SCHEMA") { Description = "The JSON Schema, JSON or YAML." };
        var instances = new Argument<string[]>("INSTANCE") { Description = "JSON files, or JSON Lines where the name ends in .jsonl or .ndjson.",
            Arity = ArgumentArity.OneOrMore };
        var draft = new Option<string>("--draft") { Description = "The draft of a schema without $schema; default 2020-12." };
        draft.DefaultValueFactory = _ => "2020-12";
        draft.AcceptOnlyFromAmong([.. Dialects.Keys]);
        var formats = new Option<bool>("--assert-format") { Description = "Check 'format' too; by default it is an annotation." };
        var command = new Command("schema", "Validate JSON or JSON Lines against a schema.") { schema, instances, draft, formats };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SchemaOptions { Dialect = Dialects[parsed.GetRequiredValue(draft)], AssertFormats = parsed.GetValue(formats) };
            if (await CompileAsync(terminal, parsed.GetRequiredValue(schema), options, cancellationToken) is not { } compiled) return ExitCodes.Failed;
            var valid = true;
            foreach (var path in parsed.GetRequiredValue(instances)) valid &= await CheckFileAsync(terminal, compiled, path, cancellationToken);
            return valid ? ExitCodes.Good : ExitCodes.Failed;
        });
        return command;
    }

    private static async Task<CompiledSchema?> CompileAsync(Terminal terminal, string path, SchemaOptions options, CancellationToken cancellationToken)
    {
        var read = RawDocumentReader.Read(await BytesAsync(path, cancellationToken), path, cancellationToken: cancellationToken);
        ProblemLines.WriteErrors(terminal, read.Problems);
        if (read.Document is not { } document) return null;
        var result = CompiledSchema.Compile(document.Root, options);
        ProblemLines.WriteErrors(terminal, result.Problems);
        return result.Schema;
    }

    private static async Task<bool> CheckFileAsync(Terminal terminal, CompiledSchema schema, string path, CancellationToken cancellationToken)
    {
        if (!IsLines(path)) return Check(terminal, schema, await BytesAsync(path, cancellationToken), path);
        if (!File.Exists(path)) throw new MisuseException($"There is no file '{path}'.");
        var valid = true;
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) valid &= Check(terminal, schema, Encoding.UTF8.GetBytes(line), $"{path}:{number}");
        }
        return valid;
    }

    private static bool Check(Terminal terminal, CompiledSchema schema, ReadOnlyMemory<byte> json, string name)
    {
        var findings = schema.Validate(json, "value");
        terminal.WriteLine($"{name}: {(findings.Count == 0 ? "valid" : "not valid")}");
        foreach (var finding in findings)
            terminal.WriteLine($"  {finding.Where}: {finding.Message} ({finding.Code}{(finding.Source is { } source ? $", {source}" : "")})");
        return findings.All(finding => finding.Severity != FindingSeverity.Error);
    }

    private static bool IsLines(string path) => Path.GetExtension(path) is ".jsonl" or ".ndjson";

    private static async Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : throw new MisuseException($"There is no file '{path}'.");
}

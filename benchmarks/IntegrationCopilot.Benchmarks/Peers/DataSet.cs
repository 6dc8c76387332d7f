using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Benchmarks.Peers;

/// <summary>A data set of the public JSON Schema benchmark: a schema and valid documents as bytes.</summary>
internal sealed class DataSet
{
    private readonly byte[] schemaText;
    private readonly string schemaName;
    private readonly byte[][] documents;
    private readonly CompiledSchema schema;

    private DataSet(string schemaName, byte[] schemaText, byte[][] documents)
    {
        this.schemaName = schemaName;
        this.schemaText = schemaText;
        this.documents = documents;
        schema = CompileSchema() ?? throw new InvalidDataException($"{schemaName} does not compile.");
    }

    public static DataSet Read(string folder)
    {
        var name = Path.Combine(folder, "schema.json");
        var lines = File.ReadAllLines(Path.Combine(folder, "instances.jsonl")).Where(l => l.Length > 0);
        return new DataSet(name, File.ReadAllBytes(name), [.. lines.Select(System.Text.Encoding.UTF8.GetBytes)]);
    }

    public int CountValid()
    {
        var valid = 0;
        foreach (var document in documents)
            if (schema.IsValid(document)) valid++;
        return valid;
    }

    public int Compile() => CompileSchema() is null ? 0 : 1;

    /// <summary>From bytes, as the peer compiles from text.</summary>
    private CompiledSchema? CompileSchema() =>
        CompiledSchema.Compile(RawDocumentReader.Read(schemaText, schemaName).Document!.Root, new SchemaOptions { Dialect = SchemaDialect.Draft7 }).Schema;
}

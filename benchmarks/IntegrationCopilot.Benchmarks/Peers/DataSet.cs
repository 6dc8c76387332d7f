using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Json.Schema;
using Dialect = Json.Schema.Dialect;

namespace IntegrationCopilot.Benchmarks.Peers;

/// <summary>A data set of the public JSON Schema benchmark: a schema and valid documents as bytes.</summary>
internal sealed class DataSet
{
    private readonly byte[] schemaText;
    private readonly string schemaName;
    private readonly byte[][] documents;
    private readonly CompiledSchema schema;
    private readonly Lazy<JsonSchema> peer;

    private DataSet(string schemaName, byte[] schemaText, byte[][] documents)
    {
        this.schemaName = schemaName;
        this.schemaText = schemaText;
        this.documents = documents;
        peer = new Lazy<JsonSchema>(() => JsonSchema.FromText(Encoding.UTF8.GetString(schemaText), new BuildOptions { Dialect = Dialect.Draft07 }));
        schema = CompileSchema() ?? throw new InvalidDataException($"{schemaName} does not compile.");
    }

    public static DataSet Read(string folder)
    {
        var name = Path.Combine(folder, "schema.json");
        var lines = File.ReadAllLines(Path.Combine(folder, "instances.jsonl")).Where(l => l.Length > 0);
        return new DataSet(name, File.ReadAllBytes(name), [.. lines.Select(Encoding.UTF8.GetBytes)]);
    }

    public int CountValid()
    {
        var valid = 0;
        foreach (var document in documents)
            if (schema.IsValid(document)) valid++;
        return valid;
    }

    /// <summary>What JsonSchema.Net counts, from bytes too.</summary>
    public int CountValidByJsonSchemaNet()
    {
        var valid = 0;
        foreach (var document in documents)
        {
            using var parsed = JsonDocument.Parse(document);
            if (peer.Value.Evaluate(parsed.RootElement).IsValid) valid++;
        }
        return valid;
    }

    public int Compile() => CompileSchema() is null ? 0 : 1;

    /// <summary>From bytes, as the peer compiles from text.</summary>
    private CompiledSchema? CompileSchema() =>
        CompiledSchema.Compile(RawDocumentReader.Read(schemaText, schemaName).Document!.Root, new SchemaOptions { Dialect = SchemaDialect.Draft7 }).Schema;
}

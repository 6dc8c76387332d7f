using System.Buffers;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Keywords about any value: <c>type</c>, <c>enum</c>, <c>const</c>, <c>format</c>, <c>nullable</c>.</summary>
internal static class ValueKeywords
{
    public static void ReadType(SchemaReader reader, RawNode value)
    {
        if (value.IsArray && reader.Dialect.IsOpenApi)
            reader.Report(SchemaRules.ForeignKeyword.On(value, "type", "a list of types belongs to OpenAPI 3.1"));
        var types = KindMask.None;
        var names = value.IsArray ? value.Children : (IEnumerable<RawNode>)[value];
        foreach (var name in names)
        {
            if (TypeOf(name.GetString(), reader.Dialect) is { } type) types |= type;
            else if (name.Kind != RawKind.String) reader.ReportKind(value, "a type name or an array of type names");
            else reader.Report(SchemaRules.UnknownType.On(name, name.GetString()));
            if (TypeOf(name.GetString(), reader.Dialect) is null) types = KindMask.All;
        }
        reader.Node.Types &= types;
    }

    public static void ReadEnum(SchemaReader reader, RawNode value)
    {
        if (!value.IsArray)
        {
            reader.ReportKind(value, "an array");
            return;
        }
        if (value.Count == 0) reader.Report(SchemaRules.EmptyEnum.On(value));
        reader.Node.Enum = new ValueSet(reader.Dialect.IsOpenApi ? WithSpellings(reader, value) : value.ToUtf8Json());
        if (reader.Dialect.IsOpenApi && value.Children.All(c => c.Kind != RawKind.Null)) AllowNullBesideEnum(reader);
    }

    public static void ReadConst(SchemaReader reader, RawNode value) => reader.Node.Const = new ValueSet([.. "["u8, .. value.ToUtf8Json(), .. "]"u8]);

    public static void ReadNullable(SchemaReader reader, RawNode value) => reader.Node.AcceptsNull |= reader.Flag(value);

    public static void ReadFormat(SchemaReader reader, RawNode value)
    {
        if (value.GetString() is not { } name)
        {
            reader.ReportKind(value, "a string");
            return;
        }
        if (name == "password") reader.Node.IsSecret = true;
        if (!reader.Compiler.Options.AssertFormats && !reader.Dialect.AssertsFormats) return;
        var openApi = reader.Dialect.IsOpenApi || reader.Compiler.Options.Documents is not null;
        if (FormatTable.FindString(name, openApi) is { } text) reader.Strings.Format = text;
        if (FormatTable.FindNumber(name, openApi) is { } number) reader.Numbers.Format = number;
    }

    private static void AllowNullBesideEnum(SchemaReader reader)
    {
        var nullable = reader.Source["nullable"];
        if (nullable.GetBoolean() == true) reader.Report(SchemaRules.ForeignKeyword.On(nullable, "nullable", "null is not among the values of 'enum'"));
    }

    private static KindMask? TypeOf(string? name, Dialect dialect) => name switch
    {
        "null" => KindMask.Null,
        "boolean" => KindMask.Boolean,
        "integer" => KindMask.Integer,
        "number" => KindMask.Number,
        "string" => KindMask.String,
        "array" => KindMask.Array,
        "object" => KindMask.Object,
        "file" when dialect.Edition == SchemaDialect.OpenApi20 => KindMask.All,
        _ => null,
    };

    /// <summary>
    /// The values, and for unquoted YAML scalars under <c>type: string</c> (or quoted numbers under a numeric type) the spelling the type asks for.
    /// </summary>
    private static byte[] WithSpellings(SchemaReader reader, RawNode value)
    {
        var type = reader.Source["type"].GetString();
        var added = value.Children.Where(item => Respell(item, type) is not null).ToList();
        if (added.Count == 0) return value.ToUtf8Json();
        reader.Report(SchemaRules.ForeignKeyword.On(added[0], "enum", $"the value is not of the type '{type}'"));
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var item in value.Children) item.WriteTo(writer);
            foreach (var item in added) writer.WriteRawValue(Respell(item, type)!);
            writer.WriteEndArray();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static string? Respell(RawNode item, string? type) => (type, item.Kind) switch
    {
        ("string", RawKind.Number or RawKind.True or RawKind.False) => JsonSerializer.Serialize(item.GetScalarText(), GeneratedJson.Default.String),
        ("integer" or "number", RawKind.String) when decimal.TryParse(item.GetString(), System.Globalization.NumberStyles.Float, null, out var number) =>
            number.ToString(),
        ("boolean", RawKind.String) when item.GetString() is "true" or "false" => item.GetString(),
        _ => null,
    };
}

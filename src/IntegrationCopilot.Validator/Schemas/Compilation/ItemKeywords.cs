using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Keywords that apply schemas to items of arrays.</summary>
internal static class ItemKeywords
{
    public static void ReadItems(SchemaReader reader, RawNode value)
    {
        if (value.IsArray && reader.Dialect.Edition != SchemaDialect.Draft202012)
        {
            reader.Arrays.Prefix = reader.Schemas(value);
            return;
        }
        reader.Arrays.Rest = reader.Schema(value);
    }

    public static void ReadAdditionalItems(SchemaReader reader, RawNode value)
    {
        if (!reader.Source["items"].IsArray) return;
        reader.Arrays.Rest = reader.Schema(value);
        reader.Arrays.RestKeyword = "additionalItems";
    }

    public static void ReadPrefixItems(SchemaReader reader, RawNode value) => reader.Arrays.Prefix = reader.Schemas(value);

    public static void ReadContains(SchemaReader reader, RawNode value) => reader.Arrays.Contains = reader.Schema(value);
}

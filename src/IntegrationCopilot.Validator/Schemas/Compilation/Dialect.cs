using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Which keywords are known and how they behave.</summary>
/// <param name="Edition">The draft, or the edition of OpenAPI.</param>
/// <param name="Vocabularies">The groups of keywords in use.</param>
internal sealed record Dialect(SchemaDialect Edition, Vocabularies Vocabularies = Vocabularies.All)
{
    private static readonly Dictionary<SchemaDialect, Dialect> Standard = Enum.GetValues<SchemaDialect>().ToDictionary(d => d, d => new Dialect(d));

    public bool IsOpenApi => Edition is SchemaDialect.OpenApi20 or SchemaDialect.OpenApi30;

    public string IdKeyword => Edition == SchemaDialect.Draft4 ? "id" : "$id";

    /// <summary>Whether nothing beside <c>$ref</c> counts.</summary>
    public bool ReferenceStandsAlone => Edition is not (SchemaDialect.Draft201909 or SchemaDialect.Draft202012);

    /// <summary>Whether <c>$id</c> may hold an anchor.</summary>
    public bool HasIdAnchors => Edition is SchemaDialect.Draft4 or SchemaDialect.Draft6 or SchemaDialect.Draft7;

    public bool HasBooleanExclusive => Edition is SchemaDialect.Draft4 or SchemaDialect.OpenApi20 or SchemaDialect.OpenApi30;

    public bool AssertsFormats => Vocabularies.HasFlag(Vocabularies.FormatAssertion);

    public static Dialect Of(SchemaDialect edition) => Standard[edition];

    /// <summary>The dialect a <c>$schema</c> names; null when it is not known.</summary>
    public static Dialect? Find(string uri, SchemaCatalog? catalog)
    {
        for (var hop = 0; hop < 8; hop++)
        {
            uri = uri.TrimEnd('#');
            if (Named(uri) is { } edition) return Of(edition);
            if (catalog?.Find(uri)?.Root is not { } meta) return null;
            if (meta["$vocabulary"] is { IsObject: true } vocabulary) return Custom(meta, vocabulary, catalog);
            uri = meta["$schema"].GetString() ?? "";
        }
        return null;
    }

    private static SchemaDialect? Named(string uri) => uri switch
    {
        "http://json-schema.org/draft-04/schema" or "https://json-schema.org/draft-04/schema" => SchemaDialect.Draft4,
        "http://json-schema.org/draft-06/schema" or "https://json-schema.org/draft-06/schema" => SchemaDialect.Draft6,
        "http://json-schema.org/draft-07/schema" or "https://json-schema.org/draft-07/schema" => SchemaDialect.Draft7,
        "https://json-schema.org/draft/2019-09/schema" or "http://json-schema.org/draft/2019-09/schema" => SchemaDialect.Draft201909,
        "https://json-schema.org/draft/2020-12/schema" or "http://json-schema.org/draft/2020-12/schema" => SchemaDialect.Draft202012,
        // The newest draft at any time; it has been 2020-12 since that was published.
        "http://json-schema.org/schema" or "https://json-schema.org/schema" => SchemaDialect.Draft202012,
        _ when uri.StartsWith("https://spec.openapis.org/oas/3.", StringComparison.Ordinal) && uri.Contains("/dialect/", StringComparison.Ordinal) =>
            SchemaDialect.Draft202012,
        _ => null,
    };

    private static Dialect? Custom(RawNode meta, RawNode vocabulary, SchemaCatalog catalog)
    {
        if (Find(meta["$schema"].GetString() ?? "", catalog) is not { } parent) return null;
        var used = Vocabularies.Core;
        foreach (var entry in vocabulary.Children)
        {
            var known = VocabularyNames.Find(entry.Name);
            if (known is null && entry.GetBoolean() == true) return null;
            used |= known ?? Vocabularies.None;
        }
        return new Dialect(parent.Edition, used);
    }
}

/// <summary>Groups of keywords a meta-schema can put in use (JSON Schema core, section 8.1.2).</summary>
[Flags]
internal enum Vocabularies
{
    None = 0,
    Core = 1,
    Applicator = 2,
    Unevaluated = 4,
    Validation = 8,
    Format = 16,

    /// <summary>Formats are checked whatever the options say.</summary>
    FormatAssertion = 32,

    All = Core | Applicator | Unevaluated | Validation | Format,
}

internal static class VocabularyNames
{
    private const string Start = "https://json-schema.org/draft/";

    /// <summary>The keywords of a vocabulary; none for those of annotations only; null when it is not known.</summary>
    public static Vocabularies? Find(string uri)
    {
        if (uri.StartsWith("https://spec.openapis.org/oas/", StringComparison.Ordinal)) return Vocabularies.None;
        if (!uri.StartsWith(Start, StringComparison.Ordinal)) return null;
        return uri[Start.Length..] switch
        {
            "2020-12/vocab/core" or "2019-09/vocab/core" => Vocabularies.Core,
            "2020-12/vocab/applicator" => Vocabularies.Applicator,
            // The keywords of unevaluated items and properties were applicators then.
            "2019-09/vocab/applicator" => Vocabularies.Applicator | Vocabularies.Unevaluated,
            "2020-12/vocab/unevaluated" => Vocabularies.Unevaluated,
            "2020-12/vocab/validation" or "2019-09/vocab/validation" => Vocabularies.Validation,
            "2020-12/vocab/format-annotation" or "2019-09/vocab/format" => Vocabularies.Format,
            "2020-12/vocab/format-assertion" => Vocabularies.Format | Vocabularies.FormatAssertion,
            "2020-12/vocab/meta-data" or "2019-09/vocab/meta-data" or "2020-12/vocab/content" or "2019-09/vocab/content" => Vocabularies.None,
            _ => null,
        };
    }
}

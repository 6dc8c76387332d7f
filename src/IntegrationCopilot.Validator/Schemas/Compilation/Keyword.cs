using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A keyword: where it is known, where subschemas are in it, and how it is read.</summary>
/// <param name="Name">As written.</param>
/// <param name="Editions">The drafts and editions that know it.</param>
/// <param name="Vocabulary">The group it belongs to.</param>
/// <param name="Shape">Where subschemas are.</param>
/// <param name="Read">Reads it; null when it asks nothing.</param>
internal sealed record Keyword(string Name, Editions Editions, Vocabularies Vocabulary, SubschemaShape Shape, Action<SchemaReader, RawNode>? Read);

/// <summary>Where subschemas are in the value of a keyword.</summary>
internal enum SubschemaShape
{
    None,
    One,
    List,
    Map,
    OneOrList,

    /// <summary>A map whose values are schemas or lists of names.</summary>
    MixedMap,
}

/// <summary>A set of <see cref="SchemaDialect"/>s: bit n is dialect n.</summary>
[Flags]
internal enum Editions
{
    Draft4 = 1 << SchemaDialect.Draft4,
    Draft6 = 1 << SchemaDialect.Draft6,
    Draft7 = 1 << SchemaDialect.Draft7,
    Draft201909 = 1 << SchemaDialect.Draft201909,
    Draft202012 = 1 << SchemaDialect.Draft202012,
    OpenApi20 = 1 << SchemaDialect.OpenApi20,
    OpenApi30 = 1 << SchemaDialect.OpenApi30,
    OpenApi = OpenApi20 | OpenApi30,
    Since201909 = Draft201909 | Draft202012,
    Since7 = Draft7 | Since201909,
    Since6 = Draft6 | Since7,
    Drafts = Draft4 | Since6,
    All = Drafts | OpenApi,
}

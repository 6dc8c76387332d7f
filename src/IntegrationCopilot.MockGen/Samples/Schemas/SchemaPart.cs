using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What one schema object asks, read once; or what breaking one asks.</summary>
/// <remarks>Filled by <see cref="SchemaPartReader"/> and not changed afterwards.</remarks>
internal sealed class SchemaPart
{
    /// <summary>Where it is written; undefined for one that is made up.</summary>
    public RawNode Node;

    public JsonTypes Types = JsonTypes.All;

    /// <summary>The types named, in order.</summary>
    public JsonTypes[] Declared = [];

    /// <summary>Types that its other keywords are about.</summary>
    public JsonTypes Telling;

    public RawNode Const;
    public RawNode Enum;
    public RawNode Default;
    public List<RawNode> Examples = [];

    public int MinLength;
    public int MaxLength = int.MaxValue;
    public string? Pattern;
    public string? ForbiddenPattern;
    public string? Format;
    public string? ContentEncoding;
    public string? ContentMediaType;

    public ExactNumber? Minimum;
    public ExactNumber? Maximum;
    public bool ExcludesMinimum;
    public bool ExcludesMaximum;
    public ExactNumber? ExclusiveMinimum;
    public ExactNumber? ExclusiveMaximum;
    public ExactNumber? MultipleOf;

    public SchemaTerm? Items;
    public List<SchemaTerm> PrefixItems = [];
    public SchemaTerm? UnevaluatedItems;
    public SchemaTerm? Contains;
    public int? MinContains;
    public int? MaxContains;
    public int MinItems;
    public int MaxItems = int.MaxValue;
    public bool UniqueItems;

    /// <summary>Whether two items must be the same: what breaks <c>uniqueItems</c>.</summary>
    public bool RepeatsItems;

    public List<string> Required = [];

    /// <summary>Names that must not be there.</summary>
    public List<string> Absent = [];

    public Dictionary<string, SchemaTerm> Properties = new(StringComparer.Ordinal);
    public List<(string Pattern, SchemaTerm Schema)> PatternProperties = [];
    public SchemaTerm? AdditionalProperties;
    public SchemaTerm? UnevaluatedProperties;
    public SchemaTerm? PropertyNames;
    public int MinProperties;
    public int MaxProperties = int.MaxValue;

    /// <summary>Whether a member must be there that is not described: what breaks <c>additionalProperties</c>.</summary>
    public bool WantsFurther;

    public List<(string Name, IReadOnlyList<string> Needed)> DependentRequired = [];
    public List<(string Name, SchemaTerm Schema)> DependentSchemas = [];

    public List<SchemaTerm> AllOf = [];
    public RawNode AnyOf;
    public RawNode OneOf;
    public RawNode Not;
    public RawNode If;
    public RawNode Then;
    public RawNode Else;
    public RawNode Discriminator;

    public bool HasReference;
    public bool ReadOnly;
    public bool WriteOnly;
}

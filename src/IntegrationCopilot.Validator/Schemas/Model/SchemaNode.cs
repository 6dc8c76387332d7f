using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>One compiled schema: what each keyword asks, ready to be checked. Shared by both evaluators.</summary>
/// <remarks>Filled by the compiler and not changed afterwards.</remarks>
internal sealed class SchemaNode
{
    public SchemaNode(RawNode source, SchemaResource resource)
    {
        Source = source;
        Resource = resource;
    }

    /// <summary>Where the schema is written; its members are the keywords findings point at.</summary>
    public RawNode Source { get; }

    public SchemaResource Resource { get; }

    /// <summary>The kinds <c>type</c> allows.</summary>
    public KindMask Types = KindMask.All;

    /// <summary>OpenAPI 3.0 <c>nullable</c>: null is valid whatever else is asked.</summary>
    public bool AcceptsNull;

    public ValueSet? Enum;
    public ValueSet? Const;
    public NumberRules? Numbers;
    public StringRules? Strings;
    public ArrayRules? Arrays;
    public ObjectRules? Objects;

    /// <summary>Schemas that apply to the same value.</summary>
    public InPlaceRules? InPlace;

    public SchemaNode? UnevaluatedItems;
    public SchemaNode? UnevaluatedProperties;

    /// <summary>Values that must not be quoted in findings (<c>writeOnly</c> or <c>format: password</c>).</summary>
    public bool IsSecret;

    /// <summary>Errors and warnings of this schema alone.</summary>
    public List<SpecProblem>? Problems;

    /// <summary>Every schema this one refers to, in any way.</summary>
    public readonly List<SchemaNode> Children = [];

    /// <summary>Whether only <see cref="Types"/> has to be looked at.</summary>
    public bool IsTypeOnly;

    /// <summary>Whether annotations of subschemas are needed.</summary>
    public bool TracksEvaluation;

    /// <summary>How far the search for endless recursion has come.</summary>
    public RecursionMark Recursion;

    /// <summary>Whether everything it refers to has been searched for endless recursion.</summary>
    public bool IsSearched;
}

internal enum RecursionMark : byte
{
    Unseen,
    Open,
    Done,
}

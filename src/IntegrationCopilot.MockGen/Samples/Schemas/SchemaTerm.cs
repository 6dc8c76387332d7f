using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A schema as another one writes it: to be met, or to be broken.</summary>
internal readonly record struct SchemaTerm(RawNode Node, bool Negated = false);

/// <summary>What a value is to do with a schema: meet it, or break it.</summary>
internal readonly record struct Demand(SchemaPlace Place, bool Negated = false)
{
    public RawNode Schema => Place.Schema;
}

/// <summary>A place where one of several ways is taken.</summary>
/// <param name="Keyword">What the ways belong to, which is its identity.</param>
/// <param name="Branches">The ways, the one to try first in front.</param>
internal sealed record SchemaChoice(SchemaTerm Keyword, IReadOnlyList<SchemaBranch> Branches);

/// <summary>One way: what it demands, and what it asks itself.</summary>
internal sealed record SchemaBranch(IReadOnlyList<Demand> Demands, SchemaPart? Own = null);

/// <summary>A schema object and the place where it is met.</summary>
internal readonly record struct PlacedPart(SchemaPart Part, SchemaPlace Place);

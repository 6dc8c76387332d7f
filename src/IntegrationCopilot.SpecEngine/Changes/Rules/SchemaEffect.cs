namespace IntegrationCopilot.SpecEngine;

/// <summary>What a change of a schema does to the set of values it allows.</summary>
[Flags]
internal enum SchemaEffect
{
    /// <summary>The same values.</summary>
    None = 0,

    /// <summary>Some values are no longer allowed, which breaks who sends them.</summary>
    Narrowed = 1,

    /// <summary>Some values are newly allowed, which breaks who receives them.</summary>
    Widened = 2,

    /// <summary>Both, or it cannot be told which.</summary>
    Both = 3,
}

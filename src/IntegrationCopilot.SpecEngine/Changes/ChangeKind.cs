namespace IntegrationCopilot.SpecEngine;

/// <summary>What a change of a description means for clients that were written after its older version.</summary>
public enum ChangeKind
{
    /// <summary>A client that kept to the older description can fail: it must be changed.</summary>
    Breaking,

    /// <summary>Something is agreed differently, and a client that kept to the older description goes on working.</summary>
    NonBreaking,

    /// <summary>Only words and examples for people.</summary>
    Documentation,
}

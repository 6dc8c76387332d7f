namespace IntegrationCopilot.MockGen;

/// <summary>What a fault is about.</summary>
public enum FaultArea
{
    /// <summary>The status of answers.</summary>
    Status,

    /// <summary>The content of answers' bodies.</summary>
    Body,

    /// <summary>How bodies are written: JSON, media type, encoding.</summary>
    Representation,

    /// <summary>Header fields of answers.</summary>
    Headers,

    /// <summary>Who is let in.</summary>
    Authentication,

    /// <summary>What is accepted of requests.</summary>
    Input,

    /// <summary>What errors look like.</summary>
    Errors,

    /// <summary>Requests that are repeated.</summary>
    Idempotency,

    /// <summary>Lists: pages, filters, order.</summary>
    Lists,

    /// <summary>What is there afterwards.</summary>
    State,

    /// <summary>How often one may call.</summary>
    Limits,

    /// <summary>Conditional requests.</summary>
    Conditions,

    /// <summary>Time and connection.</summary>
    Transport,

    /// <summary>Webhooks and callbacks.</summary>
    Deliveries,
}

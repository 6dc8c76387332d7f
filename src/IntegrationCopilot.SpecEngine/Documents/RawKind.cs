namespace IntegrationCopilot.SpecEngine;

/// <summary>What a node of a document is, in JSON's terms.</summary>
public enum RawKind
{
    /// <summary>No node: what was looked for is not there.</summary>
    Undefined,

    /// <summary>An object with named members.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number, of any size and precision.</summary>
    Number,

    /// <summary>The literal <c>true</c>.</summary>
    True,

    /// <summary>The literal <c>false</c>.</summary>
    False,

    /// <summary>The literal <c>null</c>.</summary>
    Null,
}

/// <summary>The notation a document was written in.</summary>
public enum DocumentFormat
{
    /// <summary>JSON (RFC 8259).</summary>
    Json,

    /// <summary>YAML 1.2, read into JSON's data model.</summary>
    Yaml,
}

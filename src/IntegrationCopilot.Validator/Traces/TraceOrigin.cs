namespace IntegrationCopilot.Validator;

/// <summary>What made an exchange come about; the names on the wire are those of the members in upper snake case, for example <c>HOSTED_MOCK</c>.</summary>
public enum TraceOrigin
{
    /// <summary>A run of golden tests.</summary>
    Run,

    /// <summary>A person who tried something out.</summary>
    Playground,

    /// <summary>A call of a mock that a server keeps.</summary>
    HostedMock,

    /// <summary>A call that passed a recording proxy.</summary>
    Proxy,

    /// <summary>An exam.</summary>
    Exam,

    /// <summary>An application that records its own calls, or those it answers.</summary>
    External,
}

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>How an endpoint receives webhooks.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record WebhookReceiving
{
    /// <summary>Checks messages against their description; null (the default) when only the signature is checked.</summary>
    public MessageValidator? Validator { get; init; }

    /// <summary>The webhook's name in the description; needed with <see cref="Validator"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Bytes of a message that are read at most; a longer one is refused with status 413. Default 1 MiB.</summary>
    [OptionRange(1)]
    public int MaxBodyBytes { get; init; } = 1024 * 1024;
}

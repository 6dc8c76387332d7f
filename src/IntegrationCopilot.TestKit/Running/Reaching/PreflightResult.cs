namespace IntegrationCopilot.TestKit;

/// <summary>What was found out before the first case.</summary>
internal sealed record PreflightResult
{
    /// <summary>Why no case can have a verdict; null when nothing speaks against it.</summary>
    public string? Hopeless { get; init; }

    /// <summary>Why no case with valid credentials can have one; null when nothing speaks against it.</summary>
    public string? RefusedAll { get; init; }

    /// <summary>Why cases with certain credentials can have none, by <see cref="CredentialBook.KeyFor"/>.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why a request with valid credentials is not worth sending; null when it is.</summary>
    /// <param name="key">The credentials.</param>
    public string? RefusalOf(string key) => RefusedAll ?? Refused.GetValueOrDefault(key);
}

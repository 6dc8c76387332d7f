namespace IntegrationCopilot.TestKit;

/// <summary>What became of the place that <c>Location</c> names.</summary>
/// <param name="Url">What it says.</param>
internal sealed record LocatedPlace(string Url)
{
    /// <summary>How it was asked for; null when it was not.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>What is wrong with what it says; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Why it was not asked for although it may be right; null when it was.</summary>
    public string? Stop { get; init; }
}

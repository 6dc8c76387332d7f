namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Ends a request with a problem.</summary>
internal sealed class Refusal(int status, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    /// <summary>Headers that belong to the refusal.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static Refusal NotFound(string what) => new(404, $"There is no such {what}.");
}

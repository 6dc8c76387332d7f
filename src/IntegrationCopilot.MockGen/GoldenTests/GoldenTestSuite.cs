using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>All golden tests of one API, those that apply and those that do not.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record GoldenTestSuite
{
    /// <summary>Title of the API.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the API.</summary>
    public required string Version { get; init; }

    /// <summary>The seed all made-up values come from.</summary>
    public required int Seed { get; init; }

    /// <summary>The tests, in the order of their categories.</summary>
    public required IReadOnlyList<GoldenTest> Tests { get; init; }

    /// <summary>The requests by which the values of <see cref="TestVariable.Suppliers"/> are learnt and created things removed, one for an operation.</summary>
    public IReadOnlyList<ProducerCall> Producers { get; init => field = value ?? []; } = [];

    /// <summary>The suite as indented JSON text, for people and for <see cref="FromJson"/>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SuiteJson.Written.GoldenTestSuite);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not a suite.</exception>
    public static GoldenTestSuite FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, SuiteJson.Written.GoldenTestSuite) ?? throw new JsonException("The text is null, not a suite.");
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote, and tells what is wrong with other text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="suite">The suite.</param>
    /// <param name="problem">What is wrong with the text, and where.</param>
    public static bool TryFromJson(string json, [NotNullWhen(true)] out GoldenTestSuite? suite, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (suite, problem) = (FromJson(json), null);
            return true;
        }
        catch (JsonException e)
        {
            (suite, problem) = (null, e.Message);
            return false;
        }
    }
}

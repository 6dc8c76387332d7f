using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>What a judge may look at.</summary>
/// <param name="Outcome">The step that is judged.</param>
/// <param name="Earlier">The steps done so far, by name.</param>
/// <param name="Values">The values of the case.</param>
internal sealed record JudgeContext(StepOutcome Outcome, IReadOnlyDictionary<string, StepOutcome> Earlier, TemplateValues Values)
{
    /// <summary>What became of the unbroken request; null when the step has none.</summary>
    public ControlOutcome? Control { get; init; }

    /// <summary>The document; null when it is not known.</summary>
    public ApiSpec? Spec { get; init; }

    /// <summary>Whether our own mock answers.</summary>
    public bool IsMock { get; init; }

    private const int QuotedCharacters = 200;
    private static readonly string[] TellingMembers = ["detail", "message", "error_description", "title", "error"];

    /// <summary>The answer of an earlier step.</summary>
    public Exchange? AnswerOf(string step) => Earlier.TryGetValue(step, out var outcome) ? outcome.Main : null;

    /// <summary>Status and what the body says, in short.</summary>
    public static string Describe(Exchange exchange) =>
        exchange.Response is not { } response ? "no answer came" : $"the answer was {HttpStatusText.Of(response.Status)}{Said(exchange)}";

    /// <summary>A JSON value in short.</summary>
    public static string Short(JsonElement value) => Cut(value.GetRawText());

    private static string Said(Exchange exchange)
    {
        if (exchange.Json is { ValueKind: JsonValueKind.Object } body)
        {
            foreach (var name in TellingMembers)
                if (body.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String) return $" ('{Cut(member.GetString()!)}')";
        }

        return exchange.Response!.Status < 400 || exchange.Response.Body.Length == 0
            ? ""
            : $" ('{Cut(Encoding.UTF8.GetString(exchange.Response.Body.Span[..Math.Min(exchange.Response.Body.Length, 4 * QuotedCharacters)]))}')";
    }

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= QuotedCharacters ? line : $"{line[..QuotedCharacters]}…";
    }
}

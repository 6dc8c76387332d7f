using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Why a request about API descriptions can fail, beside what its fields say.</summary>
internal static class SpecErrors
{
    /// <summary>Member of <see cref="OutcomeError.Extensions"/> that lists what is wrong with a document.</summary>
    public const string Problems = "problems";

    public static readonly OutcomeError NotFound = OutcomeError.NotFound("spec");

    public static readonly OutcomeError OperationNotFound = OutcomeError.NotFound("operation");

    public static readonly OutcomeError TooSlow =
        OutcomeError.LimitExceeded("spec.too_slow", "Reading this document takes too long. Make it smaller, or split it.");

    /// <summary>The document is no API description: nothing of it is stored, and the problems say why.</summary>
    public static OutcomeError Unreadable(IReadOnlyList<SpecProblem> problems) =>
        new(OutcomeKind.Invalid, "spec.unreadable", "The document could not be read as OpenAPI, so nothing was stored.")
        {
            Extensions = new Dictionary<string, object>(StringComparer.Ordinal) { [Problems] = problems.Select(SpecProblemView.Of).ToList() },
        };

    public static OutcomeError TooLarge(int maxBytes) =>
        OutcomeError.Invalid(
            new FieldError("content", $"The document is larger than {maxBytes / (1024 * 1024d):0.#} MiB, which is the most this server reads."));

    /// <summary>A next version would be called what another description of the project is called.</summary>
    public static OutcomeError TitleTaken(string title) =>
        OutcomeError.Conflict("spec.title_taken",
            $"The project has another description with the title '{title}'. Import the document there, or give it a title of its own.");

    public static OutcomeError NotFetched(string reason) => OutcomeError.Invalid(new FieldError("url", reason));
}

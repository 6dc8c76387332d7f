using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>What keeps a test from being run against an installation, whatever the API would answer.</summary>
internal static class Obstacles
{
    /// <summary>Why a test cannot be run here, in a sentence that says what to do; null when it can.</summary>
    public static string? Of(GoldenTest test, RunContext context)
    {
        var requests = test.Steps.SelectMany(StepRequests.Of).ToList();
        return requests.Select(request => Permits.WhyNot(request, context)).FirstOrDefault(reason => reason is not null)
            ?? requests.Select(request => context.Spec.FindOperation(request.Method, request.Path)).OfType<ApiOperation>().Distinct()
                .Select(operation => Credentials(operation, context)).FirstOrDefault(reason => reason is not null);
    }

    private static string? Credentials(ApiOperation operation, RunContext context) =>
        context.Credentials.Ungivable(operation) is { } scheme
            ? $"No credentials of the scheme {scheme} can be given, which {operation.Id} asks for. A header 'Authorization' given for this environment is sent as it is."
            : null;
}

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
            ?? test.Steps.Where(BrokenSteps.IsOne).Select(step => step.Request).OfType<StepRequest>().Select(request => Permits.WhyNotBroken(request, context))
                .FirstOrDefault(reason => reason is not null)
            ?? requests.Select(request => context.Spec.FindOperation(request.Method, request.Path)).OfType<ApiOperation>().Distinct()
                .Select(operation => Credentials(operation, test, context)).FirstOrDefault(reason => reason is not null)
            ?? Expired(test, context);
    }

    private static string? Expired(GoldenTest test, RunContext context)
    {
        if (test.Steps.All(step => step.Credentials != StepCredentials.Expired) || context.Credentials.ExpiredToken is not null) return null;
        if (test.Variables.FirstOrDefault(variable => variable.Name == RequestBuilder.ExpiredToken) is not { } token) return null;
        if (context.Options.Values.ContainsKey(token.Name)) return null;
        context.Missing.Note(token, test.Id);
        return $"It needs a token past its time: give one as '{token.Name}'.";
    }

    private static string? Credentials(ApiOperation operation, GoldenTest test, RunContext context)
    {
        var reason = context.Credentials.WhyNot(operation);
        if (reason is null && test.Steps.Any(step => step.Credentials == StepCredentials.OtherCaller && step.Request is { } request
            && context.Spec.FindOperation(request.Method, request.Path) == operation)) return context.Credentials.OtherCaller?.WhyNot(operation);
        if (reason is null) return null;
        foreach (var (name, description) in context.Credentials.Lacking(operation)) context.Missing.NoteCredential(name, description, test.Id);
        return reason;
    }
}

using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Whether a request may be sent to an installation, by what it does there.</summary>
internal static class Permits
{
    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal) { "GET", "HEAD", "OPTIONS", "TRACE", "QUERY" };

    /// <summary>Why a request is not sent, in a sentence that says how to allow it; null when it is.</summary>
    public static string? WhyNot(StepRequest request, RunContext context)
    {
        if (context.IsMock) return null;
        if (context.Spec.FindOperation(request.Method, request.Path) is { } operation) return WhyNot(operation, context);
        return Reading.Contains(request.Method)
            ? null
            : Unwritable($"{request.Method} {request.Path}, which the document does not describe, may write", context);
    }

    /// <summary>
    /// Why a request that is wrong on purpose is not sent, though a right one may be; null when it is. A server that takes it all the same would give rights
    /// that nobody meant to give.
    /// </summary>
    public static string? WhyNotBroken(StepRequest request, RunContext context) =>
        context.Spec.FindOperation(request.Method, request.Path) is { } operation && !context.Options.Permissions.Names(operation)
        && context.Spec.Resources.Of(operation).Traits.HasFlag(OperationTraits.ChangesRights)
            ? $"{operation.Id} changes who may do what, and is sent wrong requests only when it is named: --allow '{operation.Id}'." : null;

    /// <summary>What a request does; null where neither the document nor the method tells (RFC 9110, section 9.2.1).</summary>
    public static OperationEffect? EffectOf(StepRequest request, ApiSpec spec) =>
        spec.FindOperation(request.Method, request.Path) is { } operation ? spec.Resources.Of(operation).Effect
        : Reading.Contains(request.Method) ? OperationEffect.Safe : null;

    private static string? WhyNot(ApiOperation operation, RunContext context)
    {
        if (context.Options.Permissions.Names(operation)) return null;
        return context.Spec.Resources.Of(operation).Effect switch
        {
            OperationEffect.Safe => null,
            OperationEffect.Dangerous =>
                $"{operation.Id} may do harm that cannot be undone, and is called only when it is named: --allow '{operation.Id}'.",
            OperationEffect.Creates => Unwritable($"{operation.Id} creates something", context),
            OperationEffect.Deletes => Unwritable($"{operation.Id} deletes something", context),
            _ => Unwritable($"{operation.Id} changes something", context),
        };
    }

    private static string? Unwritable(string what, RunContext context) =>
        context.Target.Environment is EnvironmentType.Uat or EnvironmentType.Production && !context.Options.Permissions.AllowWrites
            ? $"{what}, and {context.Target.Environment.ToString().ToUpperInvariant()} is only read unless writing is allowed: --allow-writes."
            : null;
}

using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The methods a path can be called with, for <c>Allow</c> (RFC 9110, section 10.2.1).</summary>
internal static class AllowedMethods
{
    /// <summary>Those described, HEAD wherever there is GET, and OPTIONS; sorted.</summary>
    public static IReadOnlyList<string> Of(RouteMatch match)
    {
        var methods = new SortedSet<string>(match.AllowedMethods, StringComparer.Ordinal) { "OPTIONS" };
        if (methods.Contains("GET")) methods.Add("HEAD");
        return [.. methods];
    }
}

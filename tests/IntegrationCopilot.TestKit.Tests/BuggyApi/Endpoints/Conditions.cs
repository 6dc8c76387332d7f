using Microsoft.Net.Http.Headers;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Entity tags and what a request makes depend on them (RFC 9110, section 13).</summary>
internal static class Conditions
{
    public static string TagOf(int version) => $"\"v{version}\"";

    /// <summary>Whether a list of tags names the version; <c>*</c> names any.</summary>
    public static bool Names(string tags, int version) =>
        EntityTagHeaderValue.TryParseList([tags], out var list) && list.Any(tag => tag.Tag == "*" || tag.Tag == TagOf(version));

    /// <summary>Refuses a change of another version than the client knows.</summary>
    public static void Require(FreightState state, string? ifMatch, int version)
    {
        if (ifMatch is not null && !Names(ifMatch, version) && !state.Has(HttpBugs.IfMatchIgnored)) throw new Refusal(412, "The order is in another state.");
    }
}

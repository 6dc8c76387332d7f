namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds schemes of one alternative that need the same place of a request.</summary>
internal static class SharedCredentials
{
    private const string Authorization = "the header Authorization";

    public static void Check(CheckContext context, RawNode requirement, RawNode shelf)
    {
        if (requirement.Count < 2) return;
        Dictionary<string, Credential> first = new(StringComparer.Ordinal);
        foreach (var member in requirement.Children)
        {
            if (Of(member.Name, context.Documents.Resolve(shelf[member.Name])) is not { } credential || first.TryAdd(credential.Place, credential)) continue;
            var other = first[credential.Place];
            if (other.Scheme == credential.Scheme || !context.SharedCredentials.Add((other.Scheme, credential.Scheme))) continue;
            var both = $"'{Excerpt.Of(other.Scheme)}' and '{Excerpt.Of(credential.Scheme)}'";
            if (other.IsBearer && credential.IsBearer) context.Report(SecurityRules.SharedToken, member, both);
            else context.Report(SecurityRules.SharedPlace, member, both, credential.Place);
            return;
        }
    }

    private static Credential? Of(string name, RawNode scheme) => scheme.FindMember("type"u8).GetString() switch
    {
        "basic" => new(name, Authorization, IsBearer: false),
        "oauth2" or "openIdConnect" => new(name, Authorization, IsBearer: true),
        "http" when scheme.FindMember("scheme"u8).GetString() is { } http =>
            new(name, Authorization, http.Equals("bearer", StringComparison.OrdinalIgnoreCase)),
        "apiKey" when scheme.FindMember("name"u8).GetString() is { Length: > 0 } key => scheme.FindMember("in"u8).GetString() switch
        {
            "header" when key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) => new(name, Authorization, IsBearer: false),
            "header" => new(name, $"the header {Excerpt.Of(key.ToLowerInvariant())}", IsBearer: false),
            "query" => new(name, $"the query parameter {Excerpt.Of(key)}", IsBearer: false),
            "cookie" => new(name, $"the cookie {Excerpt.Of(key)}", IsBearer: false),
            _ => null,
        },
        _ => null,
    };

    /// <param name="Scheme">The name of its scheme.</param>
    /// <param name="Place">Where it travels.</param>
    /// <param name="IsBearer">Whether it is a bearer token.</param>
    private sealed record Credential(string Scheme, string Place, bool IsBearer);
}

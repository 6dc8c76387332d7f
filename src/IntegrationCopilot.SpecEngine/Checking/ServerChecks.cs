using System.Text.RegularExpressions;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks servers.</summary>
internal static partial class ServerChecks
{
    public static void Server(CheckContext context, RawNode server)
    {
        if (server.FindMember("url"u8).GetString() is not { } url) return;
        var at = server.FindMember("url"u8);
        if (Trouble(url) is { } trouble) context.Report(SecurityRules.ServerUrl, at, Excerpt.Of(url), trouble);
        var variables = server.FindMember("variables"u8);
        foreach (Match used in Variable().Matches(url))
            if (!variables[used.Groups[1].Value].IsDefined)
                context.Report(SecurityRules.ServerVariable, at, Excerpt.Of(used.Groups[1].Value), "is not described. Add it under 'variables' with a default");
        foreach (var variable in variables.Children)
            if (!variable.NameBytes.StartsWith("x-"u8)) VariableOf(context, variable, url);
    }

    private static void VariableOf(CheckContext context, RawNode variable, string url)
    {
        var name = Excerpt.Of(variable.Name);
        if (!url.Contains("{" + variable.Name + "}", StringComparison.Ordinal))
            context.Report(SecurityRules.ServerVariable, variable, name, "does not occur in the URL. Remove it, or use it");
        var values = variable.FindMember("enum"u8);
        if (!values.IsArray) return;
        if (values.Count == 0) context.Report(SecurityRules.ServerVariable, values, name, "has an empty 'enum'. Fill it in, or remove it");
        else if (variable.FindMember("default"u8).GetScalarText() is { } value && !values.Children.Any(v => v.GetScalarText() == value))
            context.Report(SecurityRules.ServerVariable, variable.FindMember("default"u8), name,
                "has a default that is not among its values. Correct one of them");
    }

    private static string? Trouble(string url)
    {
        if (url.Length == 0) return "is empty. Write '/' for the address the description is served from";
        if (url.Contains('{')) return null;
        if (url.Any(char.IsWhiteSpace)) return "holds blanks. Remove them";
        if (url.Contains('?') || url.Contains('#')) return "has a query or fragment. Leave them out";
        if (!Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var uri)) return "is no URL. Correct it";
        if (!uri.IsAbsoluteUri || uri.IsFile) return null;
        if (uri.UserInfo.Length > 0) return "holds a user name or password. Describe them as a security scheme instead";
        return uri.Scheme is "http" or "https" or "ws" or "wss" ? null : "is of a scheme no HTTP client knows. Use https";
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Variable();
}

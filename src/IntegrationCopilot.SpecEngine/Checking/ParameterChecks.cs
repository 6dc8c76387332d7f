using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks the parameters of OpenAPI 3.x, and names of media types.</summary>
internal static class ParameterChecks
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static void Parameter(CheckContext context, RawNode parameter)
    {
        var name = parameter.FindMember("name"u8).GetScalarText() ?? "";
        var place = parameter.FindMember("in"u8).GetString();
        var isKnown = place is "path" or "query" or "header" or "cookie" || (place == "querystring" && context.Edition == OpenApiEdition.V32);
        if (name.Length == 0 || !isKnown)
        {
            context.Report(MessageRules.ParameterIncomplete, parameter, name.Length == 0 ? "name" : "in", "path, query, header or cookie");
            return;
        }
        Content(context, parameter, Excerpt.Of(name));
        if (place == "path" && parameter.FindMember("required"u8).GetBoolean() != true) context.Report(MessageRules.PathOptional, parameter, Excerpt.Of(name));
        if (place == "header") Header(context, parameter, name);
        Style(context, parameter.FindMember("style"u8), place!);
        Examples(context, parameter);
        if (place == "header" && parameter.FindMember("allowReserved"u8) is { IsDefined: true } reserved)
            context.Report(MessageRules.AllowReserved, reserved, place);
    }

    /// <summary>An object that shows its value in both ways.</summary>
    public static void Examples(CheckContext context, RawNode owner)
    {
        if (owner.FindMember("examples"u8) is { IsDefined: true } examples && owner.FindMember("example"u8).IsDefined)
            context.Report(MessageRules.Examples, examples);
    }

    /// <summary>The names and places of a path item's or an operation's own list.</summary>
    public static void Duplicates(CheckContext context, RawNode owner)
    {
        var list = owner.FindMember("parameters"u8);
        if (list.Count < 2) return;
        Dictionary<(string, string), RawNode> seen = new(list.Count);
        foreach (var item in list.Children)
        {
            var node = context.Documents.Resolve(item);
            if (node.FindMember("name"u8).GetString() is not { } name || node.FindMember("in"u8).GetString() is not { } place) continue;
            var key = (place == "header" ? name.ToLowerInvariant() : name, place);
            if (!seen.TryAdd(key, item)) context.Report(MessageRules.DuplicateParameter, item, Excerpt.Of(name), place, seen[key].Location.Line);
        }
    }

    public static void MediaTypeNames(CheckContext context, RawNode content)
    {
        foreach (var member in content.Children)
            if (!IsMediaType(member.Name)) context.Report(MessageRules.MediaTypeName, member, Excerpt.Of(member.Name));
    }

    /// <summary>Reports a header parameter whose name is ignored or impossible.</summary>
    public static void Header(CheckContext context, RawNode parameter, string name)
    {
        if (name.AsSpan().ContainsAnyExcept(TokenCharacters)) context.Report(MessageRules.HeaderName, parameter, Excerpt.Of(name));
        else if (name.ToLowerInvariant() is "accept" or "content-type" or "authorization" && context.Edition != OpenApiEdition.V20)
            context.Report(MessageRules.IgnoredHeader, parameter, Excerpt.Of(name),
                "Describe media types under 'content' and credentials as a security scheme.");
    }

    private static void Content(CheckContext context, RawNode parameter, string name)
    {
        var content = parameter.FindMember("content"u8);
        var hasSchema = parameter.FindMember("schema"u8).IsDefined;
        if (hasSchema && content.IsDefined) context.Report(MessageRules.ParameterShape, parameter, name, "has both 'schema' and 'content'");
        else if (!hasSchema && !content.IsDefined) context.Report(MessageRules.ParameterShape, parameter, name, "has no schema");
        else if (content.IsObject && content.Count != 1) context.Report(MessageRules.ParameterShape, parameter, name, $"has {content.Count} media types");
    }

    private static void Style(CheckContext context, RawNode style, string place)
    {
        if (style.GetString() is not { } name) return;
        string[] allowed = place switch
        {
            "path" => ["matrix", "label", "simple"],
            "header" => ["simple"],
            "cookie" => context.Edition == OpenApiEdition.V32 ? ["form", "cookie"] : ["form"],
            _ => ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        };
        if (!allowed.Contains(name)) context.Report(MessageRules.Style, style, Excerpt.Of(name), place, string.Join(", ", allowed));
    }

    private static bool IsMediaType(string name)
    {
        var end = name.IndexOf(';', StringComparison.Ordinal);
        var parts = (end < 0 ? name : name[..end]).Trim().Split('/');
        return parts.Length == 2 && parts.All(p => p.Length > 0 && !p.AsSpan().ContainsAnyExcept(TokenCharacters));
    }
}

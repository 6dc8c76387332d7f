namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks operations, responses, links and callbacks.</summary>
internal static class OperationChecks
{
    public static void Operation(CheckContext context, RawNode operation)
    {
        if (context.Edition == OpenApiEdition.V20) Parameter2Checks.OfOwner(context, operation);
        else ParameterChecks.Duplicates(context, operation);
        var id = operation.FindMember("operationId"u8);
        // An extension that repeats the webhooks for other tools describes no further operations.
        if (id.GetString() is not { } name || operation.Parent.Parent.Name == "x-webhooks") return;
        if (!context.OperationIds.TryAdd(name, id)) context.Report(MessageRules.DuplicateId, id, Excerpt.Of(name), context.OperationIds[name].Location.Line);
        else if (name.Trim().Length == 0) context.Report(MessageRules.OddId, id, "", "empty");
        else if (Excerpt.HasControl(name)) context.Report(MessageRules.OddId, id, Excerpt.Of(name), "broken by control characters");
    }

    public static void Responses(CheckContext context, RawNode responses)
    {
        var any = false;
        foreach (var response in responses.Children)
        {
            if (response.NameBytes.StartsWith("x-"u8)) continue;
            any = true;
            if (!IsStatus(response.NameBytes, context.Edition)) context.Report(MessageRules.Status, response, Excerpt.Of(response.Name));
        }
        if (!any) context.Report(MessageRules.NoResponses, responses);
    }

    public static void Link(CheckContext context, RawNode link)
    {
        var id = link.FindMember("operationId"u8);
        var reference = link.FindMember("operationRef"u8);
        if (id.IsDefined == reference.IsDefined) context.Report(MessageRules.Link, link, id.IsDefined ? "names its operation twice" : "names no operation");
        else if (id.IsDefined) context.LinkedIds.Add(id);
    }

    /// <summary>Looks up links once every id is known.</summary>
    public static void Links(CheckContext context)
    {
        foreach (var id in context.LinkedIds)
            if (id.GetString() is { } name && !context.OperationIds.ContainsKey(name))
                context.Report(MessageRules.Link, id, $"leads to '{Excerpt.Of(name)}', which is no operation");
    }

    public static void Callback(CheckContext context, RawNode callback)
    {
        foreach (var expression in callback.Children)
            if (!expression.NameBytes.StartsWith("x-"u8) && !IsExpression(expression.Name))
                context.Report(MessageRules.Expression, expression, Excerpt.Of(expression.Name));
    }

    private static bool IsStatus(ReadOnlySpan<byte> name, OpenApiEdition edition) =>
        name.SequenceEqual("default"u8) || (name.Length == 3 && name[0] is >= (byte)'1' and <= (byte)'5'
            && ((IsDigit(name[1]) && IsDigit(name[2])) || (edition != OpenApiEdition.V20 && name[1..].SequenceEqual("XX"u8))));

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    /// <summary>A text with expressions in braces, or one expression alone. A text without any is a fixed URL.</summary>
    private static bool IsExpression(string text)
    {
        if (text.StartsWith('$')) return IsKnownStart(text);
        for (var at = 0; (at = text.IndexOf('{', at)) >= 0; at++)
        {
            var end = text.IndexOf('}', at);
            if (end < 0) return false;
            if (text[at + 1] == '$' && !IsKnownStart(text[(at + 1)..end])) return false;
        }
        return true;
    }

    private static bool IsKnownStart(string expression) =>
        expression is "$url" or "$method" or "$statusCode" or "$request.body" or "$response.body"
        || new[] { "$request.header.", "$request.query.", "$request.path.", "$request.body#", "$response.header.", "$response.query.", "$response.path.",
            "$response.body#" }.Any(s => expression.StartsWith(s, StringComparison.Ordinal));
}

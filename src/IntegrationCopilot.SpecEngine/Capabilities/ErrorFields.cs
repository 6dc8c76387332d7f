namespace IntegrationCopilot.SpecEngine;

/// <summary>Which fields of an error's body say what: at its top, within <c>error</c> or the like, or in the first of a list of errors.</summary>
internal static class ErrorFields
{
    /// <summary>Best first.</summary>
    private static readonly string[] Codes =
        ["code", "error-code", "err-code", "error-type", "reason", "type", "error-name", "key", "name", "error", "status-code", "status"];

    private static readonly string[] Messages =
        ["message", "error-message", "err-message", "msg", "error-description", "detail", "description", "title", "text", "reason", "error", "details"];

    private static readonly string[] Details =
        ["errors", "details", "violations", "invalid-params", "invalid-parameters", "field-errors", "validation-errors", "fields", "issues", "error-details"];

    private static readonly string[] Envelopes = ["error", "fault", "err", "meta", "status", "response", "data", "result"];

    private static readonly string[] Lists = ["errors", "error", "messages", "faults"];

    public static ErrorShapeFact Of(string status, IReadOnlyDictionary<string, RawNode> fields, SchemaStructure schemas)
    {
        var top = In(status, fields, schemas, NodePointer.Root);
        if (top.Code is not null && top.Message is not null) return top;
        foreach (var name in Envelopes)
        {
            if (!TryField(fields, name, out var envelope, out var schema) || schemas.FieldsOf(schema) is not { Count: > 0 } within) continue;
            if (Better(top, In(status, within, schemas, NodePointer.Of(envelope))) is { } inner) return inner;
        }
        foreach (var name in Lists)
        {
            if (!TryField(fields, name, out var list, out var schema) || schemas.FieldsOf(schemas.ItemsOf(schema)) is not { Count: > 0 } within) continue;
            if (Better(top, In(status, within, schemas, NodePointer.Of(list, "0"))) is { } inner) return inner with { Details = NodePointer.Of(list) };
        }
        return top;
    }

    /// <summary>What stands within counts when it says more than the top does.</summary>
    private static ErrorShapeFact? Better(ErrorShapeFact top, ErrorShapeFact within) =>
        Told(within) > Told(top) ? within with { Details = within.Details ?? top.Details } : null;

    private static int Told(ErrorShapeFact fact) => (fact.Code is null ? 0 : 1) + (fact.Message is null ? 0 : 1);

    private static ErrorShapeFact In(string status, IReadOnlyDictionary<string, RawNode> fields, SchemaStructure schemas, NodePointer way)
    {
        var code = Scalar(fields, schemas, Codes, except: null);
        var message = Scalar(fields, schemas, Messages, except: code);
        return new ErrorShapeFact(status, ErrorShape.Custom)
        {
            Code = code is null ? null : way.Append(code),
            Message = message is null ? null : way.Append(message),
            Details = Details.Select(name => TryField(fields, name, out var found, out var schema) && IsCompound(schema, schemas) ? found : null)
                .FirstOrDefault(found => found is not null) is { } details
                ? way.Append(details) : null,
        };
    }

    private static string? Scalar(IReadOnlyDictionary<string, RawNode> fields, SchemaStructure schemas, string[] names, string? except)
    {
        foreach (var name in names)
            if (TryField(fields, name, out var found, out var schema) && found != except && !IsCompound(schema, schemas)) return found;
        return null;
    }

    private static bool IsCompound(RawNode schema, SchemaStructure schemas) =>
        schemas.IsOfType(schema, JsonTypes.Array | JsonTypes.Object) || schemas.FieldsOf(schema).Count > 0;

    /// <summary>The field as the document spells it.</summary>
    private static bool TryField(IReadOnlyDictionary<string, RawNode> fields, string name, out string found, out RawNode schema)
    {
        found = fields.TryGetValue(name, out schema) ? fields.Keys.First(key => LooseNames.Comparer.Equals(key, name)) : "";
        return found.Length > 0;
    }
}

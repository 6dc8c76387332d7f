using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Finds the code by which an API tells its errors apart.</summary>
internal static class TraceErrorCodes
{
    private const int FirstError = 400;
    private const int Longest = 200;
    private const string NoType = "about:blank";

    /// <summary>The best first. A type that is about:blank says no more than the status (RFC 9457, section 4.2.1).</summary>
    private static readonly string[] Names = ["code", "errorCode", "error_code", "error-code", "errCode", "err_code", "type", "error", "reason"];

    private static readonly string[] Envelopes = ["error", "errors", "fault"];

    /// <summary>The code in an answer; null when it is no error, or says none.</summary>
    /// <param name="response">The answer, without secrets.</param>
    /// <param name="place">Where the description says that it stands; null when it does not say.</param>
    public static string? Of(RecordedResponse? response, NodePointer? place)
    {
        if (response is not { Status: >= FirstError, Body.IsEmpty: false }) return null;
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            var body = document.RootElement;
            return (place is { } described ? At(body, described) : null) ?? In(body) ?? InEnvelope(body);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? At(JsonElement value, NodePointer place)
    {
        foreach (var token in place.Tokens)
        {
            if (value.ValueKind == JsonValueKind.Array && token == "0" && value.GetArrayLength() > 0) value = value[0];
            else if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(token, out value)) return null;
        }

        return Code(value);
    }

    private static string? In(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in Names)
            if (value.TryGetProperty(name, out var member) && Code(member) is { } code) return code;
        return null;
    }

    private static string? InEnvelope(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in Envelopes)
        {
            if (!value.TryGetProperty(name, out var member)) continue;
            if (In(member is { ValueKind: JsonValueKind.Array } && member.GetArrayLength() > 0 ? member[0] : member) is { } code) return code;
        }

        return null;
    }

    private static string? Code(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.String when value.GetString() is { Length: > 0 and <= Longest } text && text != NoType => text,
        _ => null,
    };
}

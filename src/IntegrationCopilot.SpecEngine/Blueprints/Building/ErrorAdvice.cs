namespace IntegrationCopilot.SpecEngine;

/// <summary>What a client does on each error (RFC 9110, section 15; RFC 6585, section 4).</summary>
internal static class ErrorAdvice
{
    private const string Repeat = "Wait, doubling the time at each try, and send the same request again";

    /// <param name="status">Status code, range or <c>default</c>.</param>
    /// <param name="safe">Whether repeating the request does no harm: it reads, or its method is idempotent.</param>
    /// <param name="keyed">Whether the request carries an idempotency key.</param>
    public static string For(string status, bool safe, bool keyed) => status switch
    {
        "400" or "422" => "Do not repeat it unchanged. Correct the request; the answer says which part.",
        "401" => "Get new credentials once and send it again; if it is refused again, stop and alert a person.",
        "402" => "Do not repeat it. Let a person settle the account or choose another means of payment.",
        "403" => "Do not repeat it. Ask for the missing permission or scope.",
        "404" or "410" => "Do not repeat it. Check the id and the base URL; what was asked for is not there.",
        "405" or "406" or "415" => "A mistake in the program: check method and media type against this document.",
        "408" or "425" => Again(safe, keyed, "."),
        "409" => keyed
            ? "Read the current state and decide anew; if the first request with this key still runs, wait and send it again."
            : "Read the current state and decide anew; do not repeat it blindly.",
        "412" => "Read the current version, apply the change to it and send it with the new validator.",
        "413" => "Send less at once.",
        "423" => "Wait until the resource is free and try again.",
        "428" => "Send the condition the answer asks for, usually If-Match.",
        "429" => "Wait as long as Retry-After says, or doubling the time at each try, then send the same request again. Slow down.",
        "501" or "505" => "Do not repeat it: the API does not do this.",
        "default" => "Decide by the status code: 4XX means change the request, 429 and 5XX mean wait and try again.",
        _ when status.StartsWith('5') => Again(safe, keyed, ", a few times; then alert a person."),
        _ when status.StartsWith('4') => "Do not repeat it unchanged. Read the error body and correct the request.",
        _ => "Read the error body and decide.",
    };

    private static string Again(bool safe, bool keyed, string end)
    {
        if (safe) return Repeat + end;
        return keyed ? $"{Repeat} with the same idempotency key{end}" : $"It may have been carried out: look whether it was before sending it again{end}";
    }
}

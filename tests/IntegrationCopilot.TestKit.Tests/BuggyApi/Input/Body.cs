using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Reads the JSON of a request and refuses what is not as described.</summary>
internal static class Body
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>What was sent, once its media type is right, it is JSON, and it keeps to the type's rules.</summary>
    public static async Task<JsonObject> ReadAsync<T>(HttpContext http, FreightState state, bool isPatch = false)
    {
        var text = await TextAsync(http);
        if (text.Length == 0 && state.Has(InputBugs.NoBodyIsError)) throw new InvalidOperationException("Value cannot be null. (Parameter 'body')");
        if (text.Length == 0) throw new Refusal(400, "The body is missing.");
        RequireMediaType(http, state, isPatch ? "application/merge-patch+json" : "application/json");
        using var document = Parse(text, state);
        var broken = Rules.Broken(typeof(T), document.RootElement, isPatch, state);
        if (broken.Count > 0) throw new Refusal(422, string.Join(' ', broken));
        return JsonNode.Parse(document.RootElement.GetRawText(), documentOptions: Lenient)!.AsObject();
    }

    /// <summary>The object that the JSON stands for, with something harmless where a bug let something wrong through.</summary>
    public static T As<T>(JsonObject json) => json.Deserialize<T>(Json.Lenient)!;

    private static JsonDocumentOptions Lenient => new() { AllowDuplicateProperties = true };

    private static void RequireMediaType(HttpContext http, FreightState state, string wanted)
    {
        if (state.Has(InputBugs.MediaTypeAccepted)) return;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var sent) || !sent.MediaType.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            || (sent.Charset.HasValue && !sent.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            throw new Refusal(415, $"The body must be {wanted}.");
    }

    private static async Task<string> TextAsync(HttpContext http)
    {
        var buffer = new byte[MaxBytes + 1];
        var read = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        if (read > MaxBytes) throw new Refusal(413, $"The body is larger than {MaxBytes} bytes.");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer, 0, read);
        }
        catch (ArgumentException)
        {
            throw new Refusal(400, "The body is not UTF-8.");
        }
    }

    private static JsonDocument Parse(string text, FreightState state)
    {
        try
        {
            return JsonDocument.Parse(Completed(text, state), new JsonDocumentOptions { AllowDuplicateProperties = state.Has(InputBugs.RepeatedNameAccepted) });
        }
        catch (JsonException) when (!state.Has(InputBugs.MalformedIsError))
        {
            throw new Refusal(400, "The body is not JSON, or an object repeats a name.");
        }
    }

    /// <summary>What was cut off is put back, as lenient readers do, when the bug is on.</summary>
    private static string Completed(string text, FreightState state)
    {
        if (!state.Has(InputBugs.TruncatedAccepted)) return text;
        foreach (var end in (IEnumerable<string>)["", "}", "\"}", "]}", "}]}", "\"}]}", "null}", "0}", "\":null}", ":null}"])
        {
            try
            {
                using var document = JsonDocument.Parse(text.TrimEnd().TrimEnd(',') + end);
                return text.TrimEnd().TrimEnd(',') + end;
            }
            catch (JsonException)
            {
                // The next end may fit.
            }
        }

        return text;
    }
}

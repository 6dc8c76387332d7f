using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Writes answers.</summary>
internal static class Reply
{
    public static Task JsonAsync(HttpContext http, FreightState state, int status, object value)
    {
        var body = JsonSerializer.SerializeToNode(value, value.GetType(), Json.Answers)!;
        if (!state.Has(AnswerBugs.PasswordReturned)) WithoutPassword(body);
        Spoil(body, state);
        var text = body.ToJsonString(Json.Answers);
        if (state.Has(AnswerBugs.AnswerTruncated) && value is Order) text = text[..^1];
        return WriteAsync(http, status, state.Has(AnswerBugs.JsonAsText) ? "text/plain; charset=utf-8" : "application/json; charset=utf-8", text);
    }

    public static Task ProblemAsync(HttpContext http, FreightState state, int status, string detail)
    {
        if (state.Has(AnswerBugs.ErrorIsHtml)) return WriteAsync(http, status, "text/html; charset=utf-8", "<!doctype html><title>Error</title><h1>Sorry</h1>");
        var problem = new JsonObject
        {
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["status"] = state.Has(AnswerBugs.ErrorSaysOtherStatus) ? 500 : status,
            ["detail"] = state.Has(AnswerBugs.StackTrace) && status is 400 or 422 ? Trace(detail) : detail,
        };
        if (state.Has(AnswerBugs.ErrorHasOtherShape)) problem = new JsonObject { ["error"] = detail };
        return WriteAsync(http, status, "application/problem+json", problem.ToJsonString(Json.Answers));
    }

    public static async Task WriteAsync(HttpContext http, int status, string contentType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static string Trace(string detail) =>
        $"System.Text.Json.JsonException: {detail}\n   at Freight.Api.Orders.Create(HttpContext http) in /srv/freight/src/Orders.cs:line 41\n"
        + "   at Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke(HttpContext httpContext)";

    private static void WithoutPassword(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items) WithoutPassword(item);
        if (node is not JsonObject fields) return;
        fields.Remove("portalPassword");
        foreach (var (_, value) in fields) WithoutPassword(value);
    }

    /// <summary>What the bugs about answers do to every order and customer in it.</summary>
    private static void Spoil(JsonNode? node, FreightState state)
    {
        if (node is JsonArray items)
            foreach (var item in items) Spoil(item, state);
        if (node is not JsonObject fields) return;
        foreach (var (_, value) in fields.ToList()) Spoil(value, state);
        if (state.Has(AnswerBugs.FieldMissing)) fields.Remove("totalCents");
        if (state.Has(AnswerBugs.FieldOfOtherType) && fields["totalCents"] is { } total) fields["totalCents"] = total.ToJsonString();
        if (state.Has(AnswerBugs.EnumInCapitals) && fields.ContainsKey("customerId")) fields["status"] = fields["status"]!.GetValue<string>()
            .ToUpperInvariant();
        if (state.Has(AnswerBugs.EmptyListIsNull) && fields["tags"] is JsonArray { Count: 0 }) fields["tags"] = null;
        if (fields["createdAt"] is not { } made) return;
        if (state.Has(AnswerBugs.DateWithoutZone))
            fields["createdAt"] = made.GetValue<DateTimeOffset>().ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        if (!state.Has(AnswerBugs.FieldRenamed)) return;
        fields.Remove("createdAt");
        fields["created_at"] = made;
    }
}

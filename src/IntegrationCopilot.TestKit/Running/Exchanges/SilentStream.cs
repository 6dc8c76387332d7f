namespace IntegrationCopilot.TestKit;

/// <summary>Tells streams that have nothing to say yet from answers without a body.</summary>
internal static class SilentStream
{
    /// <summary>Why an answer says nothing about the API; null when it does.</summary>
    public static string? WhyNoAnswer(Exchange exchange) => exchange switch
    {
        { Operation: { } operation, Response: { Status: >= 200 and < 300, Body.IsEmpty: true } response }
            when operation.FindResponse(response.Status)?.Content.Any(media => media.IsStream) == true =>
            $"{operation.Id} answers with a stream, and nothing came on it within a second.",
        { Operation: { } operation, Response: null, TimedOut: true } when operation.Responses.Any(response => response.Content.Any(media => media.IsStream)) =>
            $"{operation.Id} answers with a stream, which did not begin in time.",
        _ => null,
    };
}

using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The innermost step: an answer made from the document, the usual one or the one that is asked for.</summary>
internal static class DescribedAnswers
{
    public static ValueTask<MockReply> AnswerAsync(MockRequest request)
    {
        var own = request.Operation!.Answers;
        var accept = request.Field("Accept");
        if (ReferenceEquals(request.Preferences, Preferences.None) && accept is null or "*/*") return new(own.Usual);
        var reply = Wanted(own, request, accept);
        Confirm(request, reply);
        return new(reply);
    }

    private static MockReply Wanted(OperationAnswers own, MockRequest request, string? accept)
    {
        var preferences = request.Preferences;
        var status = preferences.Status ?? own.Success;
        var media = own.MediaFor(status, accept);
        if (media is null && own.HasBody(status))
        {
            if (status < 400) return request.Refuse(406, $"The answer is available as {Offered(own, status)} only.");
            media = own.Operation.FindResponse(status)!.Content[0];
        }
        if (status >= 400 && media is null && !MockReply.IsBodiless(status)) return request.Refuse(status, "This status was asked for with the Prefer header.");
        var variation = preferences.Dynamic ? VariationOf(request.Message.Url) : 0;
        return own.Get(new AnswerKey(status, media, preferences.Example, preferences.Dynamic, variation));
    }

    private static void Confirm(MockRequest request, MockReply reply)
    {
        var preferences = request.Preferences;
        if (preferences.Status is { } status && reply.Status == status) request.Confirm($"code={status}");
        if (preferences.Example is { } example && reply.Status < 400) request.Confirm($"example={StructuredText.Quote(example)}");
        if (preferences.Dynamic && reply.Status < 400) request.Confirm("dynamic=true");
    }

    private static string Offered(OperationAnswers own, int status) => string.Join(", ", own.Operation.FindResponse(status)!.Content.Select(c => c.Name));

    /// <summary>The same URL gives the same dynamic answer, another URL most likely another one.</summary>
    private static int VariationOf(string url)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in url) hash = (hash ^ c) * 0x01000193u;
        return (int)(hash % 1_000);
    }
}

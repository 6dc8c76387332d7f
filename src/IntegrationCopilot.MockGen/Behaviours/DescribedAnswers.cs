namespace IntegrationCopilot.MockGen;

/// <summary>The innermost step: an answer made from the document, the usual one or the one that is asked for.</summary>
internal static class DescribedAnswers
{
    public static ValueTask<MockReply> AnswerAsync(MockRequest request)
    {
        var own = request.Operation!.Answers;
        var accept = request.Field("Accept");
        if (!request.IsDynamic && ReferenceEquals(request.Preferences, Preferences.None) && accept is null or "*/*") return new(own.Usual);
        return new(Wanted(own, request, accept));
    }

    private static MockReply Wanted(OperationAnswers own, MockRequest request, string? accept)
    {
        var preferences = request.Preferences;
        var status = preferences.Status ?? own.Success;
        var media = own.MediaFor(status, accept, preferences.Example);
        if (media is null && own.HasBody(status))
        {
            if (status < 400) return request.Refuse(406, $"The answer is available as {Offered(own, status)} only.");
            media = own.ErrorMediaFor(status, accept, preferences.Example);
        }
        if (preferences.Status is not null) request.Confirm($"code={status}");
        if (status >= 400 && media is null && !MockReply.IsBodiless(status)) return request.Refuse(status, "This status was asked for with the Prefer header.");
        var example = request.ExampleFor(status, media);
        var dynamic = request.IsDynamic && example is null && (media is { Schema.IsDefined: true } or { ItemSchema.IsDefined: true });
        if (dynamic && preferences.Dynamic) request.Confirm("dynamic=true");
        return own.Get(new AnswerKey(status, media, example, dynamic, dynamic ? VariationOf(request.Message.Url) : 0));
    }

    private static string Offered(OperationAnswers own, int status) => string.Join(", ", Representations.Offered(own.Operation.FindResponse(status)!.Content));

    /// <summary>The same URL gives the same dynamic answer, another URL most likely another one.</summary>
    private static int VariationOf(string url)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in url) hash = (hash ^ c) * 0x01000193u;
        return (int)(hash % 1_000);
    }
}

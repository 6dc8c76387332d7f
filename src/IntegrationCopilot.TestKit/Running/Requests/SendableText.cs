namespace IntegrationCopilot.TestKit;

/// <summary>
/// Keeps what would split a request or change its meaning from the wire (RFC 9112, section 3; RFC 9110, section 17): documents and values are somebody
/// else's.
/// </summary>
internal static class SendableText
{
    /// <exception cref="CaseStopException">The request cannot be sent as it is written.</exception>
    public static void ThrowIfNot(ReadyRequest request)
    {
        if (Problem(request) is { } problem) throw new CaseStopException(problem);
    }

    private static string? Problem(ReadyRequest request)
    {
        if (!FieldSyntax.IsToken(request.Method)) return $"'{request.Method}' is not a method that can be sent.";
        if (!IsUrl(request.Url)) return $"The URL '{request.Url}' cannot be sent.";
        foreach (var (name, value) in request.Headers)
        {
            if (!FieldSyntax.IsToken(name)) return $"'{name}' is not the name of a header that can be sent.";
            if (FieldSyntax.HasControl(value)) return $"The value for the header {name} holds a line break or control character, which cannot be sent.";
        }

        return request.Body is { ContentType: var type } && FieldSyntax.HasControl(type)
            ? $"The media type '{type}' holds a line break or control character, which cannot be sent."
            : null;
    }

    private static bool IsUrl(string url) => url.All(c => c > ' ' && !char.IsControl(c)) && Uri.TryCreate(url, UriKind.Absolute, out _);
}

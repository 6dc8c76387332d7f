using System.Buffers;
using System.Globalization;
using System.Net.Http;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>A request of a trace as a line that sends it again with <c>curl</c>.</summary>
/// <remarks>
/// <para>For bash, zsh, ksh and other shells of POSIX.1-2024. Whatever a document or an API put into the request stays a word of the line: it is quoted, runs
/// nothing, reads no file and begins no further line.</para>
/// <para>Redacted secrets are the variables <c>$SECRET</c>, <c>$SECRET_2</c> and so on, equal ones the same. The base URL of a request that was recorded
/// where it arrived is <c>$BASE_URL</c>. No other variable is ever named, so that no document can ask for one.</para>
/// <para>A longer body than <see cref="MaxInlineBytes"/>, or one that the trace does not hold whole, is asked for as the file <c>body-of-N-bytes</c>.</para>
/// </remarks>
/// <threadsafety>Static and stateless.</threadsafety>
public static class CurlCommand
{
    /// <summary>The most bytes of a body that are written into the line: 4,096.</summary>
    public const int MaxInlineBytes = 4 * 1024;

    private static readonly SearchValues<string> MadeByCurl =
        SearchValues.Create(["Content-Length", "Host", "Transfer-Encoding", "Connection"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The line; null when the request has a method or URL that HTTP does not know, so that curl could not send it.</summary>
    /// <param name="request">The request.</param>
    public static string? Of(TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!IsToken(request.Method) || !IsHttp(request.Url)) return null;
        var line = new ShellLine();
        AddBodyBefore(line, request.Body);
        line.Plain("curl");
        if (request.Url.AsSpan().ContainsAny("[]{}")) line.Plain(" --globoff");
        if (request.Url.Contains("/.", StringComparison.Ordinal)) line.Plain(" --path-as-is");
        if (request.Method == HttpMethod.Head.Method) line.Plain(" --head");
        else if (request.Method.All(char.IsAsciiLetter)) line.Plain($" --request {request.Method}");
        else line.Plain(" --request ").Word(request.Method);
        line.Plain(" --url ");
        if (request.Url.StartsWith('/')) line.Plain("\"$BASE_URL\"");
        line.Word(request.Url);
        AddHeaders(line, request);
        AddBody(line, request.Body);
        return line.ToString();
    }

    private static void AddHeaders(ShellLine line, TraceRequest request)
    {
        foreach (var (name, value) in request.Headers)
        {
            if (!IsToken(name) || MadeByCurl.Contains(name)) continue;
            var text = OneLine(value);
            line.Plain(" --header ").Word(text.Length == 0 ? $"{name};" : $"{name}: {text}");
        }

        var hasType = request.Headers.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));
        if (request.Body.Length > 0 && !hasType) line.Plain(" --header 'Content-Type:'");
    }

    /// <remarks>A word of a command cannot hold NUL, so that such a body comes through a pipe.</remarks>
    private static void AddBodyBefore(ShellLine line, TraceBody body)
    {
        if (IsInline(body) && !IsWord(body)) line.Plain("printf %s ").Word(Convert.ToBase64String(body.Content.Span)).Plain(" | base64 -d | ");
    }

    private static void AddBody(ShellLine line, TraceBody body)
    {
        if (body.Length == 0) return;
        if (!IsInline(body))
            line.Plain(string.Create(CultureInfo.InvariantCulture, $" --data-binary @body-of-{body.Length}-bytes"));
        else if (IsWord(body)) line.Plain(" --data-raw ").Word(body.Text);
        else line.Plain(" --data-binary @-");
    }

    private static bool IsInline(TraceBody body) => body is { Length: > 0 and <= MaxInlineBytes, IsTruncated: false };

    private static bool IsWord(TraceBody body) => body.IsText && !body.Content.Span.Contains((byte)0);

    private static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Token);

    private static bool IsHttp(string url) => !url.Contains('\0', StringComparison.Ordinal) && (url.StartsWith('/')
        || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>What would end a field of a header is a space (RFC 9110, section 5.5).</summary>
    private static string OneLine(string value) => value.AsSpan().ContainsAny("\r\n\0")
        ? new StringBuilder(value).Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ').ToString()
        : value;
}

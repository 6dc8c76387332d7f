using System.Globalization;
using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>An exchange as the output of a test shows it: what was asked, what came back, and how to ask again. Secrets were taken out before.</summary>
internal static class ExchangeText
{
    private const int MostOfBody = 4096;

    public static string Of(ApiTrace trace)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{trace.Request.Method} {trace.Request.Url}\n");
        Append(text, trace.Request.Headers, trace.Request.Body);
        if (trace.Response is { } response)
        {
            text.Append(CultureInfo.InvariantCulture, $"-> {response.Status} after {trace.Duration.TotalMilliseconds:0} ms\n");
            Append(text, response.Headers, response.Body);
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"-> no answer: {trace.Error}\n");
        }

        foreach (var finding in trace.Findings) text.Append(CultureInfo.InvariantCulture, $"   ! {finding.Where}: {finding.Message}\n");
        if (CurlCommand.Of(trace.Request) is { } curl) text.Append(CultureInfo.InvariantCulture, $"again: {curl}\n");
        return HarmlessText.Of(text.ToString());
    }

    private static void Append(StringBuilder text, IReadOnlyList<KeyValuePair<string, string>> headers, TraceBody body)
    {
        foreach (var (name, value) in headers) text.Append(CultureInfo.InvariantCulture, $"   {name}: {value}\n");
        if (body.Length == 0) return;
        var shown = body.Text;
        var rest = shown.Length > MostOfBody || body.IsTruncated ? " ..." : "";
        text.Append(CultureInfo.InvariantCulture, $"   {shown[..Math.Min(shown.Length, MostOfBody)]}{rest}\n");
    }
}

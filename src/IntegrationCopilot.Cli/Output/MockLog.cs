using System.Globalization;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.Cli;

/// <summary>Writes a line for each request to a mock on standard error.</summary>
/// <param name="terminal">Where the lines go.</param>
internal sealed class MockLog(Terminal terminal)
{
    private const int MaxUrl = 200;
    private const int MaxFindings = 3;
    private readonly Lock gate = new();

    /// <summary>Writes a line.</summary>
    public void Write(MockExchange exchange)
    {
        var url = exchange.Request.Url.Length > MaxUrl ? $"{exchange.Request.Url[..MaxUrl]}…" : exchange.Request.Url;
        var findings = string.Concat(exchange.Findings.Take(MaxFindings).Select(f => $"  {f.Where}: {f.Message}"));
        var duration = exchange.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        lock (gate) terminal.WriteErrorLine($"{exchange.Request.Method} {url} {exchange.Response.Status} {duration} ms{findings}");
    }
}

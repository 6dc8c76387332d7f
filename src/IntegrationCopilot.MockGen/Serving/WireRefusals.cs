using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Has what the web server refuses by itself, because it is no HTTP, answered with a problem that says why: its own refusals have no body. The reason is what
/// it logs.
/// </summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class WireRefusals : ILoggerFactory, ILogger
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";
    private const string Refused = Kestrel + ".BadRequests";
    private readonly ConcurrentDictionary<string, WireOutput> outputs = new(StringComparer.Ordinal);

    /// <summary>Watches what the web server writes to a connection.</summary>
    public ConnectionDelegate Watch(ConnectionDelegate next) => async connection =>
    {
        var plain = connection.Transport;
        var output = new WireOutput(plain);
        outputs[connection.ConnectionId] = output;
        connection.Transport = output;
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = plain;
            outputs.TryRemove(connection.ConnectionId, out _);
        }
    };

    public ILogger CreateLogger(string categoryName) => categoryName is Kestrel or Refused ? this : NullLogger.Instance;

    /// <summary>The server tells what it found only to those who listen at this level.</summary>
    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not BadHttpRequestException refusal || state is not IReadOnlyList<KeyValuePair<string, object?>> values) return;
        foreach (var (_, value) in values)
            if (value is string id && outputs.TryGetValue(id, out var output)) output.Refusal = refusal;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("What the web server logs goes nowhere else.");

    public void Dispose()
    {
    }
}

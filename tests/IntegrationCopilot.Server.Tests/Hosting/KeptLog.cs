using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;

namespace IntegrationCopilot.Server.Tests.Hosting;

/// <summary>Keeps the log of a server for a test to read.</summary>
internal sealed class KeptLog : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _events = new();

    public IEnumerable<string> Lines => _events.Select(line => line.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);
}

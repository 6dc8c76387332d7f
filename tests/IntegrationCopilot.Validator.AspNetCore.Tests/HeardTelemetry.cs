using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationCopilot.Testing;

/// <summary>Tests that listen to what the packages tell stand alone: listeners hear the whole process.</summary>
[CollectionDefinition(nameof(HeardTelemetry), DisableParallelization = true)]
public sealed class TelemetryTests;

/// <summary>A measurement with its tags.</summary>
internal sealed record Heard(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>Hears measurements, activities and log lines of one package.</summary>
internal sealed class HeardTelemetry : ILoggerFactory, ILogger
{
    private readonly MeterListener meters = new();
    private readonly ActivityListener activities;
    private readonly string name;

    public HeardTelemetry(string name)
    {
        this.name = name;
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == name) listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        meters.Start();
        activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Activities.Enqueue,
        };
        ActivitySource.AddActivityListener(activities);
    }

    public ConcurrentQueue<Heard> Measurements { get; } = new();

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<(int Id, string? Name, LogLevel Level, string Text)> Lines { get; } = new();

    /// <summary>Everything that was told, as one text.</summary>
    public string All => string.Join('\n',
        Lines.Select(line => line.Text)
            .Concat(Measurements.SelectMany(heard => heard.Tags).Concat(Activities.SelectMany(activity => activity.TagObjects))
            .Select(tag => $"{tag.Key}={tag.Value}"))
            .Concat(Activities.Select(activity => activity.DisplayName)));

    public IEnumerable<Heard> Of(string instrument) => Measurements.Where(heard => heard.Instrument == instrument);

    public ILogger CreateLogger(string categoryName) => categoryName == name ? this : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((eventId.Id, eventId.Name, logLevel, formatter(state, exception)));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
        meters.Dispose();
        activities.Dispose();
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Enqueue(new(instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>What is known of an earlier run: enough to say what is new since.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RunBaseline
{
    private const string TraceFile = "It is a trace file, which keeps what was sent and answered but no verdicts. Give the JSON report of the earlier run.";

    private const string NoDefects = "It is not the JSON report of a run, or one of a release before defects were told.";

    /// <summary>Id of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What did not pass in it.</summary>
    public required IReadOnlyList<BaselineDefect> Defects { get; init; }

    /// <summary>Takes a run as the earlier one.</summary>
    /// <param name="result">The run.</param>
    public static RunBaseline Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new RunBaseline
        {
            RunId = result.RunId,
            StartedAt = result.StartedAt,
            Defects = [.. result.Defects.Select(defect =>
                new BaselineDefect(defect.Id, defect.Status.ToWire(), defect.Cause.Text, defect.Operations, [.. defect.Cases.Select(item => item.Id)]))],
        };
    }

    /// <summary>Reads a report that <see cref="JsonReport"/> wrote.</summary>
    /// <param name="utf8Json">The report.</param>
    /// <param name="baseline">The run when the answer is true.</param>
    /// <param name="problem">Why it is not such a report when the answer is false, in a sentence or two.</param>
    public static bool TryRead(ReadOnlyMemory<byte> utf8Json, [NotNullWhen(true)] out RunBaseline? baseline, [NotNullWhen(false)] out string? problem)
    {
        (baseline, problem) = Read(utf8Json);
        return baseline is not null;
    }

    private static (RunBaseline? Baseline, string? Problem) Read(ReadOnlyMemory<byte> utf8Json)
    {
        var json = utf8Json.Span.StartsWith("\uFEFF"u8) ? utf8Json[3..] : utf8Json;
        if (json.Span.StartsWith("{\"data\":"u8)) return (null, TraceFile);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (!root.TryGetProperty("defects", out var defects)) return (null, NoDefects);
            return (new RunBaseline
            {
                RunId = root.GetProperty("runId").GetString()!,
                StartedAt = root.GetProperty("startedAt").GetDateTimeOffset(),
                Defects = [.. defects.EnumerateArray().Select(ReadDefect)],
            }, null);
        }
        catch (JsonException)
        {
            return (null, "It is not JSON.");
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return (null, "It is not the JSON report of a run.");
        }
    }

    private static BaselineDefect ReadDefect(JsonElement json) => new(json.GetProperty("id").GetString()!, json.GetProperty("status").GetString()!,
        json.GetProperty("cause").GetString()!, Texts(json, "operations"), Texts(json, "cases"));

    private static IReadOnlyList<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}

/// <summary>A defect of an earlier run.</summary>
/// <param name="Id">Names it, the same in every run.</param>
/// <param name="Status">The worst status of its cases, for example <c>FAIL</c>.</param>
/// <param name="Cause">What happened, in a sentence without its full stop.</param>
/// <param name="Operations">The operations it showed in.</param>
/// <param name="Cases">Ids of its cases.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BaselineDefect(string Id, string Status, string Cause, IReadOnlyList<string> Operations, IReadOnlyList<string> Cases);

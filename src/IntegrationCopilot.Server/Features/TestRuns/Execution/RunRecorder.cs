using System.Threading.Channels;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Stores traces and results while a run goes on: in the order they come, and a few times a second at most.</summary>
/// <remarks>The runner hands over what it has and goes on; one loop writes. A trace comes before the result that rests on it, so it is stored before.</remarks>
internal sealed class RunRecorder(AppDbContext database, TraceStore traces, RunStates states, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs a suite and stores what it gives.</summary>
    /// <param name="run">The run.</param>
    /// <param name="suite">What is run.</param>
    /// <param name="execute">Runs it, telling of each trace and each step forward, until the token ends.</param>
    /// <param name="cancellationToken">Ends the run; what is done by then is stored all the same.</param>
    public async Task<RunResult> RecordAsync(TestRun run, GoldenTestSuite suite, Func<Func<ApiTrace, CancellationToken, Task>, IProgress<RunProgress>,
        CancellationToken, Task<RunResult>> execute, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateUnbounded<Event>(new UnboundedChannelOptions { SingleReader = true });
        var book = new RunBook(run, suite);
        var writing = WriteAsync(channel.Reader, book, stop);
        RunResult result;
        try
        {
            result = await execute((trace, _) => channel.Writer.WriteAsync(new Event(trace, null), CancellationToken.None).AsTask(),
                new Reporter(channel.Writer), stop.Token);
        }
        finally
        {
            channel.Writer.Complete();
            await writing;
        }

        await StoreAsync(book, [], book.Rest(result));
        return result;
    }

    private async Task WriteAsync(ChannelReader<Event> events, RunBook book, CancellationTokenSource stop)
    {
        try
        {
            while (await events.WaitToReadAsync(CancellationToken.None))
            {
                var batch = new List<Event>();
                while (events.TryRead(out var next)) batch.Add(next);
                await StoreAsync(book, [.. batch.Select(item => item.Trace).OfType<ApiTrace>()],
                    book.Take(batch.Select(item => item.Progress).OfType<RunProgress>()));
                await Task.WhenAny(Task.Delay(Pause, clock, stop.Token), events.Completion);
            }
        }
        catch
        {
            // What cannot be recorded is not to be run.
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task StoreAsync(RunBook book, IReadOnlyList<ApiTrace> exchanges, IReadOnlyList<StoredCase> results)
    {
        await traces.AppendAsync(book.Run.ProjectId, book.Run.Id, exchanges, CancellationToken.None);
        database.AddRange(results);
        await database.SaveChangesAsync(CancellationToken.None);
        foreach (var result in results) database.Entry(result).State = EntityState.Detached;
        await states.NoteProgressAsync(book.Run.Id, book.Progress, book.Totals);
    }

    private readonly record struct Event(ApiTrace? Trace, RunProgress? Progress);

    private sealed class Reporter(ChannelWriter<Event> events) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => events.TryWrite(new Event(null, value));
    }
}

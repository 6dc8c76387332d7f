using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>Signs traces into the chain of their project and stores them, in the order they are given.</summary>
internal sealed class TraceStore(AppDbContext database, TraceKeys keys, TimeProvider clock)
{
    private const int MostAttempts = 50;
    private const int MostOfRun = 20_000;

    /// <summary>The exchanges of a test run in the order of their beginning, as many as are held in memory at once.</summary>
    public async Task<IReadOnlyList<ApiTrace>> OfRunAsync(Guid runId, CancellationToken cancellationToken)
    {
        var lines = await database.Set<StoredTrace>().Where(trace => trace.RunId == runId).OrderBy(trace => trace.Sequence).Take(MostOfRun)
            .Select(trace => trace.Line).ToListAsync(cancellationToken);
        return [.. lines.Select(line => TraceChain.Read(line)).OfType<ApiTrace>().OrderBy(trace => trace.StartedAt)];
    }

    /// <summary>Appends traces, all or none. Others may append to the same chain at the same time, on this server or another.</summary>
    /// <param name="projectId">Whose chain.</param>
    /// <param name="runId">The test run that caused them; null when none did.</param>
    /// <param name="traces">The traces; redacted, as every trace is.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task AppendAsync(Guid projectId, Guid? runId, IReadOnlyList<ApiTrace> traces, CancellationToken cancellationToken)
    {
        if (traces.Count == 0) return;
        for (var attempt = 1; ; attempt++)
        {
            var rows = new List<object>();
            try
            {
                await TryAppendAsync(projectId, runId, traces, rows, cancellationToken);
                return;
            }
            catch (DbUpdateException exception) when (attempt < MostAttempts
                && (exception is DbUpdateConcurrencyException || UniqueViolation.IsCauseOf(exception)))
            {
                // Somebody else appended first: take up the chain where they left it.
            }
            finally
            {
                foreach (var row in rows) database.Entry(row).State = EntityState.Detached;
            }
        }
    }

    private async Task TryAppendAsync(Guid projectId, Guid? runId, IReadOnlyList<ApiTrace> traces, List<object> rows, CancellationToken cancellationToken)
    {
        var chain = await database.Set<ProjectTraceChain>().FirstOrDefaultAsync(chain => chain.ProjectId == projectId, cancellationToken) ?? Start(projectId);
        rows.Add(chain);
        using var writer = TraceChain.Continue(keys.Open(chain), chain.LastSequence, chain.LastSignature);
        foreach (var trace in traces)
        {
            var line = writer.Append(trace);
            (chain.LastSequence, chain.LastSignature) = (line.Sequence, line.Signature);
            var row = RowOf(projectId, runId, trace, line);
            rows.Add(row);
            database.Add(row);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private ProjectTraceChain Start(Guid projectId)
    {
        var (key, hidden) = keys.Create();
        var chainId = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        using var writer = TraceChain.Start(key);
        var header = writer.Header(chainId);
        var chain = new ProjectTraceChain
        {
            ProjectId = projectId,
            ChainId = chainId,
            KeyId = key.Id,
            ProtectedKey = hidden,
            Header = header.Text.ToArray(),
            LastSequence = header.Sequence,
            LastSignature = header.Signature,
            CreatedAt = clock.GetUtcNow(),
        };
        database.Add(chain);
        return chain;
    }

    private static StoredTrace RowOf(Guid projectId, Guid? runId, ApiTrace trace, ChainLine line) => new()
    {
        Id = Guid.Parse(trace.Id),
        ProjectId = projectId,
        RunId = runId,
        CaseId = Cut(trace.CaseId),
        Sequence = line.Sequence,
        Line = line.Text.ToArray(),
        StartedAt = trace.StartedAt,
        DurationMs = trace.Duration.TotalMilliseconds,
        Environment = trace.Environment,
        Method = Cut(trace.Operation?.Method ?? trace.Request.Method, 20)!,
        Endpoint = Cut(trace.Operation?.Endpoint ?? PathOf(trace.Request.Url))!,
        OperationId = Cut(trace.Operation?.OperationId),
        Status = trace.Response?.Status,
        ErrorCategory = trace.ErrorCategory,
        IsError = trace.IsError,
        FindingCount = trace.Findings.Count,
    };

    private static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var absolute) ? absolute.AbsolutePath : url.Split('?')[0];

    private static string? Cut(string? text, int maxLength = StoredTrace.TextMaxLength) => text is null || text.Length <= maxLength ? text : text[..maxLength];
}

using System.Diagnostics;
using System.Net.Http;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Sends the requests of one case and records each exchange.</summary>
/// <param name="context">The run.</param>
/// <param name="caseId">Id of the case; null for requests that belong to none.</param>
/// <param name="secrets">Secrets of the case besides the credentials.</param>
internal sealed class CaseSender(RunContext context, string? caseId, IReadOnlyList<string> secrets)
{
    private const int Unauthorized = 401;

    /// <summary>How often a request is sent again that was one too many.</summary>
    private const int MaxRepeats = 2;

    private readonly List<string> traceIds = [];
    private readonly Lock gate = new();

    public IReadOnlyList<string> TraceIds
    {
        get
        {
            lock (gate) return [.. traceIds];
        }
    }

    /// <summary>Notes traces of exchanges that the case shares with others.</summary>
    public void Note(IEnumerable<string> ids)
    {
        lock (gate) traceIds.AddRange(ids.Except(traceIds));
    }

    /// <summary>Takes the secrets out that are known so far, those of the case among them.</summary>
    public TraceRedactor Redactor => context.RedactorFor(secrets);

    /// <summary>Takes the secrets of the case out of a text.</summary>
    public string Redact(string text) => Redactor.Redact(text);

    /// <summary>
    /// Sends a request when its turn has come; once more with a new token when the first one was refused and tokens can be fetched, and again after a pause
    /// when it was one too many.
    /// </summary>
    /// <exception cref="CaseStopException">There are no credentials to send, the server cannot be reached, or something else answers in its place.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Exchange> SendAsync(ReadyRequest ready, CancellationToken cancellationToken)
    {
        for (var repeats = 0; ; repeats++)
        {
            if (!ready.WantsLimit) await context.Pace.TurnAsync(cancellationToken);
            var exchange = await SendNowAsync(ready, cancellationToken);
            if (context.Pace.Hear(exchange) && repeats < MaxRepeats && !ready.WantsLimit) continue;
            return (SilentStream.WhyNoAnswer(exchange) ?? await context.WebPages.WhyNoAnswerAsync(exchange, cancellationToken)) is { } why
                ? throw new CaseStopException(why) { Status = CaseStatus.NoVerdict }
                : exchange;
        }
    }

    private async Task<Exchange> SendNowAsync(ReadyRequest ready, CancellationToken cancellationToken)
    {
        if (caseId is not null && context.Spends() is { } spent) throw new CaseStopException(spent) { Status = CaseStatus.Skip };
        if (context.Reachability.WhyNot(WireUri.Of(ready.Url)) is { } unreachable) throw new CaseStopException(unreachable);
        using var request = await AuthenticatedAsync(ready, cancellationToken);
        var exchange = await ExchangeAsync(ready, request, cancellationToken);
        if (exchange.Response?.Status != Unauthorized || ready.IsSpoiled) return exchange;
        var renewed = false;
        foreach (var authenticator in ready.Authenticators) renewed |= authenticator.TryRenew(request);
        if (!renewed) return exchange;
        using var second = await AuthenticatedAsync(ready, cancellationToken);
        return await ExchangeAsync(ready, second, cancellationToken);
    }

    /// <summary>Records a delivery that the API sent; what it was answered is not part of it.</summary>
    public Task RecordAsync(ReceivedDelivery received, ApiOperation webhook, MessageVerdict verdict) => RecordAsync(null,
        new Exchange { Request = received.Request, Operation = webhook, Duration = TimeSpan.Zero, Verdict = verdict }, received.ReceivedAt, null);

    private static async Task<HttpRequestMessage> AuthenticatedAsync(ReadyRequest ready, CancellationToken cancellationToken)
    {
        var request = ready.ToMessage();
        foreach (var authenticator in ready.Authenticators)
        {
            if (await authenticator.ApplyAsync(request, ready.Body?.Bytes ?? default, cancellationToken) is not { } failure) continue;
            request.Dispose();
            throw new CaseStopException($"There are no credentials to send. {failure.Message}");
        }

        return request;
    }

    private async Task<Exchange> ExchangeAsync(ReadyRequest ready, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var clock = context.Options.Clock;
        var startedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        using var activity = RunTelemetry.Source.StartActivity("request", ActivityKind.Client);
        var (began, response, exception) = await AnswerAsync(ready, request, cancellationToken);
        var duration = clock.GetElapsedTime(start);
        context.Observer.Sent(request.Method.Method, ready.Operation, response?.Status, duration, exception, activity);
        var exchange = new Exchange
        {
            Request = MessageFields.Record(request, ready.Body?.Bytes ?? default),
            Operation = ready.Operation,
            Reached = began || exception is not null and not TimeoutException && !ConnectionFailures.Is(exception),
            Response = response,
            Duration = duration,
            TimedOut = exception is TimeoutException,
            Failure = exception is null ? null : Redact(FailureText.Of(exception)),
            Error = (exception as HttpRequestException)?.HttpRequestError,
            Verdict = response is not null && ready.Operation is { } operation ? context.Validator.ValidateResponse(operation, response) : null,
        };
        NoteReached(ready, request.RequestUri!, exchange, exception, cancellationToken);
        context.Coverage.Note(exchange);
        var trace = await RecordAsync(ready, exchange, startedAt, exception);
        exchange = exchange with { Traced = trace.Request };
        context.Created.Note(ready, exchange, caseId);
        cancellationToken.ThrowIfCancellationRequested();
        return exchange;
    }

    /// <summary>A time-out that a test wants shorter than usual says nothing about the server.</summary>
    private void NoteReached(ReadyRequest ready, Uri address, Exchange exchange, Exception? exception, CancellationToken cancellationToken)
    {
        if (exception is null) context.Reachability.Answered(address);
        else if (cancellationToken.IsCancellationRequested) return;
        else if (ConnectionFailures.Is(exception) || (exchange.TimedOut && ready.Timeout >= context.Options.RequestTimeout))
            context.Reachability.Failed(address, ConnectionFailures.Is(exception), exchange.Failure!);
    }

    /// <summary>Any exception of the client is an answer that did not come: the client may be one with handlers of its own.</summary>
    private async Task<(bool Began, RecordedResponse? Response, Exception? Exception)> AnswerAsync(ReadyRequest ready, HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ready.Timeout, context.Options.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var began = false;
        try
        {
            using var response = await context.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            began = true;
            var reader = new ResponseReader(context.Options.MaxResponseBytes, context.Options.Clock);
            return (began, await reader.ReadAsync(response, ready.Operation, both.Token), null);
        }
        catch (Exception e)
        {
            return (began, null,
                limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested
                ? new TimeoutException($"{(began ? "the answer did not end" : "no answer")} within {ready.Timeout.TotalSeconds:0.###} s", e)
                : e);
        }
    }

    private async Task<ApiTrace> RecordAsync(ReadyRequest? ready, Exchange exchange, DateTimeOffset startedAt, Exception? exception)
    {
        var operation = exchange.Operation;
        var trace = context.RedactorFor(secrets).Record(new TraceDraft
        {
            StartedAt = startedAt,
            Duration = exchange.Duration,
            Environment = context.Target.Environment,
            Operation = operation is null ? null : new TraceOperation(operation.Method, operation.Path, operation.OperationId),
            Origin = TraceOrigin.Run,
            Document = context.Document,
            ErrorCodePlace = context.ErrorCodePlace,
            Effect = operation is null ? null : context.MeaningOf(operation)?.Effect,
            CaseId = caseId,
            Step = ready?.Step,
            IsErrorAskedFor = ready?.IsErrorAskedFor ?? false,
            Partner = context.Options.Partner,
            Request = exchange.Request,
            Response = exchange.Response,
            Exception = exception,
            Findings = exchange.Verdict?.Findings ?? [],
        });
        lock (gate) traceIds.Add(trace.Id);
        context.Exchanges?.Keep(trace);
        if (context.Options.OnTrace is { } onTrace) await onTrace(trace, CancellationToken.None);
        return trace;
    }
}

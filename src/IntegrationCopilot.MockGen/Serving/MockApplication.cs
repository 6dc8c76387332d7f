using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationCopilot.MockGen;

/// <summary>The mock as the web server sees it. Whatever a request holds, it gets an answer and the server goes on.</summary>
internal sealed class MockApplication(MockPipeline pipeline, MockServerOptions options) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var started = options.Clock.GetTimestamp();
        var reading = await RequestReading.ReadAsync(context, options);
        var decision = reading.Request is { } request ? Decide(request) : new MockDecision(reading.Refusal!, null, [], TimeSpan.Zero);
        if (decision.Delay > TimeSpan.Zero && !await WaitAsync(decision.Delay, context.RequestAborted)) return;
        await SendAsync(context, decision.Answer);
        if (options.OnExchange is not null && reading.Request is not null) Report(reading.Request, decision, options.Clock.GetElapsedTime(started));
    }

    private MockDecision Decide(RecordedRequest request)
    {
        try
        {
            return pipeline.Decide(request);
        }
        catch (Exception fault)
        {
            var answer = ErrorAnswers.Make(null, 500, $"The mock failed to answer, which is a fault of the mock: {fault.GetType().Name}.", null, []);
            return new MockDecision(answer.With(MockHeaders.Nonconforming, StructuredText.Quote(fault.Message)), null, [], TimeSpan.Zero);
        }
    }

    private async Task<bool> WaitAsync(TimeSpan delay, CancellationToken aborted)
    {
        try
        {
            await Task.Delay(delay < options.MaxDelay ? delay : options.MaxDelay, options.Clock, aborted);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task SendAsync(HttpContext context, MockAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) response.Headers.Append(name, value);
        if (MockAnswer.IsBodiless(answer.Status)) return;
        response.ContentLength = answer.Body.Length;
        if (answer.Body.IsEmpty || HttpMethods.IsHead(context.Request.Method)) return;
        try
        {
            await response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private void Report(RecordedRequest request, MockDecision decision, TimeSpan duration)
    {
        var answer = decision.Answer;
        var isBodiless = MockAnswer.IsBodiless(answer.Status) || HttpMethods.IsHead(request.Method);
        try
        {
            options.OnExchange!(new MockExchange
            {
                Request = request,
                Response = new RecordedResponse { Status = answer.Status, Headers = answer.Headers, Body = isBodiless ? default : answer.Body },
                Operation = decision.Operation,
                Findings = decision.Findings,
                Duration = duration,
            });
        }
        catch (Exception)
        {
            // A listener's fault is no reason to break the connection of a client that has its answer.
        }
    }
}

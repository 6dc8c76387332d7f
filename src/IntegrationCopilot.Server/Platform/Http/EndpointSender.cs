using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Platform.Outcomes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>What an endpoint takes to reach the application, and the only thing: it sends as the user of the HTTP request.</summary>
internal sealed class EndpointSender
{
    private readonly HttpContext _context;

    private EndpointSender(HttpContext context) => _context = context;

    public static ValueTask<EndpointSender?> BindAsync(HttpContext context) => ValueTask.FromResult<EndpointSender?>(new(context));

    /// <summary>200 with the value.</summary>
    public async Task<Results<Ok<T>, ProblemHttpResult>> SendAsync<T>(IRequest<T> request)
    {
        var outcome = await DispatchAsync(request);
        return outcome.IsOk ? TypedResults.Ok(outcome.Value) : Problem(outcome.Error);
    }

    /// <summary>201 with the value and where to find it.</summary>
    public async Task<Results<Created<T>, ProblemHttpResult>> CreateAsync<T>(IRequest<T> request, Func<T, string> locationOf)
    {
        var outcome = await DispatchAsync(request);
        return outcome.IsOk ? TypedResults.Created(locationOf(outcome.Value), outcome.Value) : Problem(outcome.Error);
    }

    /// <summary>204.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> DoAsync(IRequest<Done> request)
    {
        var outcome = await DispatchAsync(request);
        return outcome.IsOk ? TypedResults.NoContent() : Problem(outcome.Error);
    }

    /// <summary>200 with a file to save.</summary>
    public async Task<Results<FileStreamHttpResult, ProblemHttpResult>> FileAsync(IRequest<FileDownload> request)
    {
        var outcome = await DispatchAsync(request);
        return outcome.IsOk ? TypedResults.File(outcome.Value.Content, outcome.Value.MediaType, outcome.Value.Name) : Problem(outcome.Error);
    }

    private Task<Outcome<T>> DispatchAsync<T>(IRequest<T> request) =>
        _context.RequestServices.GetRequiredService<Dispatcher>().SendAsync(ActorClaims.ActorOf(_context.User), request, _context.RequestAborted);

    private ProblemHttpResult Problem(OutcomeError error)
    {
        if (error.RetryAfter is { } wait) _context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):0}";
        return TypedResults.Problem(ProblemMapping.ToProblem(error));
    }
}

using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Features.Projects;
using IntegrationCopilot.Server.Tests.Platform.Door;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Features.Traces;

internal sealed class TraceExamples : IRequestExamples
{
    public void AddTo(RequestExamples examples)
    {
        examples.Add(async world => new ListTraces(await ProjectWithTraceAsync(world)));
        examples.Add(async world => new VerifyTraces(await ProjectWithTraceAsync(world)));
        examples.Add(async world => new ExportTraces(await ProjectWithTraceAsync(world)));
        examples.Add(async world => new GetTraceKey(await ProjectWithTraceAsync(world)));
        examples.Add(async world => new GetTrace(await world.TraceAsync()));
    }

    private static async Task<Guid> ProjectWithTraceAsync(ExampleWorld world)
    {
        await world.TraceAsync();
        return await world.ProjectAsync();
    }
}

internal static class TraceWorld
{
    /// <summary>The id of a trace in the project of the organisation.</summary>
    public static Task<Guid> TraceAsync(this ExampleWorld world) => world.OnceAsync("trace", async () =>
    {
        var projectId = await world.ProjectAsync();
        await using var scope = world.Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(world.Organisation.Id);
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var trace = new ApiTrace
        {
            Id = ApiTrace.NewId(clock),
            StartedAt = clock.GetUtcNow(),
            Duration = TimeSpan.FromMilliseconds(12),
            Environment = EnvironmentType.Mock,
            Operation = new TraceOperation("GET", "/payments/{id}", "getPayment"),
            Request = new TraceRequest { Method = "GET", Url = "/payments/1" },
            Response = new TraceResponse { Status = 200, Body = TraceBody.Capture("""{"id":"1"}"""u8.ToArray()) },
            ErrorCategory = TraceErrorCategory.None,
        };
        await scope.ServiceProvider.GetRequiredService<TraceStore>().AppendAsync(projectId, runId: null, [trace], CancellationToken.None);
        return Guid.Parse(trace.Id);
    });
}

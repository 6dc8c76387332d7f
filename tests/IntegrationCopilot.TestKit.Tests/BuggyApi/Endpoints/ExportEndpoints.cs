using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Exports, which are accepted and followed; and whether the API is up, which anybody may ask.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("exports");
        exports.MapPost("", StartAsync).WithName("startExport").Takes<ExportInput>("application/json").Produces<Export>(202).Refuses(400, 415, 422);
        exports.MapGet("/{exportId}", ReadAsync).WithName("readExport").Produces<Export>().Refuses(400, 404);
    }

    public static void MapHealth(IEndpointRouteBuilder app) =>
        app.MapGet("/health", (HttpContext http, FreightState state) => Reply.JsonAsync(http, state, 200, new Health("up"))).WithName("readHealth")
            .WithTags("health").Produces<Health>().Refuses(406);

    private static async Task StartAsync(HttpContext http, FreightState state)
    {
        var input = Body.As<ExportInput>(await Body.ReadAsync<ExportInput>(http, state));
        var export = new Export { Id = Guid.NewGuid(), Format = input.Format, Status = ExportStatus.Running, CreatedAt = state.Now };
        state.Exports.Add(export.Id, http.Caller(), export);
        http.Response.Headers.Location = state.Has(AnswerBugs.JobLocationUnknown) ? $"/exports/{Guid.NewGuid()}" : $"/exports/{export.Id}";
        await Reply.JsonAsync(http, state, 202, export);
    }

    private static Task ReadAsync(HttpContext http, FreightState state, Guid exportId) =>
        Reply.JsonAsync(http, state, 200, state.Exports.Get(exportId, http.Caller(), "export").Thing with { Status = ExportStatus.Done });

    internal sealed record Health(string Status);
}

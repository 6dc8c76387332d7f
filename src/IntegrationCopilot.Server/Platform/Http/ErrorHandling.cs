using IntegrationCopilot.Server.Platform.Outcomes;
using Microsoft.AspNetCore.Diagnostics;

namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>Every error has a body: a problem response for the API, a page for a browser.</summary>
internal static class ErrorHandling
{
    /// <summary>Path of the page that a browser sees after an error; its last segment is the status.</summary>
    public const string ErrorPage = "/error";

    public static IServiceCollection AddErrorHandling(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            if (context.ProblemDetails.Extensions.ContainsKey("code")) return;
            var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
            context.ProblemDetails = ProblemMapping.Problem(status, ProblemMapping.CodeOf(status), context.ProblemDetails.Detail);
        });
        services.AddExceptionHandler<BadRequestHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    public static IApplicationBuilder UseErrorHandling(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.IsForPrograms(), api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !context.Request.IsForPrograms(), pages => pages
            .UseExceptionHandler($"{ErrorPage}/500", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute($"{ErrorPage}/{{0}}", queryFormat: null, createScopeForStatusCodePages: true));
        return app;
    }

    /// <summary>Says what was wrong with a request that could not be read.</summary>
    private sealed class BadRequestHandler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not BadHttpRequestException bad) return false;
            httpContext.Response.StatusCode = bad.StatusCode;
            var detail = bad.InnerException is System.Text.Json.JsonException json ? $"The body is not the JSON expected here: {json.Path ?? "$"}." : bad.Message;
            return await problems.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = ProblemMapping.Problem(bad.StatusCode, ProblemMapping.CodeOf(bad.StatusCode), detail),
            });
        }
    }
}

using System.Text;
using System.Text.Json;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

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
        services.AddExceptionHandler<DatabaseOutage>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    public static IApplicationBuilder UseErrorHandling(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.IsForPrograms(), api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !context.Request.IsForPrograms(), pages => pages
            .UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = $"{ErrorPage}/500", CreateScopeForErrors = true, StatusCodeSelector = DatabaseOutage.StatusOf,
            })
            .UseStatusCodePagesWithReExecute($"{ErrorPage}/{{0}}", queryFormat: null, createScopeForStatusCodePages: true));
        return app;
    }

    /// <summary>Says what was wrong with a request that could not be read.</summary>
    private sealed class BadRequestHandler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (Told(httpContext.Request, exception) is not var (status, detail)) return false;
            httpContext.Response.StatusCode = status;
            return await problems.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = ProblemMapping.Problem(status, ProblemMapping.CodeOf(status), detail),
            });
        }

        /// <summary>Status and words for a request that could not be read; null for other failures.</summary>
        private static (int Status, string Detail)? Told(HttpRequest request, Exception exception) => exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } bad =>
                (bad.StatusCode, $"The body is not the JSON expected here: {json.Path ?? "$"}."),
            BadHttpRequestException bad when bad.Message.StartsWith("Implicit body", StringComparison.Ordinal) =>
                (bad.StatusCode, "A JSON body is needed here."),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            InvalidOperationException when UnknownCharset(request) is { } charset =>
                (StatusCodes.Status415UnsupportedMediaType, $"The charset {charset} of the Content-Type is not known. Send UTF-8."),
            _ => null,
        };

        private static string? UnknownCharset(HttpRequest request) =>
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset is { HasValue: true } charset
                && !Encoding.GetEncodings().Any(known => charset.Equals(known.Name, StringComparison.OrdinalIgnoreCase))
                ? charset.ToString() : null;
    }
}
